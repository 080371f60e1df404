import { parseArgs } from "node:util";
import { mustBeFile, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import { calculateGains } from "#gains/calculate-gains.ts";
import { GainsChoices } from "#gains/gains.contract.ts";
import { maskLine } from "#gains/mask-flow.ts";
import { printGains } from "#gains/print-gains.ts";
import { readMoneyFlow } from "#gains/read-money-flow.ts";
import { readTableFile } from "#tables/read-table-file.ts";

/** `tandem gains`: what a money-flow table comes to, line by line. Exit 1 while lines are open or a currency is kept apart. */
export const gainsCommand: Command = {
  name: "gains",
  usage: "tandem gains FILE.csv|FILE.xlsx|FILE.xls [--own NAME]… [--choices CHOICES.json|-] [--json]",
  summary: {
    zh: "由资金流水逐行计算违法所得和获利：退款、冲正、内部转账、成本，币种分列（--own 为本方户名或账号，可多次）",
    en: "gains and profit from money flows, line by line: refunds, reversals, internal transfers, costs, currencies apart",
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, io);
    const [file, more] = positionals;
    if (file === undefined || more !== undefined)
      throw new WrongRequest("FILE", { zh: "一个CSV、XLSX或者XLS文件", en: "one CSV, XLSX or XLS file" }, more ?? "—", io.language);
    await mustBeFile(file, "FILE", io);
    const read = await readTableFile(io.workingFolder, file, io.signal);
    if (!read.ok)
      throw new WrongRequest("FILE", { zh: "能读取的表", en: "a table that can be read" }, read.problem[io.language], io.language);
    const { lines, columns, unread, skipped } = readMoneyFlow(read.tables);
    if (lines.length === 0)
      throw new WrongRequest(
        "FILE",
        { zh: "有金额列的流水表", en: "a table with a column of amounts" },
        unread[0]?.sentence[io.language] ?? "—",
        io.language,
      );
    const choices = await readChoices(values.choices, values.own ?? [], io);
    const answer = calculateGains(lines, choices);
    if (!answer.ok) throw new WrongRequest(answer.place, answer.expected, answer.found, io.language);
    // What is printed may be passed on: names and accounts are masked, the row of the table is the way back.
    const result = { ...answer.result, lines: answer.result.lines.map(maskLine) };
    const reading = { file, sha256: read.sha256, columns, unread, skipped };
    await io.out(values.json ? `${JSON.stringify({ ...reading, ...result }, null, 2)}\n` : printGains(result, unread, io.language));
    return result.complete && unread.length === 0 ? 0 : 1;
  },
};

async function readChoices(file: string | undefined, own: readonly string[], io: CommandIo): Promise<GainsChoices> {
  const given = file === undefined ? {} : await readJsonFile(file, "--choices", io);
  const parsed = GainsChoices.safeParse(given);
  if (!parsed.success) {
    const { argument, expected, found } = refuseShape(given, parsed.error);
    throw new WrongRequest(argument, expected, found, io.language);
  }
  return { ...parsed.data, own: [...parsed.data.own, ...own] };
}

function readArguments(args: readonly string[], io: CommandIo) {
  const string = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, own: { ...string, multiple: true }, choices: string },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: gainsCommand.usage, en: gainsCommand.usage }, found, io.language);
  }
}
