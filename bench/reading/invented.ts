import { z } from "zod";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import { splitSentences } from "#reading/split-sentences.ts";
import { splitSpeakers } from "#reading/split-speakers.ts";
import { type Figure, f1 } from "./figure.ts";
import { type InventedDocument, readInvented } from "./invented-labels.ts";
import { exact, measureJudgments, type Read, sets } from "./judgments.ts";
import { measureShippedClue } from "./shipped-clue.ts";
import type { Half } from "./unseen.ts";

type Labels = InventedDocument["labels"];
type Place = { readonly from: number; readonly to: number };
type Told = Read & { readonly labels: Labels };
type Placed = Place & { readonly value: string };

const CountsOf = z.object({ right: z.number(), missed: z.number() });
/** Sums the labels know no role for: bail, what a crime took, what somebody paid. */
const LABELLED_SUMS: ReadonlySet<string> = new Set(["gains", "price", "fine", "refund", "compensation", "seized", "loss"]);

/** What we reach on one half of the documents two writers invented and labelled; empty where there are none. */
export function measureInvented(half: Half): Figure[] {
  const documents = readInvented(half);
  if (documents.length === 0) return [];
  const knowledge = loadKnowledge();
  const reads = documents.map(({ id, text, labels }): Told => {
    const { items, insider, ...rest } = labels;
    // Null items are labelled, too: no number is fixed.
    const label = { ...rest, id, insider: insider ?? undefined, items: items ?? (items === null ? { totalAsFound: null } : undefined) };
    return { label, labels, text, answer: readText(text, knowledge) };
  });
  const note = `invented, half ${half}`;
  const insiders = reads.filter(({ labels }) => labels.insider === true && labels.insiderIndustry != null);
  const alleged = reads.filter(({ labels }) => labels.items?.alleged != null);
  const amounts = reads.filter(({ labels }) => labels.crimeAmount != null);
  const told = [
    exact("industry of the insider", null, insiders, ({ answer, labels }) => [answer.insider?.industry ?? null, labels.insiderIndustry]),
    exact("items as alleged", null, alleged, ({ answer, labels }) => {
      const found = answer.items.filter(({ basis }) => basis?.includes("alleged")).map(({ count }) => count);
      const wanted = labels.items?.alleged;
      return [found.find((count) => count === wanted) ?? found[0] ?? null, wanted];
    }),
    exact("crime amount", null, amounts, ({ answer, labels }) => [answer.crimeAmount?.amount ?? null, labels.crimeAmount]),
    placed("recipients", reads, ({ answer, labels }) => [
      answer.recipients.map(({ role, from, to }) => ({ value: role, from, to })),
      labels.recipients?.map(({ role, quote }) => ({ value: role, quote })),
    ]),
    placed("sources of the leak", reads, ({ answer, labels }) => [
      answer.leakSources.map(({ way, from, to }) => ({ value: way, from, to })),
      labels.leakSources?.map(({ way, quote }) => ({ value: way, quote })),
    ]),
    sets("sensitive kinds", null, reads, ({ answer, labels }) => [answer.sensitive.map(({ kind }) => kind), labels.sensitive]),
    recalled("places", reads, ({ answer, labels }) => [answer.places.map(nameOf), labels.places?.map(nameOf)]),
    recalled("sums", reads, ({ answer, labels }) => [
      answer.sums.map(sumOf),
      labels.sums?.filter(({ role }) => LABELLED_SUMS.has(role)).map(sumOf),
    ]),
    sets("citations, every law", null, reads, ({ answer, labels }) => [answer.citations.map(citedOf), labels.citations?.map(citedOf)]),
  ];
  return [
    ...measureJudgments(reads, note, reads),
    ...told.map((figure) => ({ ...figure, note: [note, figure.note].filter((words) => words !== "").join("; ") })),
    ...measureShippedClue(
      reads.flatMap(({ label, text, labels }) => (labels.pilClue === undefined ? [] : [{ id: label.id, text, isClue: labels.pilClue }])),
      note,
    ),
  ];
}

/** How much of what is labelled was found: the writers labelled the places and sums of weight, not every one. */
function recalled(task: string, reads: readonly Told[], pick: (read: Told) => [readonly string[], readonly string[] | undefined]): Figure {
  const figure = sets(task, null, reads, (read) => {
    const [found, wanted] = pick(read);
    return [found.filter((one) => wanted?.includes(one)), wanted];
  });
  const { right, missed } = CountsOf.parse(JSON.parse(figure.note));
  return { ...figure, measure: "recall", value: right + missed === 0 ? null : right / (right + missed) };
}

/** An organ's place is its division: 云岭县 of 云岭县人民法院. */
function nameOf({ role, name }: { role: string; name: string }): string {
  return `${role}:${name.replace(/(?:中级|高级)?人民(?:法院|检察院)$/, "")}`;
}

function sumOf({ role, amount }: { role: string; amount: number }): string {
  return `${role}:${amount}`;
}

function citedOf({ law, article }: { law: string; article: string }): string {
  return `${law}:${article}`;
}

/**
 * Facts with a place: one found is right where a labelled one has its role and its words overlap the quote or stand in a sentence of it. A writer quotes each once:
 * what is told again elsewhere under the same role is neither right nor too much.
 */
function placed(
  task: string,
  reads: readonly Told[],
  pick: (read: Told) => [readonly Placed[], readonly { readonly value: string; readonly quote: string }[] | undefined],
): Figure {
  const counts = { right: 0, extra: 0, missed: 0 };
  let [of, whereverRight] = [0, 0];
  const misses = reads.flatMap((read) => {
    const [found, expected] = pick(read);
    if (expected === undefined) return [];
    of++;
    const sentences = splitSentences(read.text, splitSpeakers(read.text));
    const wanted = expected.map(({ value, quote }) => ({
      value,
      quote,
      places: occurrences(read.text, quote).map((place) => widen(place, sentences)),
    }));
    const touches = (one: Placed, { places }: (typeof wanted)[number]) => places.some(({ from, to }) => one.from < to && from < one.to);
    const missed = wanted.filter((label) => !found.some((one) => one.value === label.value && touches(one, label)));
    const extra = found.filter((one) => !wanted.some((label) => one.value === label.value));
    counts.right += wanted.length - missed.length;
    counts.missed += missed.length;
    counts.extra += extra.length;
    whereverRight += missed.filter((label) => found.some((one) => touches(one, label))).length;
    return missed.length + extra.length === 0
      ? []
      : [
          `${read.label.id}: extra ${extra.map(({ value, from, to }) => `${value}「${read.text.slice(from, to)}」`).join(" ") || "–"}; missed ${missed.map(({ value, quote }) => `${value}「${quote}」`).join(" ") || "–"}`,
        ];
  });
  const note = `${JSON.stringify(counts)}, ${whereverRight} of the missed found under another name`;
  return { task, measure: "F1", value: of === 0 ? null : f1(counts), baseline: null, goal: null, of, note, misses };
}

/** From the first sentence a place touches to the last. */
function widen({ from, to }: Place, sentences: readonly Place[]): Place {
  const touched = sentences.filter((sentence) => sentence.from < to && from < sentence.to);
  return { from: touched[0]?.from ?? from, to: touched.at(-1)?.to ?? to };
}

function occurrences(text: string, quote: string): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push({ from: at, to: at + quote.length });
  return found;
}
