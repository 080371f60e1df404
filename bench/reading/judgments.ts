import type { z } from "zod";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import type { ReadAnswer } from "#reading/reading.contract.ts";
import { isThere, Judgment, JudgmentLabel, readLines } from "./data.ts";
import { type Counts, countSets, type Figure, f1 } from "./figure.ts";

/** A field that is not labelled is not measured; of a labelled one null and an empty list say that there is none. */
type Known = z.infer<typeof JudgmentLabel>;
type Label = { readonly [Field in keyof Known]?: Known[Field] | undefined } & Pick<Known, "id">;
export type Read = { readonly label: Label; readonly answer: ReadAnswer; readonly text: string };

/** The judgments read by hand beside what we read. Empty where the set is not there. */
export function readJudgments(): Read[] {
  if (!isThere("cyber_cases/cyber_pii_judgments.jsonl.gz", "judgment_labels_dev.jsonl")) return [];
  const texts = new Map(readLines("cyber_cases/cyber_pii_judgments.jsonl.gz", Judgment).map(({ id, full }) => [id, full]));
  const knowledge = loadKnowledge();
  return readLines("judgment_labels_dev.jsonl", JudgmentLabel).map((label) => {
    const text = texts.get(label.id) ?? "";
    return { label, text, answer: readText(text, knowledge) };
  });
}

/** The figures of documents read by hand; conducts, sectors, groups and uses are asked of `personal`, the cases about personal information. */
export function measureJudgments(
  reads: readonly Read[],
  note = "judgment_labels_dev",
  personal = reads.filter(({ label }) => label.isPersonalInformationCase),
): Figure[] {
  const withItems = personal.filter(({ label }) => label.items !== undefined && label.items.totalAsFound !== null);
  const withGains = reads.filter(({ label }) => label.gains !== undefined && label.gains !== null);
  const withBand = reads.filter(({ label }) => label.band !== undefined && label.band !== null);
  const measured = [
    exact("total of items as the court found it", 0.85, withItems, ({ label, answer }) => [
      answer.items[0]?.count ?? null,
      label.items?.totalAsFound,
    ]),
    exact("gains", 0.8, withGains, ({ label, answer }) => [answer.gains?.amount ?? null, label.gains?.amount ?? null]),
    exact(
      "gains, none where none is labelled",
      null,
      personal.filter(({ label }) => label.gains === null),
      ({ answer }) => [answer.gains?.amount ?? null, null],
    ),
    exact("severity band", 0.95, withBand, ({ label, answer }) => [answer.band?.value ?? null, label.band]),
    sets(
      "insider",
      0.85,
      reads.filter(({ label }) => label.insider !== null),
      ({ label, answer }) => [answer.insider ? ["yes"] : [], label.insider === undefined ? undefined : label.insider ? ["yes"] : []],
    ),
    sets("industry the information leaked from", 0.85, reads, ({ label, answer }) => [answer.industries, label.industries]),
    sets("industries of the information", null, personal, ({ label, answer }) => [answer.sectors, label.dataSectors]),
    sets("charges", null, reads, ({ label, answer }) => [answer.charges, label.charges]),
    sets("conducts", null, personal, ({ label, answer }) => [answer.conducts, label.conducts]),
    sets("groups", null, personal, ({ label, answer }) => [answer.groups, label.groups]),
    sets("downstream crimes", null, personal, ({ label, answer }) => [answer.downstream, label.downstream]),
    sets("provisions, hand-read judgments", null, reads, ({ label, answer }) => [
      cited(answer.citations.filter(({ law }) => law === "刑法")),
      label.citations && cited(label.citations.filter(({ law }) => law === "刑法")),
    ]),
  ];
  return measured.map((figure) => ({ ...figure, note: [note, figure.note].filter((words) => words !== "").join("; ") }));
}

function cited(list: readonly { law: string; article: string }[]): string[] {
  return list.map(({ article }) => article);
}

export function exact<R extends Read>(
  task: string,
  goal: number | null,
  reads: readonly R[],
  pick: (read: R) => [unknown, unknown],
): Figure {
  const misses = reads.flatMap((read) => {
    const [found, expected] = pick(read);
    return found === expected ? [] : [`${read.label.id}: ${found} for ${expected}`];
  });
  const value = reads.length === 0 ? null : 1 - misses.length / reads.length;
  return { task, measure: "exact", value, baseline: null, goal, of: reads.length, note: "", misses };
}

export function sets<R extends Read>(
  task: string,
  goal: number | null,
  reads: readonly R[],
  pick: (read: R) => [readonly string[], readonly string[] | undefined],
): Figure {
  const counts: Counts = { right: 0, extra: 0, missed: 0 };
  let of = 0;
  const misses = reads.flatMap((read) => {
    const [found, expected] = pick(read);
    if (expected === undefined) return [];
    of++;
    return countSets(counts, found, expected) ? [] : [`${read.label.id}: ${found.join(" ") || "–"} for ${expected.join(" ") || "–"}`];
  });
  return { task, measure: "F1", value: of === 0 ? null : f1(counts), baseline: null, goal, of, note: JSON.stringify(counts), misses };
}
