import type { ChargeBooks } from "#charges/charge-books.contract.ts";
import { ChargesRequest } from "#charges/charges.contract.ts";
import { FACTS_OF_OFFENCE } from "#charges/known-offences.ts";
import type { Bundle } from "#charges/share-facts.ts";
import { refuseShape, showValue } from "#cli/refuse-shape.ts";
import type { Refused } from "#cli/refused.ts";
import { parseFacts } from "#statutes/parse-facts.ts";

export type ChargesQuestion = { readonly phenomenon: string | null; readonly offences: readonly string[] | null; readonly bundle: Bundle };
type Parsed = { readonly ok: true; readonly question: ChargesQuestion } | Refused;

/**
 * A bundle as it came to a question. Facts of a single offence, as `tandem assess` takes them, are a bundle of their own. A common fact that no
 * offence asks for, or that fits none of those that do, is refused, and so is a judgement told for all offences at once.
 */
export function parseBundle(value: unknown, { phenomena, notCarried }: ChargeBooks): Parsed {
  const request = ChargesRequest.safeParse(asBundle(value));
  if (!request.success) return refuseShape(value, request.error);
  const { facts, byOffence, offences = null, phenomenon = null } = request.data;
  if (phenomenon !== null && !phenomena.has(phenomenon)) return refuseName("phenomenon", [...phenomena.keys()], phenomenon);
  const stray = [...(offences ?? []), ...Object.keys(byOffence)].find((offence) => !FACTS_OF_OFFENCE.has(offence));
  if (stray !== undefined) return refuseName("offence", [...FACTS_OF_OFFENCE.keys()], stray);
  for (const [fact, told] of Object.entries(facts)) {
    if (told === null || told === undefined) continue;
    const problem = checkCommon(fact, told, notCarried);
    if (problem !== null) return problem;
  }
  for (const [offence, own] of Object.entries(byOffence)) {
    const parsed = parseFacts({ ...own, offence });
    if (!parsed.ok) return { ...parsed, argument: `byOffence.${offence}.${parsed.argument}` };
  }
  return { ok: true, question: { phenomenon, offences, bundle: { facts, byOffence: new Map(Object.entries(byOffence)) } } };
}

function asBundle(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("offence" in value) || typeof value.offence !== "string") return value;
  const { offence, ...facts } = value;
  return { byOffence: { [offence]: facts } };
}

function checkCommon(fact: string, told: unknown, notCarried: ReadonlySet<string>): Refused | null {
  const shapes = [...FACTS_OF_OFFENCE.values()].flatMap((facts) => (facts[fact] === undefined ? [] : [facts[fact]]));
  if (shapes.length === 0)
    return refuse(`facts.${fact}`, { zh: "某一罪名所问的事实", en: "a fact that some offence asks for" }, showValue(told));
  if (notCarried.has(fact))
    return refuse(`facts.${fact}`, { zh: "写在 byOffence 的某一罪名之下", en: "to stand under one offence of byOffence" }, showValue(told));
  if (shapes.some((shape) => shape.safeParse(told).success)) return null;
  const parsed = shapes[0]?.safeParse(told);
  return parsed === undefined || parsed.success
    ? null
    : { ...refuseShape(told, parsed.error), argument: `facts.${fact}`, found: showValue(told) };
}

function refuse(argument: string, expected: Refused["expected"], found: string): Refused {
  return { ok: false, argument, expected, found };
}

function refuseName(argument: string, known: readonly string[], found: string): Refused {
  return refuse(argument, { zh: `${known.join("、")} 之一`, en: `one of ${known.join(", ")}` }, showValue(found));
}
