/** A page of a document: its text and where it begins, in UTF-16 code units of the whole. */
export type Page = { readonly number: number; readonly begins: number; readonly text: string };

/** Code units of a page where the file has none of its own; a page ends at the next end of a line, or of a sentence. */
const SCREEN = 1600;
/** A page of a PDF may be anything; the screen is not to show more at once. */
const LONGEST = 20_000;

/** Cuts a text into the pages of its file, or into stretches for the screen where the file has none. The pages joined are the text. */
export function cutPages(text: string, begins: readonly number[] | null): Page[] {
  const starts = begins === null ? screens(text) : [...new Set([0, ...begins])].filter((at) => at === 0 || at < text.length);
  const cut = starts.flatMap((from, index) => split(from, starts[index + 1] ?? text.length, text));
  return cut.map(([from, to], index) => ({ number: index + 1, begins: from, text: text.slice(from, to) }));
}

function screens(text: string): number[] {
  const starts = [0];
  for (let at = SCREEN; at < text.length; ) {
    const end = endNear(text, at);
    if (end >= text.length) break;
    starts.push(end);
    at = end + SCREEN;
  }
  return starts;
}

/** Behind the end of the line, else of the sentence, within half a page; else here, but never inside a pair of surrogates. */
function endNear(text: string, at: number): number {
  const reach = text.slice(at, at + SCREEN / 2);
  for (const sign of ["\n", "。"]) {
    const found = reach.indexOf(sign);
    if (found >= 0) return at + found + 1;
  }
  return whole(text, at);
}

function split(from: number, to: number, text: string): [number, number][] {
  if (to - from <= LONGEST) return [[from, to]];
  const middle = whole(text, from + LONGEST);
  return [[from, middle], ...split(middle, to, text)];
}

function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
