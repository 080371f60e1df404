import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#calendar/plain-date.ts";
import { decideRecommendation } from "#recommendations/decide-recommendation.ts";
import { measureEffect } from "#recommendations/measure-effect.ts";
import { types } from "#recommendations/recommendation.cases.ts";
import { ACTIONS_OF_STATUS, evolve, fold, measuresOf, type RecommendationState } from "#recommendations/recommendation.ts";
import { pilContent, wholeContent } from "#recommendations/recommendation-content.cases.ts";
import type { RecommendationAction, RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";

const clock = "00000000-0000-4000-8000-000000000002";
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-${n > 14 ? "02" : "01"}-${String(n).padStart(2, "0")}`);
const content = fc.constantFrom(
  wholeContent(),
  pilContent(),
  wholeContent({ findings: [] }),
  pilContent({ addressee: { name: "某局", relation: "higher" } }),
);
const measureId = fc.constantFrom("m1", "m2", "m3");
const dated = <T extends object>(rest: T) => day.map((on) => ({ on, ...rest }));
const anyAction: fc.Arbitrary<RecommendationAction> = fc.oneof(
  content.map((content) => ({ type: "revise" as const, content, reason: "" })),
  dated({ type: "review" as const, reviewer: "李研", opinion: "agree" as const, note: "" }),
  dated({ type: "record-route" as const, outcome: "agreed" as const, body: "某院", note: "" }),
  dated({ type: "approve" as const, by: "chief-procurator" as const, note: "" }),
  fc.constant({ type: "return" as const, reason: "改" }),
  day.map((on) => ({
    ...{ type: "issue" as const, number: "1", on, deliveredOn: on },
    ...{ way: "written" as const, consent: false, copies: [] },
  })),
  dated({ type: "file" as const }),
  dated({ type: "object" as const, grounds: "异议" }),
  fc
    .tuple(day, fc.constantFrom("stands" as const, "amend" as const))
    .map(([on, outcome]) => ({ type: "decide-objection" as const, on, outcome, reason: "说明" })),
  dated({ type: "reply" as const, document: "", summary: "已整改" }),
  fc
    .tuple(day, measureId, fc.constantFrom("met" as const, "partly" as const, "not-met" as const), fc.integer({ min: 0, max: 1 }))
    .map(([on, measureId, result, count]) => ({
      ...{ type: "check" as const, measureId, on, result },
      ...{ found: "查", evidence: [], counted: { sample: 50, count } },
    })),
  dated({ type: "close" as const, reason: "" }),
  dated({ type: "withdraw" as const, reason: "不当" }),
);

/** Ends come seldom, so that what follows an issue is long. */
const action = fc.oneof(
  { weight: 40, arbitrary: anyAction.filter(({ type }) => type !== "withdraw" && type !== "close") },
  { weight: 1, arbitrary: anyAction },
);

/** What the shell adds to an event that starts clocks. */
function complete(event: Extract<ReturnType<typeof decideRecommendation>, { ok: true }>["value"]): RecommendationEvent {
  if (event.type === "approved") return { ...event, sendClock: null, documentId: clock };
  return event.type === "issued" ? { ...event, clocks: { reply: clock, file: clock }, replyDue: "2026-04-01" } : event;
}

function run(
  start: RecommendationState,
  actions: readonly RecommendationAction[],
  look: (before: RecommendationState, event: RecommendationEvent, after: RecommendationState) => void,
) {
  return actions.reduce((state, wish, at) => {
    // Days go on from act to act; some lie a little back, as what is recorded late does.
    const on = at % 7 === 3 ? "2026-01-05" : addDays("2026-01-01", at);
    const one = "on" in wish ? { ...wish, on, ...("deliveredOn" in wish ? { deliveredOn: on } : {}) } : wish;
    const decided = decideRecommendation(one, state, { types, today: "2026-03-01", replyDue: "2026-04-01", failures: [] });
    if (!decided.ok) return state;
    const event = complete(decided.value);
    const after = evolve(state, event);
    look(state, event, after);
    return after;
  }, start);
}

/** Half of the runs begin with a draft, half with one that is out: what is asked of drafts and of checks is both reached. */
const start = fc.tuple(content, fc.boolean()).map(([content, isOut]) => {
  const drafted = { ...{ type: "drafted" as const, caseId: clock, procedureId: null, officeCode: "990101" }, content };
  const way = { way: "written" as const, consent: false, copies: [], clocks: { reply: clock, file: clock }, replyDue: "2026-04-01" };
  const issued = { ...{ type: "issued" as const, number: "1", on: "2026-01-01", deliveredOn: "2026-01-01" }, ...way };
  return fold(isOut ? [drafted, issued] : [drafted]);
});

test("after any acts the parts of the effect add up to the measures, and it is at most one", () => {
  let reached = 0;
  fc.assert(
    fc.property(start, fc.array(action, { minLength: 30, maxLength: 60 }), (state, actions) => {
      const { measures, met, partly, notMet, unchecked } = measureEffect(
        run(state, actions, (_, event) => {
          if (event.type === "measure-checked") reached += 1;
        }),
      );
      expect(met + partly + notMet + unchecked).toBe(measures);
      expect(met).toBeLessThanOrEqual(measures);
    }),
    { numRuns: 300 },
  );
  expect(reached, "the sequences reach checks").toBeGreaterThan(100);
});

test("a reply raises no effect, and only a check of that measure makes it met", () => {
  fc.assert(
    fc.property(start, fc.array(action, { minLength: 30, maxLength: 60 }), (state, actions) => {
      run(state, actions, (before, event, after) => {
        const [from, to] = [measureEffect(before), measureEffect(after)];
        if (event.type === "replied") expect({ ...to, replies: from.replies }).toEqual(from);
        if (to.met > from.met && event.type !== "revised") expect(event).toMatchObject({ type: "measure-checked", result: "met" });
      });
    }),
    { numRuns: 300 },
  );
});

test("social governance is never issued without a review of its draft, and never closed silently with a measure unmet", () => {
  fc.assert(
    fc.property(start, fc.array(action, { minLength: 30, maxLength: 60 }), (state, actions) => {
      run(state, actions, (before, event, after) => {
        expect(after.version).toBe(before.version + 1);
        if (event.type === "issued" && before.content.type === "social-governance") expect(before.review).not.toBeNull();
        if (event.type === "issued" && before.content.addressee.relation === "higher") expect(before.route).not.toBeNull();
        if (event.type === "closed" && event.reason === "") expect(measureEffect(before).met).toBe(measuresOf(before.content).length);
      });
    }),
    { numRuns: 300 },
  );
});

test("what the status does not name is refused as the wrong state", () => {
  fc.assert(
    fc.property(start, fc.array(action, { maxLength: 40 }), action, (state, actions, last) => {
      const reached = run(state, actions, () => undefined);
      const allowed: readonly string[] = ACTIONS_OF_STATUS[reached.status];
      const decided = decideRecommendation(last, reached, { types, today: "2026-03-01", replyDue: null, failures: [] });
      if (!allowed.includes(last.type)) expect(decided).toMatchObject({ ok: false, kind: "wrong-state" });
    }),
    { numRuns: 200 },
  );
});
