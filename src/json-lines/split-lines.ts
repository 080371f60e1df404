/** A line of a file, 1-based; null: longer than allowed, its content was dropped as it came. */
export type Line = { readonly number: number; readonly content: string | null };
/** A line with its bytes in the stream, its end of line among them: where to go on behind it. */
export type PlacedLine = Line & { readonly from: number; readonly to: number };

const NEWLINE = 10;

/**
 * The lines of a stream of UTF-8 JSON Lines, empty ones too (their content is ""): only \n and \r\n end a line, as JSON Lines says. Node's own reader also cuts
 * at U+2028 and U+2029, which may stand inside a JSON text and do in judgments. `start` where the stream begins in the middle of the file. Memory is bounded by
 * `longest` bytes. Source: https://jsonlines.org
 */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array | string>,
  longest: number,
  start: { readonly number: number; readonly at: number } = { number: 1, at: 0 },
): AsyncGenerator<PlacedLine> {
  let [number, begins, held, kept]: [number, number, number, Uint8Array[]] = [start.number, start.at, 0, []];
  const take = (part: Uint8Array): void => {
    held += part.length;
    if (held <= longest) kept.push(part);
    else kept = [];
  };
  const close = (ending: number): PlacedLine => {
    const content =
      held > longest
        ? null
        : Buffer.concat(kept)
            .toString("utf8")
            .replace(/^\uFEFF/, "")
            .trim();
    const line = { number, content, from: begins, to: begins + held + ending };
    [number, begins, held, kept] = [number + 1, line.to, 0, []];
    return line;
  };
  for await (const part of stream) {
    const chunk = typeof part === "string" ? Buffer.from(part) : part;
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      yield close(1);
    }
    take(chunk.subarray(from));
  }
  if (held > 0) yield close(0);
}
