import type { ChargeBooks, Phenomenon, PossibleCharge } from "#charges/charge-books.contract.ts";
import type { ChargeRow, ChargesAnswer } from "#charges/charges.contract.ts";
import { hasBasicPenalty, highestYears } from "#charges/highest-years.ts";
import { FACTS_OF_OFFENCE } from "#charges/known-offences.ts";
import { placeOfArticle } from "#charges/order-of-articles.ts";
import type { ChargesQuestion } from "#charges/parse-bundle.ts";
import { findConflicts, shareFacts } from "#charges/share-facts.ts";
import { suggestConcurrence } from "#charges/suggest-concurrence.ts";
import { explainAssessment } from "#law/explain-assessment.ts";
import { LawFacts, type WhyAnswer } from "#law/law.contract.ts";
import { titleOfOffence } from "#law/title-of-offence.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

const ORDER = {
  zh: "按刑法条文顺序排列，不是可能性大小的排序，也不打分。",
  en: "In the order of the Criminal Law's articles: no ranking by likelihood, and no score.",
} as const;
const BOUNDARY = {
  zh: "机器辅助建议，不选择罪名；由办案人员判断。",
  en: "Suggested by machine; it chooses no charge. A person judges.",
} as const;

/** 可能的罪名 a row for each offence that comes into question, held against the shared facts, and what becomes of them together. Pure. */
export function listCharges(question: ChargesQuestion, books: ChargeBooks, provisions: Provisions): ChargesAnswer {
  const phenomenon = question.phenomenon === null ? null : (books.phenomena.get(question.phenomenon) ?? null);
  const rows = wanted(question, phenomenon, provisions)
    .map(({ offence, charges }) => (offence === null ? unheld(charges) : held(offence, charges, question, books, provisions)))
    .sort((one, other) => placeOfArticle(one.article) - placeOfArticle(other.article) || compareText(keyOf(one), keyOf(other)));
  return {
    phenomenon,
    order: ORDER,
    rows,
    conflicts: findConflicts(question.bundle, books.notCarried),
    concurrence: suggestConcurrence(rows.flatMap(sideOf), books.concurrence),
    boundary: BOUNDARY,
  };
}

type Wanted = { readonly offence: string | null; readonly charges: readonly PossibleCharge[] };

/** The offences asked for, those of the phenomenon, or all that the engine knows. */
function wanted({ offences }: ChargesQuestion, phenomenon: Phenomenon | null, provisions: Provisions): Wanted[] {
  const charges = phenomenon?.charges ?? [];
  const isKnown = (offence: string | undefined): offence is string =>
    offence !== undefined && FACTS_OF_OFFENCE.has(offence) && (offence === OWN || provisions.offences.has(offence));
  const named = charges.flatMap(({ offence }) => (isKnown(offence) ? [offence] : []));
  const asked = offences ?? (phenomenon === null ? [...FACTS_OF_OFFENCE.keys()].filter(isKnown) : []);
  return [
    ...[...new Set([...named, ...asked])].map((offence) => ({ offence, charges: charges.filter((one) => one.offence === offence) })),
    ...charges.filter(({ offence }) => !isKnown(offence)).map((charge) => ({ offence: null, charges: [charge] })),
  ];
}

const OWN = "infringing-personal-information";

function held(
  offence: string,
  charges: readonly PossibleCharge[],
  { bundle }: ChargesQuestion,
  { notCarried }: ChargeBooks,
  provisions: Provisions,
): ChargeRow {
  const { facts, carried } = shareFacts(offence, bundle, notCarried);
  const answer = explainAssessment(LawFacts.parse(facts), provisions);
  return {
    offence,
    article: provisions.offences.get(offence)?.article ?? provisions.statute.article,
    title: titleOfOffence(offence, provisions),
    conditions: charges.map(conditionOf),
    standing: standingOf(answer, provisions),
    answer,
    highestYears: highestYears(answer, provisions),
    facts: { ...facts },
    carried: carried.map(({ fact, from }) => ({ fact, from: [...from] })),
  };
}

/** An offence without a rule in the engine: whether it is made out is unknown, and nothing is made up. */
function unheld(charges: readonly PossibleCharge[]): ChargeRow {
  const [first] = charges;
  if (first === undefined) throw new Error("a charge without a rule comes from a phenomenon");
  return {
    offence: null,
    article: first.article,
    title: first.charge,
    conditions: charges.map(conditionOf),
    standing: "unknown",
    answer: null,
    highestYears: null,
    facts: null,
    carried: [],
  };
}

function conditionOf({ when, cite, unconfirmed }: PossibleCharge): ChargeRow["conditions"][number] {
  return { when, cite, unconfirmed: unconfirmed === true };
}

/** Made out where a penalty is certain; not made out only where no unknown fact could bring one. */
function standingOf(answer: WhyAnswer, provisions: Provisions): ChargeRow["standing"] {
  if (answer.consequence !== null) return "met";
  if (answer.established === "not-met") return "not-met";
  if (answer.bandAtMost !== undefined) return "unknown";
  return answer.established === "unknown" && hasBasicPenalty(answer.offence, provisions) ? "unknown" : "not-met";
}

function sideOf({ offence, title, standing, answer, highestYears: years }: ChargeRow) {
  return offence === null || answer === null || years === null
    ? []
    : [{ offence, title, standing, band: answer.band, highestYears: years }];
}

function keyOf({ offence, title }: ChargeRow): string {
  return offence ?? title.zh;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
