import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Command, WrongRequest } from "#cli/command.ts";
import { makeSample } from "#sample/make-sample.ts";

/** Name of the file with the figures that the sample must give; it holds counts only and gives no record itself. */
const EXPECTED_FILE = "expected.json";

/** `tandem sample OUT/` writes the invented sample case with the figures it must give. */
export const sampleCommand: Command = {
  name: "sample",
  usage: "tandem sample OUT/ [--json]",
  summary: {
    zh: "写出虚构的示例案件（所有人和号码均为编造）及其应得数字 expected.json",
    en: "write the invented sample case (all people and numbers are made up) with the figures it must give, expected.json",
  },
  run: async (args, io) => {
    const unknown = args.find((argument) => argument.startsWith("-") && argument !== "--json");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json", en: "--json" }, unknown, io.language);
    const [out, more] = args.filter((argument) => !argument.startsWith("-"));
    if (out === undefined || more !== undefined)
      throw new WrongRequest("OUT", { zh: "一个文件夹", en: "one folder" }, more ?? "—", io.language);
    const folder = resolve(io.workingFolder, out);
    const { files, expected } = makeSample();
    try {
      for (const { path, bytes } of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
      await writeFile(join(folder, EXPECTED_FILE), `${JSON.stringify(expected, null, 2)}\n`);
    } catch (problem) {
      // A file in the way of the folder is the request's fault; a full disk is not.
      if (
        problem instanceof Error &&
        "code" in problem &&
        (problem.code === "ENOTDIR" || problem.code === "EEXIST" || problem.code === "EACCES")
      ) {
        throw new WrongRequest(
          "OUT",
          { zh: "可以写入的文件夹", en: "a folder that can be written" },
          `${out} (${String(problem.code)})`,
          io.language,
        );
      }
      throw problem;
    }
    if (args.includes("--json")) await io.out(`${JSON.stringify({ folder, files: files.map((file) => file.path), expected }, null, 2)}\n`);
    else
      io.say(
        io.language === "zh"
          ? `已写出 ${files.length} 个文件和应得数字 ${EXPECTED_FILE}：${folder}`
          : `wrote ${files.length} files and the figures ${EXPECTED_FILE}: ${folder}`,
      );
    return 0;
  },
};
