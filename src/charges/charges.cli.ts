import { parseArgs } from "node:util";
import type { ChargeBooks } from "#charges/charge-books.contract.ts";
import type { ChargesAnswer } from "#charges/charges.contract.ts";
import { listCharges } from "#charges/list-charges.ts";
import { loadChargeBooks } from "#charges/load-charge-books.query.ts";
import { parseBundle } from "#charges/parse-bundle.ts";
import { printCharges, printPhenomena } from "#charges/print-charges.ts";
import { answerJsonLines, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import type { Refused } from "#cli/refused.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** `tandem charges`: exit 0 with an answer, 2 for a malformed request. A phenomenon alone is answered with everything unknown. */
export const chargesCommand: Command = {
  name: "charges",
  usage: "tandem charges [FACTS.json|-] [--phenomenon ID] [--json] | tandem charges --list [--json] | tandem charges --jsonl FILE|-",
  summary: {
    zh: "可能的罪名：从现象或者事实到每个罪名的要件、情节、缺少的事实和罪数建议（--list 列出现象）",
    en: "alternative charges: from a phenomenon or facts to what each offence has and lacks, and concurrence (--list names the phenomena)",
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, io);
    const books = loadChargeBooks();
    if (values.list) {
      const phenomena = [...books.phenomena.values()];
      await io.out(
        values.json
          ? `${JSON.stringify({ phenomena, notShared: [...books.notCarried] }, null, 2)}\n`
          : printPhenomena(phenomena, io.language),
      );
      return 0;
    }
    const provisions = loadProvisions();
    if (values.jsonl !== undefined) {
      await answerJsonLines(values.jsonl, io, (request) => answerRequest(request, books, provisions));
      return 0;
    }
    const [file, more] = positionals;
    if (more !== undefined || (file === undefined && values.phenomenon === undefined))
      throw new WrongRequest(
        "FACTS.json",
        { zh: "一个文件名、- 或 --phenomenon", en: "one file name, - or --phenomenon" },
        more ?? "—",
        io.language,
      );
    const request = file === undefined ? {} : await readJsonFile(file, "FACTS.json", io);
    const answered = answerRequest(request, books, provisions, values.phenomenon);
    if (!answered.ok) throw new WrongRequest(answered.argument, answered.expected, answered.found, io.language);
    await io.out(values.json ? `${JSON.stringify(answered.answer, null, 2)}\n` : printCharges(answered.answer, io.language));
    return 0;
  },
};

function readArguments(args: readonly string[], io: CommandIo) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, list: { type: "boolean" }, jsonl: { type: "string" }, phenomenon: { type: "string" } },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: chargesCommand.usage, en: chargesCommand.usage }, found, io.language);
  }
}

/** `phenomenon` of the command line stands above the one in the request. */
function answerRequest(
  request: unknown,
  books: ChargeBooks,
  provisions: Provisions,
  phenomenon?: string,
): { ok: true; answer: ChargesAnswer } | Refused {
  const parsed = parseBundle(request, books);
  if (!parsed.ok) return parsed;
  if (phenomenon !== undefined && !books.phenomena.has(phenomenon)) {
    const known = [...books.phenomena.keys()];
    return { ok: false, argument: "--phenomenon", expected: { zh: known.join("、"), en: known.join(", ") }, found: phenomenon };
  }
  const question = phenomenon === undefined ? parsed.question : { ...parsed.question, phenomenon };
  return { ok: true, answer: listCharges(question, books, provisions) };
}
