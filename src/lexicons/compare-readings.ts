import type { ReplayOutcome, ReplayTotals } from "#lexicons/lexicons.contract.ts";
import { type Knowledge, readText } from "#reading/read-text.ts";
import type { ReadAnswer } from "#reading/reading.contract.ts";
import { keyOfTerm, type Lexicon } from "#reading/terms/lexicon.ts";

/** Terms of one document that are told; a draft that changes more is told by its totals. */
const MOST_TOLD = 200;

/**
 * 重放比较 what a draft of the lexicon changes in the reading of a text. A reading follows from the words found alone: where none comes or goes, nothing else can, and
 * the text is not read twice. Pure.
 */
export function compareReadings(text: string, live: Knowledge, drafted: Knowledge): ReplayOutcome {
  const [had, has] = [countAll(text, live.lexicon), countAll(text, drafted.lexicon)];
  const terms = [...new Map([...had, ...has])].flatMap(([key, one]) => {
    const [before, after] = [had.get(key)?.hits ?? 0, has.get(key)?.hits ?? 0];
    const { list, value, term, slang } = one;
    return before === after ? [] : [{ list, value, term, slang, before, after }];
  });
  if (terms.length === 0) return { problem: null, terms: [], facts: [], clues: [] };
  const [before, after] = [readText(text, live), readText(text, drafted)];
  return { problem: null, terms: terms.slice(0, MOST_TOLD), facts: compareFacts(before, after), clues: compareClues(before, after) };
}

/** Totals with the cases they count, so that a page of documents more can be added. */
export type TotalsSoFar = { readonly totals: ReplayTotals; readonly cases: ReadonlySet<string> };

export const NO_TOTALS: TotalsSoFar = {
  totals: {
    ...{ documents: 0, unread: 0, changed: 0, cases: 0, hitsGained: 0, hitsLost: 0 },
    ...{ factsGained: 0, factsLost: 0, cluesGained: 0, cluesLost: 0, scoresMoved: 0 },
  },
  cases: new Set(),
};

/** The sums with these documents added; `cases` counts those with a document that changes. Pure. */
export function addOutcomes(
  { totals: before, cases: known }: TotalsSoFar,
  documents: readonly { readonly caseId: string; readonly outcome: ReplayOutcome }[],
): TotalsSoFar {
  const read = documents.filter(({ outcome }) => outcome.problem === null);
  const changed = read.filter(({ outcome }) => changes(outcome));
  const cases = new Set([...known, ...changed.map(({ caseId }) => caseId)]);
  const sum = (of: (outcome: ReplayOutcome) => number) => changed.reduce((all, { outcome }) => all + of(outcome), 0);
  const hits = (sign: 1 | -1) =>
    sum(({ terms }) => terms.reduce((all, { before: was, after }) => all + Math.max(0, sign * (after - was)), 0));
  const totals = {
    documents: before.documents + read.length,
    unread: before.unread + documents.length - read.length,
    changed: before.changed + changed.length,
    cases: cases.size,
    hitsGained: before.hitsGained + hits(1),
    hitsLost: before.hitsLost + hits(-1),
    factsGained: before.factsGained + sum(({ facts }) => facts.filter(({ change }) => change === "gained").length),
    factsLost: before.factsLost + sum(({ facts }) => facts.filter(({ change }) => change === "lost").length),
    cluesGained: before.cluesGained + sum(({ clues }) => clues.filter((clue) => clue.before === null).length),
    cluesLost: before.cluesLost + sum(({ clues }) => clues.filter(({ after }) => after === null).length),
    scoresMoved: before.scoresMoved + sum(({ clues }) => clues.filter((clue) => clue.before !== null && clue.after !== null).length),
  };
  return { totals, cases };
}

function changes({ terms, facts, clues }: ReplayOutcome): boolean {
  return terms.length + facts.length + clues.length > 0;
}

/** A word that becomes black talk is another word of the lexicon: it may count otherwise. */
function countAll(text: string, lexicon: Lexicon) {
  const scanned = lexicon.scan(text);
  return new Map(
    lexicon.terms.flatMap((term, index) => {
      const hits = scanned[index] ?? 0;
      return hits === 0 ? [] : [[`${keyOfTerm(term)}\t${term.slang}`, { ...term, hits }] as const];
    }),
  );
}

function compareFacts(before: ReadAnswer, after: ReadAnswer): ReplayOutcome["facts"] {
  const listed = ({ mentions }: ReadAnswer) =>
    new Map(mentions.filter(({ list }) => list !== "charges").map(({ list, value }) => [`${list}\t${value}`, { list, value }]));
  const [had, has] = [listed(before), listed(after)];
  return [
    ...[...has].flatMap(([key, one]) => (had.has(key) ? [] : [{ ...one, change: "gained" as const }])),
    ...[...had].flatMap(([key, one]) => (has.has(key) ? [] : [{ ...one, change: "lost" as const }])),
  ];
}

function compareClues(before: ReadAnswer, after: ReadAnswer): ReplayOutcome["clues"] {
  const scored = ({ clues }: ReadAnswer) =>
    new Map(clues.map(({ track, field, score }) => [`${track}\t${field}`, { track, field, score }]));
  const [had, has] = [scored(before), scored(after)];
  return [...new Map([...had, ...has])].flatMap(([key, { track, field }]) => {
    const [was, is] = [had.get(key)?.score ?? null, has.get(key)?.score ?? null];
    return was === is ? [] : [{ track, field, before: was, after: is }];
  });
}
