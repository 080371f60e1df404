import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareCases, measureLikeness } from "#similarity/compare-cases.ts";
import { CASE_ELEMENTS } from "#similarity/elements/find-elements.ts";
import { buildModel, RankingFile, type SimilarityModel } from "#similarity/model/similarity-model.ts";
import { type CaseProfile, profileCase } from "#similarity/profile-case.ts";
import { print } from "./bench.ts";
import { ROOT } from "./peers/peer.ts";
import { rankByBm25 } from "./similar/bm25.ts";
import {
  isLecardThere,
  type Runs,
  readChargedFacts,
  readDocuments,
  readExpectedRuns,
  readLecard,
  readStopWords,
} from "./similar/lecard.ts";
import { averageFigures, type RankingFigures, scoreRanking } from "./similar/score-rankings.ts";
import { buildRandom, shuffle } from "./similar/shuffle.ts";
import { trainTerms } from "./similar/train-terms.ts";
import { FEATURES, type Pair, type QueryPairs, trainWeights } from "./similar/train-weights.ts";
import { writeSimilarTable } from "./similar/write-table.ts";

/**
 * `npm run bench:similar`: similar cases on LeCaRD's development part beside other runs, all scored alike; writes bench/results/similar.json
 * and the table of docs/similar.md. The weights are cross-validated over queries; the terms are learned on documents of no pool.
 *   -- --train   learns terms and weights anew and writes src/similarity/model
 */
const MODEL = join(ROOT, "src/similarity/model");
const FOLDS = 9;
const SPLITS = 5;

if (!isLecardThere) {
  print("LeCaRD is not there (../shared/data/lecard): nothing is measured");
  process.exit(0);
}
const lecard = readLecard();
let model = process.argv.includes("--train") ? trainModel() : readModel();
const profiles = new Map<string, CaseProfile>();
for (const document of readDocuments()) profiles.set(document.id, profileCase(document, model));
const queries = new Map(lecard.queries.map((query) => [query.id, profileCase(query, model)]));
if (process.argv.includes("--train")) model = trainRanking(model);

const queryIds = lecard.queries.map(({ id }) => id);
const splits = Array.from({ length: SPLITS }, (_, split) => crossValidate(split));
const runs: { name: string; judged30: RankingFigures; all100: RankingFigures }[] = [
  ...readExpectedRuns().map(({ name, run }) => ({ name, ...scoreRuns(run) })),
  { name: "bm25", ...scoreRuns(rankByBm25(lecard, new Map(readTexts()))) },
  { name: "tandem, fitted on all queries", ...scoreRuns(rankBy(() => model)) },
  {
    name: "tandem, cross-validated",
    judged30: averageFigures(splits.map(({ judged30 }) => judged30)),
    all100: averageFigures(splits.map(({ all100 }) => all100)),
  },
];
const result = {
  model: model.version,
  queries: lecard.queries.length,
  folds: FOLDS,
  splits: SPLITS,
  byQuery: splits[0]?.each ?? [],
  splitRange: rangeOf(splits.map(({ judged30 }) => judged30)),
  runs,
};
mkdirSync(join(ROOT, "bench/results"), { recursive: true });
writeFileSync(join(ROOT, "bench/results/similar.json"), `${JSON.stringify(result, null, 2)}\n`);
print(writeSimilarTable(result, join(ROOT, "docs/similar.md")));

/** Folds of the shuffled queries: what each query is scored with never saw its labels. */
function crossValidate(split: number) {
  const pairs = readPairs();
  const order = pairs.map(({ query }) => query);
  shuffle(order, buildRandom(split + 1));
  const place = new Map(order.map((query, at) => [query, at % FOLDS]));
  const models = Array.from({ length: FOLDS }, (_, fold) => ({
    ...model,
    ...trainWeights(pairs.filter(({ query }) => place.get(query) !== fold)),
  }));
  const run = rankBy((query) => models[place.get(query) ?? 0] ?? model);
  const each = queryIds.map((query) => ({ query, ...scoreRanking(run[query] ?? [], lecard.labels[query] ?? {}, "judged30") }));
  return { ...scoreRuns(run), each };
}

