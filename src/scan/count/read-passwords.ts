import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type CommandIo, WrongRequest } from "#cli/command.ts";
import { type Password, parsePasswords } from "#scan/sources/parse-passwords.ts";

/** The passwords of `--password-file`, one a line; none where it is not given. @throws WrongRequest where the file cannot be read */
export async function readPasswords(file: string | undefined, io: CommandIo): Promise<Password[]> {
  if (file === undefined) return [];
  try {
    return parsePasswords(await readFile(resolve(io.workingFolder, file)));
  } catch (problem) {
    if (!(problem instanceof Error && "code" in problem)) throw problem;
    throw new WrongRequest(
      "--password-file",
      { zh: "可读的口令文件，每行一个口令", en: "a readable file of passwords, one a line" },
      file,
      io.language,
    );
  }
}
