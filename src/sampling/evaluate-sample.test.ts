import { describe, expect, test } from "vitest";
import { buildDesign } from "#sampling/design.builder.ts";
import { evaluateSample, tellConvenienceSample } from "#sampling/evaluate-sample.ts";
import { planSample } from "#sampling/plan-sample.ts";
import { type CheckedUnit, SampleEvaluation, type SamplePlan } from "#sampling/sampling.contract.ts";

function planOf(parts: Parameters<typeof buildDesign>[0]): SamplePlan {
  const answer = planSample(buildDesign(parts));
  if (!answer.ok) throw new Error(answer.refused.kind);
  return answer.plan;
}
const TWO = [
  { id: "C1", name: "甲表", units: 9000 },
  { id: "C2", name: "乙表", units: 1000 },
];
/** All drawn units checked; the first `fails` of each stratum fail. */
function check(plan: SamplePlan, fails: number): CheckedUnit[] {
  return plan.strata.flatMap(({ id, drawn }) =>
    drawn.map((unit, at): CheckedUnit => ({ stratum: id, unit, finding: at < fails ? "fails" : "holds", note: null })),
  );
}

test("per stratum and in all: the sum of the strata holds at the wanted confidence", () => {
  const plan = planOf({ strata: TWO, size: 200 });
  const evaluation = SampleEvaluation.parse(evaluateSample(plan, check(plan, 2)));
  expect(evaluation.refused).toBeNull();
  expect(evaluation.strata.map(({ size, holds, fails }) => [size, holds, fails])).toEqual([
    [180, 178, 2],
    [20, 18, 2],
  ]);
  const { total } = evaluation;
  expect(total).toMatchObject({ units: 10_000, size: 200, holds: 196, fails: 4, unclear: 0, confidencePerStratum: 0.975 });
  expect(total?.interval.least).toBeLessThan(9800);
  expect(total?.interval.most).toBeGreaterThan(9800);
  expect(total?.interval.most).toBeLessThanOrEqual(10_000 - 4);
  expect(evaluation.conclusion.zh).toContain(`${total?.interval.least}条至${total?.interval.most}条`);
});

describe("nothing is said beyond what was checked", () => {
  const plan = planOf({ size: 50 });
  const checks = check(plan, 1);
  test("before all drawn units are checked", () => {
    const evaluation = evaluateSample(plan, checks.slice(1));
    expect(evaluation).toMatchObject({ refused: { kind: "not-all-checked" }, total: null });
    expect(evaluation.strata[0]).toMatchObject({ holds: 49, unchecked: 1, intervals: null });
  });
  test("when other units were checked than the drawn ones", () => {
    const other = Array.from({ length: 10_000 }, (_, at) => at + 1).find((unit) => !plan.strata[0]?.drawn.includes(unit)) ?? 0;
    const stranger: CheckedUnit = { stratum: "C", unit: other, finding: "holds", note: null };
    expect(evaluateSample(plan, [...checks, stranger]).refused?.kind).toBe("not-the-drawn-units");
    expect(evaluateSample(plan, [...checks, { ...stranger, stratum: "无此层" }]).refused?.kind).toBe("not-the-drawn-units");
  });
  test("of a convenience sample, ever", () => {
    const told = SampleEvaluation.parse(tellConvenienceSample(buildDesign({ selection: "convenience" }), checks));
    expect(told).toMatchObject({ refused: { kind: "convenience-sample" }, total: null });
    expect(told.strata[0]).toMatchObject({ size: 50, holds: 49, fails: 1, share: 0.98, intervals: null });
    expect(told.conclusion.zh).toContain("不能由样本推断总体");
  });
});

test("two findings that differ about one unit leave it unclear, and unclear counts against either bound", () => {
  const plan = planOf({ size: 50 });
  const checks = check(plan, 0);
  const first = checks[0];
  if (first === undefined) throw new Error("nothing drawn");
  const [sure, unsure] = [evaluateSample(plan, checks), evaluateSample(plan, [...checks, { ...first, finding: "fails" }])];
  expect(unsure.strata[0]).toMatchObject({ holds: 49, unclear: 1 });
  expect(unsure.total?.interval.most).toBe(sure.total?.interval.most);
  expect(unsure.total?.interval.least).toBeLessThan(sure.total?.interval.least ?? 0);
});
