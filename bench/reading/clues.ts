import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLUE_FROM } from "#reading/clues/find-clues.ts";
import { findSigns, type Sign, type SignName } from "#reading/clues/find-signs.ts";
import { scoreSigns, type Weights } from "#reading/clues/score-signs.ts";
import { trainWeights } from "#reading/clues/train-weights.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readFacts } from "#reading/read-text.ts";
import { ROOT } from "../peers/peer.ts";
import { ClueLabel, isThere, Judgment, JudgmentLabel, readLines } from "./data.ts";
import { type Figure, f1 } from "./figure.ts";
import { readInvented } from "./invented-labels.ts";

type Case = {
  readonly id: string;
  readonly set: "ordinary" | "judgments" | "invented";
  readonly signs: readonly Sign[];
  readonly isClue: boolean;
  readonly keyword: boolean;
};
const FOLDS = 5;
const TASKS = {
  ordinary: { words: "ordinary cases", from: "clue_labels_dev" },
  judgments: { words: "whole judgments", from: "judgment_labels_dev" },
  invented: { words: "invented documents, half I", from: "invented" },
} as const;
export const WEIGHTS_FILE = join(ROOT, "src/reading/clues/clue-weights.json");

/** Every labelled document: facts of ordinary cases, whole judgments (the harder near-misses), half I of the invented documents. The same case in both sets stands in the same fold. */
export function readClueCases(): Case[] {
  const lexicon = loadKnowledge().lexicon;
  const signsOf = (text: string) => findSigns(readFacts(text, lexicon).facts);
  const texts = new Map(readLines("cyber_cases/cyber_pii_judgments.jsonl.gz", Judgment).map(({ id, full }) => [id, full]));
  return [
    ...readLines("clue_labels_dev.jsonl", ClueLabel).map(
      ({ id, text, pilClue }): Case => ({
        id,
        set: "ordinary",
        signs: signsOf(text),
        isClue: pilClue,
        keyword: text.includes("公民个人信息"),
      }),
    ),
    ...readLines("judgment_labels_dev.jsonl", JudgmentLabel).map(({ id, pilClue }): Case => {
      const text = texts.get(id) ?? "";
      return { id, set: "judgments", signs: signsOf(text), isClue: pilClue, keyword: text.includes("公民个人信息") };
    }),
    ...readInvented("I").flatMap(({ id, text, labels }): Case[] =>
      labels.pilClue === undefined
        ? []
        : [{ id, set: "invented", signs: signsOf(text), isClue: labels.pilClue, keyword: text.includes("公民个人信息") }],
    ),
  ];
}

export function measureClues(): Figure[] {
  if (!isThere("clue_labels_dev.jsonl", "judgment_labels_dev.jsonl", "cyber_cases/cyber_pii_judgments.jsonl.gz")) return [];
  const cases = readClueCases();
  const learned = new Map(
    Array.from({ length: FOLDS }, (_, fold) => [fold, trainOn(cases.filter(({ id }) => foldOf(id) !== fold))] as const),
  );
  const guess = (one: Case) => scoreSigns(one.signs, learned.get(foldOf(one.id)) ?? { threshold: 1, weights: {} }).score >= CLUE_FROM;
  return (["ordinary", "judgments", "invented"] as const).flatMap((set): Figure[] => {
    const chosen = cases.filter((one) => one.set === set);
    const base = tally(chosen, ({ keyword }) => keyword);
    const ours = tally(chosen, guess);
    const task = `personal-information clue, ${TASKS[set].words}`;
    const note = `${TASKS[set].from}, ${FOLDS}-fold cross-validated, keyword 公民个人信息 beside it; ${JSON.stringify(ours.counts)}`;
    const goals = set === "ordinary" ? ([0.95, 0.98] as const) : ([null, null] as const);
    return [
      { task, measure: "F1", value: ours.f1, baseline: base.f1, goal: goals[0], of: chosen.length, note, misses: ours.misses },
      { task, measure: "recall", value: ours.recall, baseline: base.recall, goal: goals[1], of: chosen.length, note, misses: [] },
    ];
  });
}

/** Trains on everything and writes what ships. */
export function writeWeights(): Weights {
  const cases = readClueCases();
  const trained = trainOn(cases);
  const about =
    "Trained by `npm run bench:reading -- --train` on clue_labels_dev and judgment_labels_dev; docs/clue-model.md is its card. `set` were set by hand.";
  writeFileSync(
    WEIGHTS_FILE,
    `${JSON.stringify({ about, version: new Date().toISOString().slice(0, 10), examples: cases.filter(({ set }) => set !== "invented").length, ...trained }, null, 2)}\n`,
  );
  return trained;
}

/** The invented documents are asked, not learned from: with them the threshold falls, and more documents of the unseen set are taken for clues that are none. */
function trainOn(all: readonly Case[]): Weights {
  const cases = all.filter(({ set }) => set !== "invented");
  const trained = trainWeights(cases.map(({ signs, isClue }) => ({ signs: signs.map(({ name }) => name), isClue })));
  // No document of the development sets is of an administrative or civil case, none a complaint of people who are called: these two are set by hand. Unlawful
  // processing is a clue beside one word of data and a list of particulars; callers who know what only a keeper knew, beside such a list and an act.
  const weightOf = (name: SignName) => trained.weights[name] ?? 0;
  const rest = (...names: readonly SignName[]) =>
    Math.max(1, Math.ceil((trained.threshold - names.reduce((sum, name) => sum + weightOf(name), 0)) * 10) / 10);
  return {
    ...trained,
    weights: {
      ...trained.weights,
      "unlawful-processing": rest("data-words-once", "particulars-listed"),
      "known-to-callers": rest("particulars-listed", "conduct-obtain"),
    },
  };
}

/** The same document always in the same fold. */
function foldOf(id: string): number {
  return [...id].reduce((hash, sign) => (hash * 31 + sign.charCodeAt(0)) % 100_003, 7) % FOLDS;
}

function tally(cases: readonly Case[], guess: (one: Case) => boolean) {
  const counts = { right: 0, extra: 0, missed: 0 };
  const misses: string[] = [];
  for (const one of cases) {
    const said = guess(one);
    if (said && one.isClue) counts.right++;
    else if (said) counts.extra++;
    else if (one.isClue) counts.missed++;
    if (said !== one.isClue) misses.push(`${one.id}: ${said ? "extra" : "missed"} (${one.signs.map(({ name }) => name).join(" ")})`);
  }
  return { counts, misses, f1: f1(counts), recall: counts.right / (counts.right + counts.missed) };
}
