import type { FactPlace, ReadFact } from "#case-documents/case-documents.contract.ts";
import { findParties } from "#case-documents/find-parties.ts";
import { listToldFacts } from "#case-documents/list-told-facts.ts";
import type { MaskedText } from "#case-documents/mask-text.ts";
import type { ReadAnswer } from "#reading/reading.contract.ts";
import { sentenceAt, splitSentences } from "#reading/split-sentences.ts";
import { speakerAt, splitSpeakers } from "#reading/split-speakers.ts";

/** More facts than anybody reads; a document that has more is a table. */
export const MOST_FACTS = 1500;
const MOST_PLACES = 40;

const SPOKEN_BY_ANYBODY: ReadonlySet<string> = new Set(["party", "citation", "date", "place"]);

export type Found = Pick<ReadFact, "kind" | "value"> &
  Partial<Pick<ReadFact, "qualifier" | "number" | "unit" | "approximate" | "basis">> & { readonly from: number; readonly to: number };

const LISTS = {
  charges: "charge",
  industries: "industry",
  sectors: "sector",
  groups: "group",
  conducts: "conduct",
  downstream: "downstream",
} as const;

/**
 * 事实 the answer of a reading as a list for the margin: one fact a value with all its places, each with its sentence and its speaker, in the order of the
 * text. `masked` is the masked text of the same length: no words leave unmasked. Pure.
 */
export function listFacts(text: string, { text: masked, names }: Pick<MaskedText, "text" | "names">, answer: ReadAnswer): ReadFact[] {
  const parts = splitSpeakers(text);
  const sentences = splitSentences(text, parts);
  const placeOf = ({ from, to }: Found): FactPlace => {
    const sentence = sentences[sentenceAt(sentences, from)];
    return {
      from,
      to,
      sentence: { from: sentence?.from ?? from, to: Math.max(to, sentence?.to ?? to) },
      speaker: sentence?.speaker ?? speakerAt(parts, from),
    };
  };
  const found: readonly Found[] = [...ofAnswer(answer), ...listToldFacts(answer), ...findParties(text, names)];
  // A fact is one value of one kind by one speaker; the same again elsewhere is a further place of it. Who is who and what is cited does not hang on who says so.
  const groups = Map.groupBy(found, (one) =>
    [one.kind, one.value, one.qualifier ?? "", SPOKEN_BY_ANYBODY.has(one.kind) ? "" : placeOf(one).speaker].join("|"),
  );
  const facts = [...groups.values()].flatMap((group): ReadFact[] => {
    const sorted = [...group].sort((a, b) => a.from - b.from);
    const [first] = sorted;
    if (first === undefined) return [];
    const { kind, value, from, to } = first;
    return [
      {
        key: `${kind}|${value}|${from}-${to}`.slice(0, 300),
        kind,
        value,
        qualifier: first.qualifier ?? null,
        number: first.number ?? null,
        unit: first.unit ?? null,
        approximate: first.approximate ?? false,
        basis: [...new Set(sorted.flatMap(({ basis }) => basis ?? []))],
        words: masked.slice(from, Math.min(to, from + 200)),
        places: sorted.slice(0, MOST_PLACES).map(placeOf),
      },
    ];
  });
  return facts.sort((a, b) => startOf(a) - startOf(b)).slice(0, MOST_FACTS);
}

function startOf(fact: ReadFact): number {
  return fact.places[0]?.from ?? 0;
}

function ofAnswer(answer: ReadAnswer): Found[] {
  const basisOf = (list: string, from: number) => {
    const named = list === "charges" ? answer.chargeNames.find((one) => one.from === from) : undefined;
    return named === undefined ? [] : [named.until === null ? "name-since-2015-11" : "name-until-2015-10", `name-fits-${named.fits}`];
  };
  const found: Found[] = answer.mentions.map(({ list, value, from, to }) => ({
    kind: LISTS[list],
    value,
    basis: basisOf(list, from),
    from,
    to,
  }));
  for (const { law, article, paragraph, item, from, to } of answer.citations) {
    const value = `${law} ${article}${paragraph === null ? "" : `.${paragraph}`}${item === null ? "" : `(${item})`}`;
    found.push({ kind: "citation", value, from, to });
  }
  for (const { count, approximate, tier, basis, from, to } of answer.items)
    found.push({
      kind: "items",
      value: `${count}`,
      number: count,
      unit: "items",
      qualifier: tier,
      approximate,
      basis: basis ?? [],
      from,
      to,
    });
  if (answer.gains !== null) {
    const { amount, currency, approximate, from, to } = answer.gains;
    found.push({ kind: "gains", value: `${amount}`, number: amount, unit: currency, approximate, from, to });
  }
  const [firstPart] = answer.crimeAmount?.parts ?? [];
  if (answer.crimeAmount !== null && firstPart !== undefined) {
    const { amount, parts } = answer.crimeAmount;
    const summed = parts.length > 1 ? "sum" : null;
    for (const { from, to } of parts)
      found.push({ kind: "crime-amount", value: `${amount}`, number: amount, unit: "CNY", qualifier: summed, from, to });
  }
  if (answer.insider !== null) {
    const { value, industry, from, to } = answer.insider;
    found.push({ kind: "insider", value: String(value), qualifier: industry, from, to });
  }
  if (answer.band !== null) found.push({ kind: "band", value: answer.band.value, from: answer.band.from, to: answer.band.to });
  for (const { name, words } of answer.suggestedCharges.slice(0, 1))
    for (const { from, to } of words) found.push({ kind: "charge", value: name, qualifier: "suggested", from, to });
  return found;
}
