import { describe, expect, test } from "vitest";
import type { FactQuestion, NoticeAnswer } from "#public-interest/public-interest.contract.ts";
import { kindOfFact, writeFacts } from "#web/law/public-interest/fact-values.ts";
import { scaleNotice } from "#web/law/public-interest/notice-scale.ts";

const TODAY = "2026-03-20";
const nothing: NoticeAnswer = {
  verdict: "unknown",
  says: { zh: "", en: "" },
  prosecution: null,
  published: null,
  latestSafeStart: null,
  latestSafeEnd: null,
  latestSafeStartIfExtended: null,
  latestSameDayStart: null,
  daysLeft: null,
  fallback: [],
  notes: [],
  warnings: [],
  cite: [],
};

describe("the twin tracks on a line of time", () => {
  test("hold the review, the notice and the latest notice, in the order of their days", () => {
    const drawn = scaleNotice(
      {
        ...nothing,
        prosecution: {
          on: "2026-04-10",
          because: "review-period",
          custodyAssumed: false,
          limit: "2026-04-10",
          limitIfExtended: null,
          cite: [],
        },
        published: { on: "2026-03-12", ends: "2026-04-13", planned: false },
        latestSafeStart: "2026-03-10",
        latestSafeEnd: "2026-04-09",
      },
      { reviewReceivedOn: "2026-03-10" },
      TODAY,
    );
    expect(drawn?.bars).toEqual([
      { track: "criminalTrack", from: "2026-03-10", to: "2026-04-10" },
      { track: "noticeTrack", from: "2026-03-12", to: "2026-04-13" },
      { track: "latestTrack", from: "2026-03-10", to: "2026-04-09" },
    ]);
    const place = drawn?.place ?? (() => Number.NaN);
    for (const day of ["2026-03-10", "2026-04-13", TODAY]) {
      expect(place(day)).toBeGreaterThan(0);
      expect(place(day)).toBeLessThan(100);
    }
    expect(place("2026-04-09")).toBeLessThan(place("2026-04-10"));
    expect(drawn?.ticks).toEqual(["2026-04-01"]);
  });

  test("are not drawn where there is neither a prosecution nor a notice", () => {
    expect(scaleNotice(nothing, {}, TODAY)).toBeNull();
  });
});

describe("the form", () => {
  test("knows from the contract what each fact is answered with", () => {
    const question = (id: FactQuestion["id"], option?: string): FactQuestion => ({
      id,
      ask: { zh: id, en: id },
      ...(option === undefined ? {} : { options: [{ id: option, zh: option, en: option }] }),
    });
    const asked = [
      question("isProcessor"),
      question("personsAtLeast"),
      question("noticeOn"),
      question("groups", "women"),
      question("organDutyBasis", "law"),
    ];
    expect(asked.map(kindOfFact)).toEqual(["flag", "count", "day", "list", "choice"]);
  });

  test("keeps what fits and leaves the rest unknown", () => {
    expect(writeFacts({ isProcessor: true, noticeOn: "2026-02-3" })).toEqual({ isProcessor: true, personsAtMost: null });
    expect(writeFacts({ personsAtLeast: 5, personsAtMost: 4 })).toEqual({ personsAtLeast: 5, personsAtMost: null });
  });
});
