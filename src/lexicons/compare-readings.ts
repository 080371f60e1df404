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

/** The sums of all documents; `cases` counts those with a document that changes. */
export function sumOutcomes(documents: readonly { readonly caseId: string; readonly outcome: ReplayOutcome }[]): ReplayTotals {
  const read = documents.filter(({ outcome }) => outcome.problem === null);
  const changed = read.filter(({ outcome }) => changes(outcome));
  const sum = (of: (outcome: ReplayOutcome) => number) => changed.reduce((all, { outcome }) => all + of(outcome), 0);
  const hits = (sign: 1 | -1) =>
    sum(({ terms }) => terms.reduce((all, { before, after }) => all + Math.max(0, sign * (after - before)), 0));
  return {
    documents: read.length,
    unread: documents.length - read.length,
    changed: changed.length,
    cases: new Set(changed.map(({ caseId }) => caseId)).size,
    hitsGained: hits(1),
    hitsLost: hits(-1),
    factsGained: sum(({ facts }) => facts.filter(({ change }) => change === "gained").length),
    factsLost: sum(({ facts }) => facts.filter(({ change }) => change === "lost").length),
    cluesGained: sum(({ clues }) => clues.filter(({ before }) => before === null).length),
    cluesLost: sum(({ clues }) => clues.filter(({ after }) => after === null).length),
    scoresMoved: sum(({ clues }) => clues.filter(({ before, after }) => before !== null && after !== null).length),
  };
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
