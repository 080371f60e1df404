import { type Refusal, refuse } from "#refusals/refusal.ts";
import type { SampleRefusal } from "#sampling/sampling.contract.ts";

/** A design that gives no sample, as the refusal of a request: the place is what has to be changed. */
export function refuseDesign({ kind, sentence }: SampleRefusal): Refusal {
  const place = kind === "convenience-sample" ? "design.selection" : "design.margin";
  const expected =
    kind === "convenience-sample"
      ? { expected: "概率抽样（probability）", "expected.en": "a probability sample" }
      : { expected: "能够达到的误差", "expected.en": "a margin that can be reached" };
  return refuse("invalid-input", { place, ...expected, found: sentence.zh, "found.en": sentence.en });
}
