import { parseArgs } from "node:util";
import { type PeriodAnswer, PeriodRequest } from "#calendar/calendar.contract.ts";
import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import { loadCalendar, ownHolidays } from "#calendar/load-calendar.query.ts";
import { answerJsonLines } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { leaveOutNulls } from "#cli/leave-out-nulls.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import type { Answered } from "#cli/refused.ts";

/** `tandem period`: a statutory period (the command line's contract, section 3). */
export const periodCommand: Command = {
  name: "period",
  usage:
    "tandem period RULE --from DATE [--detained] [--extend N] [--suspended N] [--urgent] [--ruling] [--json] | tandem period --list | tandem period --jsonl FILE|-",
  summary: {
    zh: "计算法定期间：起算日、届满日、节假日顺延，逐步说明（--list 列出规则）",
    en: "a statutory period: first day, last day, holidays, step by step (--list prints the rules)",
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, io);
    const calendar = loadCalendar(undefined, ownHolidays(io));
    if (values.list) {
      await io.out(values.json ? `${JSON.stringify([...calendar.rules.values()], null, 2)}\n` : listRules(calendar, io.language));
      return 0;
    }
    if (values.jsonl !== undefined) {
      await answerJsonLines(values.jsonl, io, (request) => answerRequest(request, calendar, io));
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
      {
        rule,
        from,
        detained,
        urgent,
        ruling,
        extend: readNumber("--extend", values.extend, io),
        suspended: readNumber("--suspended", values.suspended, io),
      },
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
      options: {
        json: flag,
        list: flag,
        detained: flag,
        urgent: flag,
        ruling: flag,
        from: value,
        extend: value,
        suspended: value,
        jsonl: value,
      },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: periodCommand.usage, en: periodCommand.usage }, found, io.language);
  }
}

function readNumber(option: "--extend" | "--suspended", given: string | undefined, io: CommandIo): number {
  if (given === undefined) return 0;
  if (/^\d{1,4}$/.test(given)) return Number(given);
  const expected =
    option === "--extend"
      ? { zh: "整数，单位按该规则的延长", en: "a whole number in the unit of the rule's extension" }
      : { zh: "不计入的日数（整数）", en: "a whole number of days that do not count" };
  throw new WrongRequest(option, expected, given, io.language);
}

function listRules({ rules }: Calendar, language: "zh" | "en"): string {
  return [...rules.values()]
    .map(({ id, trigger, act, length, cite }) => {
      const [[unit, number] = ["", 0]] = Object.entries(length);
      return `${id.padEnd(14)} ${trigger[language]} → ${act[language]}  ${number} ${unit}  ${cite.join("；")}\n`;
    })
    .join("");
}

function answerRequest(request: unknown, calendar: Calendar, { language }: CommandIo): Answered {
  const parsed = PeriodRequest.safeParse(leaveOutNulls(request));
  return parsed.success ? computePeriod(parsed.data, calendar, language) : refuseShape(request, parsed.error);
}
