import { answerJsonLines, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import type { Answered } from "#cli/refused.ts";
import { assess } from "#statutes/assess.ts";
import { parseFacts } from "#statutes/parse-facts.ts";
import { printAssessment } from "#statutes/print-assessment.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import { takeProvisions } from "#statutes/take-provisions.cli.ts";

/** `tandem assess`: exit 0 with an answer, 2 for a malformed request; in bulk a bad line is answered in its place and the rest goes on. */
export const assessCommand: Command = {
  name: "assess",
  usage: "tandem assess FACTS.json|- [--json] [--provisions DIR] | tandem assess --jsonl FILE|-",
  summary: {
    zh: "按法律和司法解释评估事实，给出情节、理由和缺少的事实（- 为标准输入；--jsonl 每行一个请求）",
    en: "hold facts against the statutes: band, grounds and what is missing (- is standard input; --jsonl one request a line)",
  },
  run: async (args, io) => {
    const { rest, load } = takeProvisions(args, io);
    const request = readArguments(rest, io);
    const provisions = load();
    if (request.bulk) {
      await answerJsonLines(request.file, io, (line) => answerLine(line, provisions));
      return 0;
    }
    const parsed = parseFacts(await readJsonFile(request.file, "FACTS.json", io));
    if (!parsed.ok) throw new WrongRequest(parsed.argument, parsed.expected, parsed.found, io.language);
    const answer = assess(parsed.facts, provisions);
    await io.out(request.json ? `${JSON.stringify(answer, null, 2)}\n` : printAssessment(answer, io.language));
    return 0;
  },
};

type Request = { readonly file: string; readonly bulk: boolean; readonly json: boolean };

function readArguments(args: readonly string[], io: CommandIo): Request {
  const files = args.filter((argument) => argument === "-" || !argument.startsWith("-"));
  const unknown = args.find((argument) => argument !== "-" && argument.startsWith("-") && argument !== "--json" && argument !== "--jsonl");
  if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json 或 --jsonl", en: "--json or --jsonl" }, unknown, io.language);
  const [file, more] = files;
  if (file === undefined)
    throw new WrongRequest(
      "FACTS.json",
      { zh: "一个文件名，或 - 表示标准输入", en: "a file name, or - for standard input" },
      "—",
      io.language,
    );
  if (more !== undefined) throw new WrongRequest("FACTS.json", { zh: "只有一个文件", en: "one file only" }, more, io.language);
  return { file, bulk: args.includes("--jsonl"), json: args.includes("--json") };
}

function answerLine(request: unknown, provisions: Provisions): Answered {
  const parsed = parseFacts(request);
  return parsed.ok ? { ok: true, answer: assess(parsed.facts, provisions) } : parsed;
}
