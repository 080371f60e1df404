/** A line of a file, 1-based; null: longer than allowed, its content was dropped as it came. */
export type Line = { readonly number: number; readonly content: string | null };

const NEWLINE = 10;

/** The lines of a stream of UTF-8 (\n or \r\n), empty ones left out. Memory is bounded by `longest` bytes. */
export async function* splitLines(stream: AsyncIterable<Uint8Array | string>, longest: number): AsyncGenerator<Line> {
  let [number, held, kept]: [number, number, Uint8Array[]] = [1, 0, []];
  const take = (part: Uint8Array): void => {
    held += part.length;
    if (held <= longest) kept.push(part);
    else kept = [];
  };
  const close = (): Line | null => {
    const content =
      held > longest
        ? null
        : Buffer.concat(kept)
            .toString("utf8")
            .replace(/^\uFEFF/, "")
            .trim();
    const line = { number, content };
    [number, held, kept] = [number + 1, 0, []];
    return content === "" ? null : line;
  };
  for await (const part of stream) {
    const chunk = typeof part === "string" ? Buffer.from(part) : part;
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      const line = close();
      if (line) yield line;
    }
    take(chunk.subarray(from));
  }
  const last = close();
  if (last) yield last;
}
