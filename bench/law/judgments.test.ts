import { expect, test } from "vitest";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { isThere, readLines } from "../reading/data.ts";
import { CourtFindings, type Holding, holdJudgments } from "./hold-judgments.ts";
import { buildJudgmentsPage, summarise } from "./judgments-page.ts";

const LABELS = "judgment_labels_dev.jsonl";
const provisions = loadProvisions();
const finding = (more: object) =>
  CourtFindings.parse({
    id: "x",
    judgedOn: "2018-05-01",
    isPersonalInformationCase: true,
    conducts: ["obtain"],
    insider: false,
    items: { tierBasis: "court" },
    ...more,
  });
const outcomes = (more: object) => holdJudgments([finding(more)], provisions).map(({ outcome }) => outcome);

test("a court's band that the numbers prove agrees, one they do not prove is open, one they exceed disagrees", () => {
  expect(outcomes({ defendants: [{ C: 5000, band: "serious" }] })).toEqual(["agrees"]);
  expect(outcomes({ defendants: [{ C: 4999, band: "serious" }] })).toEqual(["open"]);
  expect(outcomes({ defendants: [{ C: 50_000, band: "serious" }] })).toEqual(["disagrees"]);
  expect(outcomes({ defendants: [{ C: 5000, band: null }] })).toEqual([]);
});

test("every difference is told with its reason", () => {
  const holdings = holdJudgments([finding({ defendants: [{ C: 4999, band: "serious" }] })], provisions);
  expect(holdings.every(({ reason }) => reason !== "")).toBe(true);
  expect(buildJudgmentsPage({ date: "2026-11-25", commit: "x", ...summarise(holdings), holdings })).toContain(
    "| x / 1 | 2018-05-01 | C 4999 |",
  );
});

test.skipIf(!isThere(LABELS))(
  "the engine agrees with the courts that judged under the interpretation (skipped where the labels are absent)",
  () => {
    const holdings: Holding[] = holdJudgments(readLines(LABELS, CourtFindings), provisions);
    const { since2017, before2017 } = summarise(holdings);
    expect(since2017).toEqual({ all: 60, agrees: 57, open: 0, disagrees: 3 });
    expect(before2017).toEqual({ all: 27, agrees: 20, open: 5, disagrees: 2 });
  },
);
