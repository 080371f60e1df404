/** A place where a term stands. `term` is its number in the list the automaton was built from; offsets are UTF-16 code units. */
export type TermHit = { readonly term: number; readonly from: number; readonly to: number };

export type Automaton = {
  /** Every place of every term, overlapping ones too, in the order of their ends. One step a code unit, however many terms there are. */
  readonly find: (text: string) => TermHit[];
  /** how often each term stands in the text */
  readonly count: (text: string) => Uint32Array;
  readonly states: number;
};

/**
 * An Aho-Corasick automaton over all terms, folded into one table of next states: classes of code units as columns (0 is what no term holds).
 * Terms are matched as they stand; empty terms are refused.
 */
export function buildAutomaton(terms: readonly string[]): Automaton {
  const classOf = new Uint16Array(65536);
  let classes = 1;
  let nodes = 1;
  for (const term of terms) {
    if (term === "") throw new Error("an empty term");
    nodes += term.length;
    for (let at = 0; at < term.length; at++) {
      const unit = term.charCodeAt(at);
      if (classOf[unit] === 0) classOf[unit] = classes++;
    }
  }
  const next = new Int32Array(nodes * classes).fill(-1);
  const depth = new Uint16Array(nodes);
  const ends = new Map<number, number[]>();
  let states = 1;
  terms.forEach((term, index) => {
    let state = 0;
    for (let at = 0; at < term.length; at++) {
      const cell = state * classes + (classOf[term.charCodeAt(at)] ?? 0);
      let child = next[cell] ?? -1;
      if (child < 0) {
        child = states++;
        depth[child] = at + 1;
        next[cell] = child;
      }
      state = child;
    }
    ends.set(state, [...(ends.get(state) ?? []), index]);
  });
  const has = foldFailures(next, classes, states, ends);
  const lengths = Uint16Array.from(terms, (term) => term.length);
  const find = (text: string): TermHit[] => {
    const hits: TermHit[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      // The table holds every state's row, so the reading is always there.
      state = next[state * classes + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (has[state] === 0) continue;
      for (const term of ends.get(state) ?? []) hits.push({ term, from: at + 1 - (lengths[term] ?? 0), to: at + 1 });
    }
    return hits;
  };
  const count = (text: string): Uint32Array => {
    const counts = new Uint32Array(terms.length);
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = next[state * classes + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (has[state] !== 0) for (const term of ends.get(state) ?? []) counts[term] = (counts[term] ?? 0) + 1;
    }
    return counts;
  };
  return { find, count, states };
}

/** Breadth first: a missing step becomes the step of the longest proper suffix, whose terms end here too. Answers which states end a term. */
function foldFailures(next: Int32Array, classes: number, states: number, ends: Map<number, number[]>): Uint8Array {
  const failure = new Int32Array(states);
  const queue: number[] = [];
  for (let unit = 0; unit < classes; unit++) {
    const child = next[unit] ?? -1;
    if (child > 0) queue.push(child);
    else next[unit] = 0;
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const back = failure[state] ?? 0;
    const inherited = ends.get(back);
    if (inherited !== undefined) ends.set(state, [...(ends.get(state) ?? []), ...inherited]);
    for (let unit = 0; unit < classes; unit++) {
      const child = next[state * classes + unit] ?? -1;
      const fallback = next[back * classes + unit] ?? 0;
      if (child < 0) next[state * classes + unit] = fallback;
      else {
        failure[child] = fallback;
        queue.push(child);
      }
    }
  }
  const has = new Uint8Array(states);
  for (const state of ends.keys()) has[state] = 1;
  return has;
}
