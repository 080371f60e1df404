import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { LONGEST_REQUEST, mustBeFile } from "#cli/answer-requests.ts";
import type { CommandIo } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import type { Refused } from "#cli/refused.ts";
import { splitLines } from "#json-lines/split-lines.ts";
import { CaseText } from "#similarity/similarity.contract.ts";

export type CaseLine = { readonly ok: true; readonly line: number; readonly value: CaseText } | (RefusedCase & { readonly line: number });
/** A line that is no case, with the id it came with, so that its answer is found again. */
type RefusedCase = Refused & { readonly id?: string | number };

/**
 * The cases of a file of `{"id","text"}` lines one after the other, a bad line as a refusal with its number (1-based); `-` is standard input.
 * An empty line is a bad one. @throws WrongRequest when the file cannot be read
 */
export async function* readCases(file: string, argument: string, io: CommandIo): AsyncGenerator<CaseLine> {
  if (file !== "-") await mustBeFile(file, argument, io);
  const input = file === "-" ? process.stdin : createReadStream(resolve(io.workingFolder, file));
  for await (const { number: line, content } of splitLines(input, LONGEST_REQUEST)) {
    if (io.signal.aborted) return;
    yield { line, ...(content === null ? TOO_LONG : readCase(content)) };
  }
}

/** A query file may also be one JSON object written over several lines. */
export async function readQueries(file: string, argument: string, io: CommandIo): Promise<CaseLine[]> {
  const lines: CaseLine[] = [];
  for await (const line of readCases(file, argument, io)) lines.push(line);
  if (file === "-" || lines.length < 2 || lines.some(({ ok }) => ok)) return lines;
  const whole = readCase(await readFile(resolve(io.workingFolder, file), "utf8"));
  return whole.ok ? [{ line: 1, ...whole }] : lines;
}

const TOO_LONG: Refused = {
  ok: false,
  argument: "line",
  expected: { zh: "一行 JSON", en: "a line of JSON" },
  found: `> ${LONGEST_REQUEST >> 20} MB`,
};

function readCase(content: string): { readonly ok: true; readonly value: CaseText } | RefusedCase {
  const parsed = parseJson(content);
  if (!parsed.ok) return { ok: false, argument: "line", expected: { zh: "一行 JSON", en: "a line of JSON" }, found: parsed.problem };
  const found = CaseText.safeParse(parsed.value);
  if (found.success) return { ok: true, value: found.data };
  return { ...nameField(parsed.value, refuseShape(parsed.value, found.error)), ...idOf(parsed.value) };
}

function idOf(value: unknown): { id?: string | number } {
  const id: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "id") : undefined;
  return typeof id === "number" || (typeof id === "string" && id !== "") ? { id } : {};
}

/** The library's own words for a missing id or an empty text are English only. */
function nameField(value: unknown, refused: Refused): Refused {
  if (refused.argument === "id") return { ...refused, expected: { zh: "非空的编号", en: "an id that is not empty" } };
  if (refused.argument !== "text") return refused;
  const text: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "text") : undefined;
  // A text is a person's case: of a wrong one only its type is told.
  const found = typeof text === "string" ? '""' : text === undefined ? refused.found : typeof text;
  return { ...refused, expected: { zh: "非空的案件事实", en: "facts of a case that are not empty" }, found };
}

/** The parser's message quotes what it read, here a case: only that it is no JSON, and how long, is told. */
function parseJson(content: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    return { ok: true, value };
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    return { ok: false, problem: content.trim() === "" ? "（空行 empty line）" : `${content.length} 个字符 characters` };
  }
}
