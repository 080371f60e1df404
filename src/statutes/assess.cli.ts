import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { parseFacts, type WrongFacts } from "#statutes/parse-facts.ts";
import { printAssessment } from "#statutes/print-assessment.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** Answers are written in blocks of this many characters: one write a line would cost more than the assessment. */
const BLOCK = 1 << 16;

/** `tandem assess`: exit 0 with an answer, 2 for a malformed request; in bulk a bad line is answered in its place and the rest goes on. */
export const assessCommand: Command = {
  name: "assess",
  usage: "tandem assess FACTS.json|- [--json] | tandem assess --jsonl FILE|-",
  summary: {
    zh: "按法律和司法解释评估事实，给出情节、理由和缺少的事实（- 为标准输入；--jsonl 每行一个请求）",
    en: "hold facts against the statutes: band, grounds and what is missing (- is standard input; --jsonl one request a line)",
  },
  run: async (args, io) => {
    const request = readArguments(args, io);
    const provisions = loadProvisions();
    if (request.bulk) {
      await assessLines(request.file, provisions, io);
      return 0;
    }
    const parsed = parseFacts(parseJson(await readText(request.file, io), request.file, io));
    if (!parsed.ok) throw new WrongRequest(parsed.field, parsed.expected, parsed.found, io.language);
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

async function readText(file: string, io: CommandIo): Promise<string> {
  if (file === "-") return text(process.stdin);
  await mustBeFile(file, io);
  return readFile(resolve(io.workingFolder, file), "utf8");
}

async function mustBeFile(file: string, io: CommandIo): Promise<void> {
  const found = await stat(resolve(io.workingFolder, file)).catch((problem: NodeJS.ErrnoException) => problem);
  if (found instanceof Error)
    throw new WrongRequest("FACTS.json", { zh: "能读取的文件", en: "a readable file" }, `${file} (${found.code})`, io.language);
  if (found.isDirectory())
    throw new WrongRequest(
      "FACTS.json",
      { zh: "文件", en: "a file" },
      `${file} (${io.language === "zh" ? "文件夹" : "a folder"})`,
      io.language,
    );
}

function parseJson(content: string, file: string, io: CommandIo): unknown {
  const parsed = tryJson(content);
  if (parsed.ok) return parsed.value;
  throw new WrongRequest(file, { zh: "JSON", en: "JSON" }, parsed.problem, io.language);
}

function tryJson(content: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    return { ok: true, value };
  } catch (problem) {
    // The parser's message quotes the input: it is cut so that one line stays one line.
    return { ok: false, problem: (problem instanceof Error ? problem.message : String(problem)).replace(/\s+/g, " ").slice(0, 120) };
  }
}

/** One answer a line in the order of the requests; an empty line is a bad one, so that line n answers line n. */
async function assessLines(file: string, provisions: Provisions, io: CommandIo): Promise<void> {
  if (file !== "-") await mustBeFile(file, io);
  const input = file === "-" ? process.stdin : createReadStream(resolve(io.workingFolder, file));
  let block = "";
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (io.signal.aborted) break;
    block += `${JSON.stringify(answerLine(line, provisions, io.language))}\n`;
    if (block.length < BLOCK) continue;
    await io.out(block);
    block = "";
  }
  await io.out(block);
}

function answerLine(line: string, provisions: Provisions, language: "zh" | "en"): object {
  const parsed = tryJson(line);
  if (!parsed.ok)
    return errorOf({ ok: false, field: "line", expected: { zh: "一行 JSON", en: "a line of JSON" }, found: parsed.problem }, language);
  const facts = parseFacts(parsed.value);
  return facts.ok ? assess(facts.facts, provisions) : errorOf(facts, language);
}

function errorOf({ field, expected, found }: WrongFacts, language: "zh" | "en"): object {
  return {
    error: { argument: field, expected: expected[language], found, message: new WrongRequest(field, expected, found, language).message },
  };
}
