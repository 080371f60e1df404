import { parseArgs } from "node:util";
import { loadCalendar, ownHolidays } from "#calendar/load-calendar.query.ts";
import { isPlainDate } from "#calendar/plain-date.ts";
import { readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { describeReplay, printReplay, printTable } from "#procedures/print-procedures.ts";
import { tableOf } from "#procedures/procedure-parts.ts";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { replaySteps, StepSequence } from "#procedures/replay-steps.ts";

/** `tandem procedures`: the tables of allowed steps, and a sequence of steps held against them. Exit 1 when a step is refused. */
export const proceduresCommand: Command = {
  name: "procedures",
  usage: "tandem procedures [--table KIND] [--json] | tandem procedures --check STEPS.json|- [--as-of DATE] [--json]",
  summary: {
    zh: "办案程序：各程序的步骤表；按同一张表离线核对一串步骤（能否办理、理由和依据、起算的期限、下一步）",
    en: "procedures: the tables of steps; a sequence of steps checked offline by the same table, with reasons, clocks and what comes next",
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, io);
    if (positionals[0] !== undefined)
      throw new WrongRequest("OPTION", { zh: proceduresCommand.usage, en: proceduresCommand.usage }, positionals[0], io.language);
    const calendar = loadCalendar(undefined, ownHolidays(io));
    const tables = loadProcedureTables(new Set(calendar.rules.keys()));
    if (values.check === undefined) {
      const kind = ProcedureKind.safeParse(values.table);
      const kinds = ProcedureKind.options.join("、");
      if (values.table !== undefined && !kind.success)
        throw new WrongRequest("--table", { zh: `${kinds} 之一`, en: `one of ${kinds}` }, values.table, io.language);
      const chosen = kind.success ? [tableOf(tables, kind.data)] : [...tables.values()];
      await io.out(values.json ? `${JSON.stringify(chosen, null, 2)}\n` : chosen.map((table) => printTable(table, io.language)).join("\n"));
      return 0;
    }
    const today = values["as-of"] ?? todayOf(io.now);
    if (!isPlainDate(today))
      throw new WrongRequest("--as-of", { zh: "日期（如 2026-03-10）", en: "a date (such as 2026-03-10)" }, today, io.language);
    const request = await readJsonFile(values.check, "--check", io);
    const sequence = StepSequence.safeParse(request);
    if (!sequence.success) {
      const { argument, expected, found } = refuseShape(request, sequence.error);
      throw new WrongRequest(argument, expected, found, io.language);
    }
    const table = tableOf(tables, sequence.data.kind);
    const described = describeReplay(table, replaySteps(table, calendar, sequence.data, today), calendar);
    await io.out(values.json ? `${JSON.stringify(described, null, 2)}\n` : printReplay(described, io.language));
    return described.refused === 0 ? 0 : 1;
  },
};

function readArguments(args: readonly string[], io: CommandIo) {
  const value = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, table: value, check: value, "as-of": value },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: proceduresCommand.usage, en: proceduresCommand.usage }, found, io.language);
  }
}

/** The day in China, where the periods run. */
function todayOf(now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now);
}
