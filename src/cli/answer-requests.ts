import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { type CommandIo, WrongRequest } from "#cli/command.ts";
import type { Answered, Refused } from "#cli/refused.ts";
import { splitLines } from "#json-lines/split-lines.ts";

/** Answers are written in blocks of this many characters: one write a line would cost more than the answer. */
const BLOCK = 1 << 16;
/** Bytes of a request: what is longer is a bad line. */
export const LONGEST_REQUEST = 256 << 20;

/** The JSON of a file, or of standard input for `-`. @throws WrongRequest naming the file or the place where it is no JSON */
export async function readJsonFile(file: string, argument: string, io: CommandIo): Promise<unknown> {
  if (file !== "-") await mustBeFile(file, argument, io);
  const parsed = parseJson(file === "-" ? await text(process.stdin) : await readFile(resolve(io.workingFolder, file), "utf8"));
  if (parsed.ok) return parsed.value;
  throw new WrongRequest(file, { zh: "JSON", en: "JSON" }, parsed.problem, io.language);
}

/**
 * `--jsonl FILE`: one answer a line in the order of the requests. A bad line is answered with `{"error": …}` in its place and the rest
 * goes on, with the line's number (1-based) and the request's id where it has one; an empty line is a bad one, so that line n answers line n.
 */
export async function answerJsonLines(
  file: string,
  io: CommandIo,
  answer: (request: unknown) => Answered | Promise<Answered>,
): Promise<void> {
  if (file !== "-") await mustBeFile(file, "--jsonl", io);
  const input = file === "-" ? process.stdin : createReadStream(resolve(io.workingFolder, file));
  let block = "";
  for await (const { number, content } of splitLines(input, LONGEST_REQUEST)) {
    if (io.signal.aborted) break;
    const parsed = content === null ? TOO_LONG : parseJson(content);
    const answered: Answered = parsed.ok
      ? await answer(parsed.value)
      : { ok: false, argument: "line", expected: { zh: "一行 JSON", en: "a line of JSON" }, found: parsed.problem };
    block += `${JSON.stringify(answered.ok ? answered.answer : { ...idOf(parsed), ...errorOf(answered, number, io.language) })}\n`;
    if (block.length < BLOCK) continue;
    await io.out(block);
    block = "";
  }
  await io.out(block);
}

/** @throws WrongRequest when the file cannot be read, or is a folder */
export async function mustBeFile(file: string, argument: string, io: CommandIo): Promise<void> {
  const found = await stat(resolve(io.workingFolder, file)).catch((problem: NodeJS.ErrnoException) => problem);
  if (found instanceof Error)
    throw new WrongRequest(argument, { zh: "能读取的文件", en: "a readable file" }, `${file} (${found.code})`, io.language);
  if (!found.isDirectory()) return;
  const folder = io.language === "zh" ? "文件夹" : "a folder";
  throw new WrongRequest(argument, { zh: "文件", en: "a file" }, `${file} (${folder})`, io.language);
}

const TOO_LONG = { ok: false as const, problem: `> ${LONGEST_REQUEST >> 20} MB` };

function parseJson(content: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    return { ok: true, value };
  } catch (problem) {
    // The parser's message quotes the input: it is cut so that one line stays one line.
    return { ok: false, problem: (problem instanceof Error ? problem.message : String(problem)).replace(/\s+/g, " ").slice(0, 120) };
  }
}

function errorOf({ argument, expected, found }: Refused, line: number, language: "zh" | "en"): object {
  const { message } = new WrongRequest(argument, expected, found, language);
  return { error: { line, argument, expected: expected[language], found, message } };
}

/** The id a bad request came with, so that its answer is found again. */
function idOf(parsed: ReturnType<typeof parseJson>): { id?: string | number } {
  const id: unknown = parsed.ok && typeof parsed.value === "object" && parsed.value !== null ? Reflect.get(parsed.value, "id") : undefined;
  return typeof id === "string" || typeof id === "number" ? { id } : {};
}
