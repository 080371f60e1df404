import type { Found } from "#case-documents/list-facts.ts";
import type { ReadAnswer, ReadSum } from "#reading/reading.contract.ts";

/** Other people's money, or a sum nobody says more about: not worth a note in the margin. */
const SHOWN: ReadonlySet<ReadSum["role"]> = new Set([
  "gains",
  "price",
  "fine",
  "refund",
  "compensation",
  "seized",
  "loss",
  "taken",
  "paid",
]);

/** Recipients, sources, sensitive kinds, places, sums and days as facts for the margin. A sum that stands as gains or amount of the crime is not told twice. */
export function listToldFacts(answer: ReadAnswer): Found[] {
  const told = new Set([answer.gains?.from, ...(answer.crimeAmount?.parts ?? []).map(({ from }) => from)]);
  return [
    ...answer.recipients.map(({ role, number, approximate, from, to }): Found => {
      const counted = number === null ? {} : { number, unit: "persons", approximate };
      return { kind: "recipient", value: role, ...counted, from, to };
    }),
    ...answer.leakSources.map(({ way, industry, from, to }): Found => ({ kind: "source", value: way, qualifier: industry, from, to })),
    ...answer.sensitive.map(({ kind, tier, isArticle28, from, to }): Found => {
      return { kind: "sensitive", value: kind, qualifier: tier, basis: isArticle28 ? ["article-28"] : [], from, to };
    }),
    ...answer.places.map(({ role, name, from, to }): Found => ({ kind: "place", value: name, qualifier: role, from, to })),
    ...answer.sums.flatMap(({ role, amount, currency, approximate, standing, from, to }): Found[] => {
      if (told.has(from) || !SHOWN.has(role)) return [];
      const basis = standing === null ? [] : [standing];
      return [{ kind: "amount", value: `${amount}`, number: amount, unit: currency, qualifier: role, approximate, basis, from, to }];
    }),
    ...answer.dates.map(({ value, from, to }): Found => ({ kind: "date", value, from, to })),
  ];
}
