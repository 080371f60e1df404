import type { Aspect, ComparedElement, LibraryFacts } from "#library/library.contract.ts";
import type { ReadAnswer } from "#reading/reading.contract.ts";
import { CASE_ELEMENTS } from "#similarity/elements/find-elements.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
  行为: "conduct",
  对象: "object",
  结果: "result",
  手段: "means",
  主体: "role",
  关系: "relation",
  情节: "circumstance",
  补救: "remedy",
};
/** In this order a table shows them. */
export const ASPECTS: readonly Aspect[] = [
  "charge",
  "conduct",
  "object",
  "tier",
  "items",
  "band",
  "money",
  "role",
  "industry",
  "means",
  "result",
  "relation",
  "group",
  "downstream",
  "circumstance",
  "remedy",
];
/** Orders of magnitude, not the tiers of any provision. */
const ITEM_BANDS = [
  [1_000_000, "100万条以上"],
  [100_000, "10万条至100万条"],
  [10_000, "1万条至10万条"],
  [1_000, "1000条至1万条"],
  [100, "100条至1000条"],
  [0, "不满100条"],
] as const;
/** Where the text names no charge, one that fits this well stands for it. */
const LIKELY = 0.3;

/** What a document tells of by aspect: from its elements (similarity) and from what was read of it (reading). */
export function tellFacts(profile: CaseProfile, read: ReadAnswer, model: SimilarityModel): LibraryFacts {
  const values: Partial<Record<Aspect, string[]>> = {};
  const add = (aspect: Aspect, ...more: readonly string[]) => {
    const known = values[aspect] ?? [];
    for (const value of more) if (!known.includes(value)) known.push(value);
    if (known.length > 0) values[aspect] = known;
  };
  const likely = model.charges.flatMap(({ name }, charge) => ((profile.charges.shares[charge] ?? 0) >= LIKELY ? [name] : []));
  add("charge", ...(read.chargesFrom === "document" ? read.charges : likely));
  for (const element of [...profile.elements.keys()].sort((a, b) => a - b)) {
    const known = CASE_ELEMENTS[element];
    const aspect = ASPECT_OF[known?.kind ?? ""];
    if (known !== undefined && aspect !== undefined) add(aspect, known.name);
  }
  add("tier", ...read.items.flatMap(({ tier }) => (tier === null ? [] : [tier])).sort());
  const items = read.items[0]?.count ?? null;
  if (items !== null) add("items", ITEM_BANDS.find(([least]) => items >= least)?.[1] ?? "");
  const money = profile.moneyBand();
  if (money !== null) add("money", money);
  if (read.band !== null) add("band", read.band.value);
  if (read.insider?.value === true) add("role", "insider");
  add("industry", ...read.industries);
  add("group", ...read.groups);
  add("downstream", ...read.downstream);
  return { values, items };
}

/** 比对 every element of the two, those of the question first within an aspect. */
export function compareFacts(asked: LibraryFacts, candidate: LibraryFacts): ComparedElement[] {
  return ASPECTS.flatMap((aspect) => {
    const [mine, theirs] = [asked.values[aspect] ?? [], candidate.values[aspect] ?? []];
    return [
      ...mine.map((value) => ({ aspect, value, state: theirs.includes(value) ? ("matched" as const) : ("missed" as const) })),
      ...theirs.filter((value) => !mine.includes(value)).map((value) => ({ aspect, value, state: "extra" as const })),
    ];
  });
}
