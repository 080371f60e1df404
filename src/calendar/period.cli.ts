import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { type PeriodAnswer, PeriodRequest } from "#calendar/calendar.contract.ts";
import { type Calendar, computePeriod, type WrongPeriod } from "#calendar/compute-period.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";

/** `tandem period`: a statutory period (the command line's contract, section 3). */
export const periodCommand: Command = {
  name: "period",
  usage:
    "tandem period RULE --from DATE [--detained] [--extend N] [--urgent] [--ruling] [--json] | tandem period --list | tandem period --jsonl FILE|-",
  summary: {
    zh: "计算法定期间：起算日、届满日、节假日顺延，逐步说明（--list 列出规则）",
    en: "a statutory period: first day, last day, holidays, step by step (--list prints the rules)",
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, io);
    const calendar = loadCalendar();
    if (values.list) {
      await io.out(values.json ? `${JSON.stringify([...calendar.rules.values()], null, 2)}\n` : listRules(calendar, io.language));
      return 0;
    }
    if (values.jsonl !== undefined) {
      await answerLines(values.jsonl, calendar, io);
      return 0;
    }
    const [rule, more] = positionals;
    if (rule === undefined)
      throw new WrongRequest(
        "RULE",
        { zh: "期间规则的编号（tandem period --list）", en: "the id of a rule (tandem period --list)" },
        "—",
        io.language,
      );
    if (more !== undefined) throw new WrongRequest("RULE", { zh: "只有一个规则", en: "one rule only" }, more, io.language);
    if (values.from === undefined)
      throw new WrongRequest("--from", { zh: "日期（如 2026-01-31）", en: "a date (such as 2026-01-31)" }, "—", io.language);
    const { from, detained = false, urgent = false, ruling = false } = values;
    const computed = computePeriod(
      { rule, from, detained, urgent, ruling, extend: readExtension(values.extend, io) },
      calendar,
      io.language,
    );
    if (!computed.ok) throw new WrongRequest(computed.argument, computed.expected, computed.found, io.language);
    const { answer } = computed;
    await io.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : printPeriod(answer));
    return 0;
  },
};

function printPeriod({ rule, due, steps, warnings, notes, cite }: PeriodAnswer): string {
  const lines = [...steps, ...warnings.map((warning) => `! ${warning}`), ...notes.map((note) => `* ${note}`), cite.join("；")];
  return `${rule}  ${due}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function readArguments(args: readonly string[], io: CommandIo) {
  const flag = { type: "boolean" } as const;
  const value = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: flag, list: flag, detained: flag, urgent: flag, ruling: flag, from: value, extend: value, jsonl: value },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: periodCommand.usage, en: periodCommand.usage }, found, io.language);
  }
}

function readExtension(given: string | undefined, io: CommandIo): number {
  if (given === undefined) return 0;
  if (/^\d{1,4}$/.test(given)) return Number(given);
  throw new WrongRequest(
    "--extend",
    { zh: "整数，单位按该规则的延长", en: "a whole number in the unit of the rule's extension" },
    given,
    io.language,
  );
}

function listRules({ rules }: Calendar, language: "zh" | "en"): string {
  return [...rules.values()]
    .map(({ id, trigger, act, length, cite }) => {
      const [[unit, number] = ["", 0]] = Object.entries(length);
      return `${id.padEnd(14)} ${trigger[language]} → ${act[language]}  ${number} ${unit}  ${cite.join("；")}\n`;
    })
    .join("");
}

/** One answer a line in the order of the requests; a bad line is answered in its place and the rest goes on. */
async function answerLines(file: string, calendar: Calendar, io: CommandIo): Promise<void> {
  const content = file === "-" ? await text(process.stdin) : await readLines(file, io);
  const lines = content.replace(/\r?\n$/, "").split(/\r?\n/);
  await io.out(content === "" ? "" : `${lines.map((line) => JSON.stringify(answerLine(line, calendar, io))).join("\n")}\n`);
}

async function readLines(file: string, io: CommandIo): Promise<string> {
  try {
    return await readFile(resolve(io.workingFolder, file), "utf8");
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? String(problem.code) : String(problem);
    throw new WrongRequest("--jsonl", { zh: "能读取的文件", en: "a readable file" }, `${file} (${code})`, io.language);
  }
}

function answerLine(line: string, calendar: Calendar, { language }: CommandIo): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (problem) {
    const found = (problem instanceof Error ? problem.message : String(problem)).replace(/\s+/g, " ").slice(0, 120);
    return errorOf("line", { zh: "一行 JSON", en: "a line of JSON" }, found, language);
  }
  const request = PeriodRequest.safeParse(value);
  if (!request.success) {
    const issue = request.error.issues[0];
    return errorOf(
      issue?.path.map(String).join(".") || "line",
      { zh: "rule、from 等字段", en: "the fields rule, from …" },
      issue?.message ?? "",
      language,
    );
  }
  const computed = computePeriod(request.data, calendar, language);
  return computed.ok ? computed.answer : errorOf(computed.argument, computed.expected, computed.found, language);
}

function errorOf(argument: string, expected: WrongPeriod["expected"], found: string, language: "zh" | "en"): object {
  return {
    error: { argument, expected: expected[language], found, message: new WrongRequest(argument, expected, found, language).message },
  };
}