function rankBy(modelOf: (query: string) => SimilarityModel): Runs {
  return Object.fromEntries(
    [...queries].map(([id, query]) => {
      const scored = (lecard.pools[id] ?? []).map((candidate) => {
        const profile = profiles.get(candidate);
        return { candidate, score: profile === undefined ? -1 : compareCases(query, profile, modelOf(id)).score };
      });
      scored.sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1));
      return [id, scored.map(({ candidate }) => candidate)];
    }),
  );
}

function scoreRuns(run: Runs): { judged30: RankingFigures; all100: RankingFigures } {
  const score = (scope: "judged30" | "all100"): RankingFigures =>
    averageFigures(lecard.queries.map(({ id }) => scoreRanking(run[id] ?? [], lecard.labels[id] ?? {}, scope)));
  return { judged30: score("judged30"), all100: score("all100") };
}

function readPairs(): QueryPairs[] {
  return [...queries].map(([id, query]) => ({
    query: id,
    pairs: Object.entries(lecard.labels[id] ?? {}).flatMap(([candidate, label]): Pair[] => {
      const profile = profiles.get(candidate);
      if (profile === undefined) return [];
      const measured = new Map(measureLikeness(query, profile, model));
      return [{ id: candidate, label, features: FEATURES.map((name) => measured.get(name) ?? 0) }];
    }),
  }));
}

function trainModel(): SimilarityModel {
  const { documents, lines, charges, elementDocuments } = trainTerms(readChargedFacts(), readStopWords());
  const terms = `${lines.join("\n")}\n`;
  writeFileSync(join(MODEL, "terms.tsv"), terms);
  const weights = Object.fromEntries(FEATURES.map((name) => [name, 0]));
  const ranking = RankingFile.parse({ version: "1", documents, averageWords: 1, intercept: 0, weights, charges, elementDocuments });
  return writeModel(ranking, terms);
}

function trainRanking(untrained: SimilarityModel): SimilarityModel {
  const judged = new Set(Object.values(lecard.labels).flatMap((labels) => Object.keys(labels)));
  const counts = [...profiles].filter(([id]) => judged.has(id)).map(([, { wordCount }]) => wordCount);
  const averageWords = Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
  model = { ...untrained, averageWords };
  const ranking = RankingFile.parse(JSON.parse(readFileSync(join(MODEL, "ranking.json"), "utf8")));
  return writeModel({ ...ranking, averageWords, ...trainWeights(readPairs()) }, readFileSync(join(MODEL, "terms.tsv"), "utf8"));
}

function writeModel(ranking: RankingFile, terms: string): SimilarityModel {
  writeFileSync(join(MODEL, "ranking.json"), `${JSON.stringify(ranking, null, 2)}\n`);
  return build(ranking, terms);
}

function readModel(): SimilarityModel {
  if (!existsSync(join(MODEL, "ranking.json"))) throw new Error("no model: run with --train");
  return build(
    RankingFile.parse(JSON.parse(readFileSync(join(MODEL, "ranking.json"), "utf8"))),
    readFileSync(join(MODEL, "terms.tsv"), "utf8"),
  );
}

function build(ranking: RankingFile, terms: string): SimilarityModel {
  return buildModel(
    ranking,
    terms,
    CASE_ELEMENTS.map(({ name }) => name),
  );
}

function* readTexts(): Generator<[string, string]> {
  for (const { id, text } of readDocuments()) yield [id, text];
}

function rangeOf(each: readonly RankingFigures[]): { least: Record<string, number>; most: Record<string, number> } {
  const keys = ["P5", "P10", "MAP", "N10", "N20", "N30"] as const;
  const pick = (of: (...values: number[]) => number): Record<string, number> =>
    Object.fromEntries(keys.map((key) => [key, of(...each.map((figures) => figures[key]))]));
  return { least: pick(Math.min), most: pick(Math.max) };
}
