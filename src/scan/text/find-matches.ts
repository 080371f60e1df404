const NONE: readonly RegExpExecArray[] = [];

/**
 * What `text.matchAll(pattern)` gives, without the copy of the pattern it makes each time, which costs more than the search. The pattern has the
 * flag `g`, and no match of it is empty.
 */
export function findMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    if (match[0] === "") throw new Error(`${pattern.source} matches nothing`);
    matches.push(match);
  }
  return matches;
}
