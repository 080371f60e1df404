import type { Calendar } from "#calendar/compute-period.ts";
import { loadCalendar, ownHolidays } from "#calendar/load-calendar.query.ts";
import { answerJsonLines, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { leaveOutNulls } from "#cli/leave-out-nulls.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import type { Answered } from "#cli/refused.ts";
import { adviseJurisdiction } from "#jurisdiction/advise-jurisdiction.ts";
import { type JurisdictionAdvice, JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import type { JurisdictionRules } from "#jurisdiction/jurisdiction-rules.contract.ts";
import { loadJurisdictionRules } from "#jurisdiction/load-jurisdiction-rules.query.ts";
import { tellAdvice } from "#jurisdiction/tell-advice.ts";

/** `tandem jurisdiction`: which organ has the case, why, and who decides a dispute (the command line's contract, section 4). */
export const jurisdictionCommand: Command = {
  name: "jurisdiction",
  usage: "tandem jurisdiction FACTS.json|- [--json] | tandem jurisdiction --jsonl FILE|-",
  summary: {
    zh: "按犯罪地、居住地、立案情况确定管辖，列出候选机关、依据、共同的上级、同级检察院、指定、并案分案与公益诉讼管辖",
    en: "jurisdiction from places of crime, residence and filings, with candidates, reasons, the common superior, designation, joinder and public-interest jurisdiction",
  },
  run: async (args, io) => {
    const files = args.filter((argument) => argument === "-" || !argument.startsWith("-"));
    const unknown = args.find((argument) => argument.startsWith("--") && argument !== "--json" && argument !== "--jsonl");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json 或 --jsonl", en: "--json or --jsonl" }, unknown, io.language);
    const [file, more] = files;
    if (file === undefined || more !== undefined)
      throw new WrongRequest(
        "FACTS.json",
        { zh: "一个文件名，或 - 表示标准输入", en: "one file name, or - for standard input" },
        more ?? "—",
        io.language,
      );
    const books = { rules: loadJurisdictionRules(), calendar: loadCalendar(undefined, ownHolidays(io)) };
    if (args.includes("--jsonl")) {
      await answerJsonLines(file, io, (request) => answerRequest(request, books, io));
      return 0;
    }
    const answered = answerRequest(await readJsonFile(file, "FACTS.json", io), books, io);
    if (!answered.ok) throw new WrongRequest(answered.argument, answered.expected, answered.found, io.language);
    await io.out(args.includes("--json") ? `${JSON.stringify(answered.answer, null, 2)}\n` : tellAdvice(answered.answer, io.language));
    return 0;
  },
};

function answerRequest(
  request: unknown,
  books: { readonly rules: JurisdictionRules; readonly calendar: Calendar },
  { language }: CommandIo,
): (Answered & { ok: false }) | { ok: true; answer: JurisdictionAdvice } {
  const facts = JurisdictionFacts.safeParse(leaveOutNulls(request));
  return facts.success ? { ok: true, answer: adviseJurisdiction(facts.data, books, language) } : refuseShape(request, facts.error);
}
