import type { Line } from "#json-lines/split-lines.ts";
import { JudgmentLine } from "#library/library.contract.ts";

export const LONGEST_LINE = 8 * 1024 * 1024;
type Words = { readonly zh: string; readonly en: string };
export type ReadLine = { readonly ok: true; readonly value: JudgmentLine } | { readonly ok: false; readonly sentence: Words };

const NO_JSON = {
  zh: '应为一行 JSON：{"id", "text"}，实际不是一行 JSON',
  en: 'a line of JSON was expected: {"id", "text"}; it is no line of JSON',
};
const NO_DOCUMENT = {
  zh: "应有 id（文字或者数字）和 text（有内容，至多200万字），实际缺少或者不合要求",
  en: "an id (text or a number) and a text (not empty, 2,000,000 characters at most) were expected; one is missing or not as it must be",
};
const TOO_LONG = { zh: "应不超过 8 MB，实际更长，未读", en: "8 MB at most were expected; it is longer and was not read" };
const BROKEN = {
  zh: "应为可以保存的文字，实际含有不能保存的字符（空字符、残缺字符）",
  en: "text that can be stored was expected; it holds characters that cannot (NUL, halves of characters)",
};

/** Every sentence a line may be refused with. */
export const LINE_PROBLEMS: readonly Words[] = [NO_JSON, NO_DOCUMENT, TOO_LONG, BROKEN];

/** A line of a file of judgments, or what is wrong with it, without its content. */
export function readLine({ content }: Pick<Line, "content">): ReadLine {
  if (content === null) return { ok: false, sentence: TOO_LONG };
  const value = parse(content);
  if (value === undefined) return { ok: false, sentence: NO_JSON };
  const line = JudgmentLine.safeParse(value);
  if (!line.success) return { ok: false, sentence: NO_DOCUMENT };
  const words = [String(line.data.id), line.data.text, line.data.name ?? ""];
  if (words.some((one) => one.includes("\0") || !one.isWellFormed())) return { ok: false, sentence: BROKEN };
  return { ok: true, value: line.data };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined; // said by the caller: NO_JSON
  }
}
