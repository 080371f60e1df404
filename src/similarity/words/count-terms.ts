/** Fixed words by their first two characters, each with the number of what it tells of. */
export type TermIndex = ReadonlyMap<number, readonly { readonly term: string; readonly of: number }[]>;

/** @throws when a term is shorter than two characters: it could never be looked up */
export function buildTermIndex(terms: Iterable<readonly [term: string, of: number]>): TermIndex {
  const index = new Map<number, { term: string; of: number }[]>();
  for (const [term, of] of terms) {
    if (term.length < 2) throw new Error(`the term ${term} is too short`);
    const key = keyAt(term, 0);
    const list = index.get(key);
    if (list === undefined) index.set(key, [{ term, of }]);
    else list.push({ term, of });
  }
  return index;
}

/** How often each thing is told of in the text. What a 未, 没有 or 并非 right before it denies does not count. */
export function countTerms(text: string, index: TermIndex): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const list = index.get(keyAt(text, at));
    if (list === undefined) continue;
    for (const { term, of } of list) if (text.startsWith(term, at) && !isDenied(text, at)) counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  return counts;
}

function isDenied(text: string, at: number): boolean {
  if (text[at - 1] === "未") return true;
  const before = text.slice(Math.max(0, at - 2), at);
  return before === "没有" || before === "并非";
}

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
