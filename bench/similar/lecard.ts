import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { ROOT } from "../peers/peer.ts";
import type { Labels } from "./score-rankings.ts";

/** The data beside the project: read, never copied. */
const DATA = join(ROOT, "../shared/data");
const LECARD = join(DATA, "lecard");

export const isLecardThere = existsSync(join(LECARD, "qrels.tsv"));

export type Runs = Readonly<Record<string, readonly string[]>>;
export type Lecard = {
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly pools: Runs;
  readonly labels: Readonly<Record<string, Labels>>;
};

const Query = z.object({ qid: z.string(), q: z.string() });
const Document = z.object({ id: z.coerce.string(), facts: z.string() });
const Charged = z.object({ id: z.coerce.string(), facts: z.string(), charges: z.array(z.string()) });
const Run = z.record(z.string(), z.array(z.coerce.string()));
const Figures = z.object({ P5: z.number(), P10: z.number(), MAP: z.number(), N10: z.number(), N20: z.number(), N30: z.number() });
const Expected = z.record(z.string(), z.object({ judged30: Figures, all100: Figures }));

/** Queries, pools and labels of the development part. */
export function readLecard(): Lecard {
  const labels: Record<string, Record<string, number>> = {};
  for (const line of readFileSync(join(LECARD, "qrels.tsv"), "utf8").trim().split("\n")) {
    const [query = "", document = "", label = "0"] = line.split("\t");
    labels[query] = { ...labels[query], [document]: Number(label) };
  }
  return {
    queries: readLines(join(LECARD, "queries.jsonl")).map((line) => {
      const { qid, q } = Query.parse(line);
      return { id: qid, text: q };
    }),
    pools: readRun("pools.json"),
    labels,
  };
}

/** The candidates' texts one after the other; with `ids` only those. */
export function* readDocuments(ids?: ReadonlySet<string>): Generator<{ id: string; text: string }> {
  for (const line of readLines(join(LECARD, "docs.jsonl.gz"))) {
    const { id, facts } = Document.parse(line);
    if (ids === undefined || ids.has(id)) yield { id, text: facts };
  }
}

/** Facts with the charges of the result; none of them stands in a pool of the development part. */
export function readChargedFacts(): { text: string; charges: string[] }[] {
  return readLines(join(DATA, "charges/facts_charges.jsonl.gz")).map((line) => {
    const { facts, charges } = Charged.parse(line);
    return { text: facts, charges };
  });
}

/** A run of others, ids by rank, with the figures a right scorer gives it. */
export function readExpectedRuns(): { name: string; run: Runs; judged30: z.infer<typeof Figures>; all100: z.infer<typeof Figures> }[] {
  const expected = Expected.parse(JSON.parse(readFileSync(join(LECARD, "expected_metrics.json"), "utf8")));
  return Object.entries(expected).map(([name, figures]) => ({ name, run: readRun(`runs/${name}.json`), ...figures }));
}

function readRun(name: string): Runs {
  return Run.parse(JSON.parse(readFileSync(join(LECARD, name), "utf8")));
}

function readLines(file: string): unknown[] {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

/** LeCaRD's list of words that tell nothing. */
export function readStopWords(): ReadonlySet<string> {
  return new Set(readFileSync(join(LECARD, "stopword.txt"), "utf8").split(/\s+/));
}
