import { expect, test } from "vitest";
import { nextStepOf } from "#web/cases/next-step.ts";

const fresh = { stage: "prosecution-review", evidence: 0, countsRunning: 0, signedBand: null } as const;

test("a case asks for evidence, then a count, then an assessment, and rests when that is signed", () => {
  expect(nextStepOf(fresh).tab).toBe("evidence");
  expect(nextStepOf({ ...fresh, evidence: 3, countsRunning: 1 }).words.zh).toBe("统计进行中");
  expect(nextStepOf({ ...fresh, evidence: 3 }).words.zh).toBe("统计并评估");
  expect(nextStepOf({ ...fresh, evidence: 3, signedBand: "serious" }).tab).toBe("assessment");
});

test("a closed case asks for nothing, whatever it lacks", () => {
  expect(nextStepOf({ ...fresh, stage: "closed" }).words.zh).toBe("已办结");
});
