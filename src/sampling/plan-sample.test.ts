import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "#sampling/allocate.ts";
import { buildDesign } from "#sampling/design.builder.ts";
import { drawUnits } from "#sampling/draw-units.ts";
import { planSample } from "#sampling/plan-sample.ts";
import { expectedMargin, findSampleSize } from "#sampling/sample-size.ts";
import { type SampleDesign, SamplePlan } from "#sampling/sampling.contract.ts";

function plan(parts: Parameters<typeof buildDesign>[0] = {}): SamplePlan {
  const answer = planSample(buildDesign(parts));
  if (!answer.ok) throw new Error(answer.refused.sentence.zh);
  return SamplePlan.parse(answer.plan);
}

test("the size is the smallest that gives the wanted interval", () => {
  const design = buildDesign({ margin: 0.05 });
  const size = findSampleSize(design) ?? 0;
  expect(expectedMargin(size, design)).toBeLessThanOrEqual(0.05);
  expect(expectedMargin(size - 1, design)).toBeGreaterThan(0.05);
  expect(plan({ margin: 0.05 })).toMatchObject({ size, population: 10_000 });
  expect(size).toBeGreaterThan(350);
  expect(size).toBeLessThan(400);
});

test("a wanted interval that only a census gives is a census", () => {
  const census = plan({ strata: [{ id: "C", name: "第三档", tier: "C", units: 30 }], margin: 0.001 });
  expect(census.size).toBe(30);
  expect(census.sizeBecause.zh).toContain("逐条核对");
  expect(census.strata[0]?.drawn).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
});

test("the same design gives the same list, another seed another one", () => {
  expect(plan()).toEqual(plan());
  expect(plan({ seed: "另一个" }).strata[0]?.drawn).not.toEqual(plan().strata[0]?.drawn);
});

test("the list is the one that the published algorithm gives (it must never change)", () => {
  expect(drawUnits("云岭-2026-1", "C", 10_000, 5)).toEqual(LIST);
});
// Drawn by a program of another language after the description of the algorithm.
const LIST = [1553, 6637, 6841, 8816, 9663];

test("every unit is drawn about as often as any other", () => {
  const times = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 4000; seed++)
    for (const unit of drawUnits(`s${seed}`, "x", 10, 3)) times[unit - 1] = (times[unit - 1] ?? 0) + 1;
  // 1,200 expected each, standard deviation 29: five of them
  for (const drawn of times) expect(Math.abs(drawn - 1200)).toBeLessThan(145);
});

test("allocation gives exactly the size, one to each stratum at least, none more than it has", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.constantFrom("proportional" as const, "equal" as const),
      (units, more, how) => {
        const population = units.reduce((sum, each) => sum + each, 0);
        const size = Math.min(population, units.length + more);
        const given = allocate(size, units, how);
        expect(given.reduce((sum, each) => sum + each, 0)).toBe(size);
        for (const [at, each] of given.entries()) {
          expect(each).toBeGreaterThanOrEqual(1);
          expect(each).toBeLessThanOrEqual(units[at] ?? 0);
        }
      },
    ),
  );
});

describe("the justification", () => {
  test("says what, of what, how, how many, on what footing, and what does not follow", () => {
    const { justification, use } = plan();
    for (const part of [
      "是否真实有效",
      "10000条",
      "云岭-2026-1",
      "法释〔2017〕10号第十一条第三款",
      "法发〔2022〕23号第二十条",
      "仅用于印证",
    ])
      expect(justification).toContain(part);
    expect(use).toBe("corroboration");
  });
  test("the conditions of no. 20, all stated, make it a selection whose method is reviewed", () => {
    const conditions: SampleDesign["conditions"] = { sameNature: true, impossibleOneByOne: true, reason: "逾千万条，逐条核对需数年" };
    const { justification, use, warnings } = plan({ conditions });
    expect(use).toBe("selection");
    expect(justification).toContain("有利于犯罪嫌疑人");
    expect(warnings).toEqual([]);
  });
  test("tiers A and B are to be verified one by one, and it says so", () => {
    const { justification, warnings } = plan({ strata: [{ id: "A", name: "第一档", tier: "A", units: 5000 }] });
    expect(justification).toContain("应当逐条核实");
    expect(warnings[0]?.zh).toContain("逐条核实");
  });
});

test("a convenience sample is refused with the reason", () => {
  expect(planSample(buildDesign({ selection: "convenience" }))).toMatchObject({ ok: false, refused: { kind: "convenience-sample" } });
});

test("a sample larger than any sample is refused", () => {
  const strata = [{ id: "C", name: "第三档", units: 1e9 }];
  expect(planSample(buildDesign({ strata, margin: 0.0001 }))).toMatchObject({ ok: false, refused: { kind: "sample-too-large" } });
});

test("two strata of the same id are no design", () => {
  const stratum = { id: "C", name: "第三档", units: 5 };
  expect(() => buildDesign({ strata: [stratum, stratum] })).toThrow(/不能重复/);
});
