import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CASE_ELEMENTS } from "#similarity/elements/find-elements.ts";
import { buildModel, RankingFile, type SimilarityModel } from "#similarity/model/similarity-model.ts";

let loaded: SimilarityModel | null = null;

/** The model as it ships, read once. @throws when a file is not of its shape: that is a bug of the release */
export function loadModel(): SimilarityModel {
  loaded ??= buildModel(
    RankingFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, "ranking.json"), "utf8"))),
    readFileSync(join(import.meta.dirname, "terms.tsv"), "utf8"),
    CASE_ELEMENTS.map(({ name }) => name),
  );
  return loaded;
}
