import { resolve } from "node:path";
import { type CommandIo, WrongRequest } from "#cli/command.ts";
import { RuleFileError } from "#rule-files/read-rule-file.query.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/**
 * `--provisions DIR` taken out of the arguments, or the folder that TANDEM_PROVISIONS names; without either only the national provisions.
 * @throws WrongRequest where no folder follows, or a file of it must not be used: with file, line, what was expected and what was found
 */
export function takeProvisions(
  args: readonly string[],
  io: CommandIo,
): { readonly rest: readonly string[]; readonly load: () => Provisions } {
  const at = args.indexOf("--provisions");
  const folder = at === -1 ? io.environment["TANDEM_PROVISIONS"] : args[at + 1];
  const expected = { zh: "本院规定所在的文件夹", en: "a folder of the office's own provisions" };
  if (at !== -1 && (folder === undefined || folder.startsWith("--")))
    throw new WrongRequest("--provisions", expected, folder ?? "—", io.language);
  const load = () => {
    try {
      return loadProvisions(PROVISIONS_FOLDER, folder === undefined || folder === "" ? null : resolve(io.workingFolder, folder));
    } catch (error) {
      if (error instanceof RuleFileError) throw new WrongRequest("--provisions", expected, error.message, io.language);
      throw error;
    }
  };
  return { rest: at === -1 ? args : args.toSpliced(at, 2), load };
}
