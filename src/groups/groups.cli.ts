import { readJsonFile } from "#cli/answer-requests.ts";
import { type Command, WrongRequest } from "#cli/command.ts";
import { tellGroups } from "#groups/tell-groups.ts";
import { CountResult } from "#scan/scan.contract.ts";

/** `tandem groups`: groups and scale of a count, small cells hidden. */
export const groupsCommand: Command = {
  name: "groups",
  usage: "tandem groups COUNT.json|- [--json]",
  summary: {
    zh: "由清点结果（tandem count --json）得出特殊群体、规模提示和敏感类别，小格隐去",
    en: "groups, flags of scale and sensitive categories from an answer of tandem count --json, small cells hidden",
  },
  run: async (args, io) => {
    const unknown = args.find((argument) => argument.startsWith("--") && argument !== "--json");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json", en: "--json" }, unknown, io.language);
    const [file, more] = args.filter((argument) => argument !== "--json");
    if (file === undefined || more !== undefined)
      throw new WrongRequest(
        "COUNT.json",
        { zh: "一个文件名，或 - 表示标准输入", en: "one file name, or - for standard input" },
        more ?? "—",
        io.language,
      );
    const parsed = CountResult.safeParse(await readJsonFile(file, "COUNT.json", io));
    if (!parsed.success)
      throw new WrongRequest("COUNT.json", { zh: "tandem count --json 的结果", en: "an answer of tandem count --json" }, file, io.language);
    const groups = tellGroups(parsed.data);
    if (args.includes("--json")) await io.out(`${JSON.stringify(groups, null, 2)}\n`);
    else {
      const say = (sentence: { zh: string; en: string }) => sentence[io.language];
      const marks = { met: "●", possible: "◐", "not-met": "○" } as const;
      await io.out(
        `${[
          ...groups.cells.map(({ name, text }) => `${say(name)}  ${say(text)}`),
          ...groups.scale.map(({ name, outcome, because, cite }) => `${marks[outcome]} ${say(name)}  ${say(because)}  ${cite}`),
          ...groups.sensitive.filter(({ present }) => present).map(({ name, cite }) => `! ${say(name)}  ${cite}`),
          ...groups.notes.map((note) => `* ${say(note)}`),
        ].join("\n")}\n`,
      );
    }
    return 0;
  },
};
