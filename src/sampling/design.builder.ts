import type { z } from "zod";
import { SampleDesign } from "#sampling/sampling.contract.ts";

/** A design of one stratum of 10,000 units, unless something else is said. */
export function buildDesign(parts: Partial<z.input<typeof SampleDesign>> = {}): SampleDesign {
  return SampleDesign.parse({
    title: "第三档信息真实性抽样",
    question: "是否真实有效",
    frame: "去重后的第三档记录（按证据顺序编号）",
    strata: [{ id: "C", name: "第三档", tier: "C", units: 10_000 }],
    seed: "云岭-2026-1",
    ...parts,
  });
}
