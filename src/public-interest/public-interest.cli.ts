import { parseArgs } from "node:util";
import { loadCalendar, ownHolidays } from "#calendar/load-calendar.query.ts";
import { isPlainDate } from "#calendar/plain-date.ts";
import { answerJsonLines, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import type { Refused } from "#cli/refused.ts";
import { assessPublicInterest } from "#public-interest/assess-public-interest.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";
import { printPublicInterest } from "#public-interest/print-public-interest.ts";
import { type PublicInterestAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestBooks } from "#public-interest/public-interest-rules.contract.ts";

/** `tandem public-interest`: exit 0 with an answer, 2 for a malformed request; in bulk a bad line is answered in its place. The facts: docs/public-interest.md. */
export const publicInterestCommand: Command = {
  name: "public-interest",
  usage: "tandem public-interest FACTS.json|- [--as-of DATE] [--json] | tandem public-interest --jsonl FILE|- [--as-of DATE]",
  summary: {
    zh: "公益诉讼：提起条件、办案重点、各条路径的要件、公告能否在起诉前期满（字段见 docs/public-interest.md）",
    en: "public-interest litigation: standing, focus points, elements of each track, whether the notice ends before the prosecution",
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, io);
    const asOf = values["as-of"] ?? todayOf(io.now);
    if (!isPlainDate(asOf))
      throw new WrongRequest("--as-of", { zh: "日期（如 2026-03-10）", en: "a date (such as 2026-03-10)" }, asOf, io.language);
    const books = { rules: loadPublicInterestRules(), calendar: loadCalendar(undefined, ownHolidays(io)) };
    if (values.jsonl !== undefined) {
      await answerJsonLines(values.jsonl, io, (request) => answerRequest(request, books, asOf));
      return 0;
    }
    const [file, more] = positionals;
    if (file === undefined || more !== undefined)
      throw new WrongRequest(
        "FACTS.json",
        { zh: "一个文件名，或 - 表示标准输入", en: "one file name, or - for standard input" },
        more ?? "—",
        io.language,
      );
    const answered = answerRequest(await readJsonFile(file, "FACTS.json", io), books, asOf);
    if (!answered.ok) throw new WrongRequest(answered.argument, answered.expected, answered.found, io.language);
    await io.out(values.json ? `${JSON.stringify(answered.answer, null, 2)}\n` : printPublicInterest(answered.answer, io.language));
    return 0;
  },
};

function readArguments(args: readonly string[], io: CommandIo) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, jsonl: { type: "string" }, "as-of": { type: "string" } },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: publicInterestCommand.usage, en: publicInterestCommand.usage }, found, io.language);
  }
}

function answerRequest(request: unknown, books: PublicInterestBooks, asOf: string): { ok: true; answer: PublicInterestAnswer } | Refused {
  const facts = PublicInterestFacts.safeParse(request);
  return facts.success ? { ok: true, answer: assessPublicInterest(facts.data, books, asOf) } : refuseShape(request, facts.error);
}

/** The day in China, where the periods run. */
function todayOf(now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now);
}
