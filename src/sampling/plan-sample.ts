import { allocate } from "#sampling/allocate.ts";
import { DRAWING, drawUnits } from "#sampling/draw-units.ts";
import { justifySample } from "#sampling/justify-sample.ts";
import { findSampleSize, LARGEST_SAMPLE } from "#sampling/sample-size.ts";
import type { SampleDesign, SamplePlan, SampleRefusal } from "#sampling/sampling.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };

/** Why a sample that was not drawn by chance says nothing about the rest. */
export const CONVENIENCE: Sentence = {
  zh: "样本不是按随机方法抽取的（方便抽样），各条被抽中的机会未知，不能由样本推断总体；只能就已核对的部分作出认定。请按种子重新随机抽取。",
  en: "The sample was not drawn by chance (a convenience sample): how likely each unit was to be in it is unknown, so nothing follows for the rest. Only what was checked may be found. Draw a random sample from a seed.",
};

/**
 * 抽样方案 the size, the drawn list and the written justification of a design. Refuses a convenience sample and a sample too large to be
 * one. Deterministic: the same design gives the same plan.
 */
export function planSample(
  design: SampleDesign,
): { readonly ok: true; readonly plan: SamplePlan } | { readonly ok: false; readonly refused: SampleRefusal } {
  if (design.selection === "convenience") return { ok: false, refused: { kind: "convenience-sample", sentence: { ...CONVENIENCE } } };
  const population = design.strata.reduce((sum, { units }) => sum + units, 0);
  const found = design.size ?? findSampleSize(design);
  if (found === null || design.strata.length > LARGEST_SAMPLE)
    return { ok: false, refused: { kind: "sample-too-large", sentence: { ...TOO_LARGE } } };
  const size = Math.min(population, Math.max(found, design.strata.length));
  const sizes = allocate(
    size,
    design.strata.map(({ units }) => units),
    design.allocation,
  );
  const strata = design.strata.map((stratum, at) => ({
    ...stratum,
    size: sizes[at] ?? 0,
    drawn: drawUnits(design.seed, stratum.id, stratum.units, sizes[at] ?? 0),
  }));
  const { sameNature, impossibleOneByOne, reason } = design.conditions;
  const unjustified = {
    design,
    population,
    size,
    sizeBecause: explainSize(design, size, population),
    strata,
    algorithm: { ...DRAWING },
    use:
      sameNature === true && impossibleOneByOne === true && reason !== null && reason !== ""
        ? ("selection" as const)
        : ("corroboration" as const),
    warnings: listWarnings(design, size, population),
  };
  return { ok: true, plan: { ...unjustified, justification: justifySample(unjustified) } };
}

const TOO_LARGE: Sentence = {
  zh: `达到所要求的区间需要抽取超过${LARGEST_SAMPLE}条；请放宽误差、减少分层，或者全部核对。`,
  en: `The wanted interval needs more than ${LARGEST_SAMPLE} units: widen the margin, use fewer strata, or check them all.`,
};

function explainSize(design: SampleDesign, size: number, population: number): Sentence {
  const [percent, margin] = [design.confidence * 100, design.margin * 100];
  if (size === population) return { zh: `抽取全部${population}条，等于逐条核对。`, en: `All ${population} units: a check of each one.` };
  if (design.size !== null && design.size < design.strata.length)
    return { zh: `每层至少抽取一条，共${size}条。`, en: `One unit of each stratum at least: ${size}.` };
  if (design.size !== null) return { zh: `样本量${size}条由设计人指定。`, en: `The size of ${size} was given by the designer.` };
  return {
    zh: `预计比例${round(design.expectedShare * 100)}%时，使置信水平${round(percent)}%的区间半宽不超过${round(margin)}个百分点的最小样本量为${size}条（总体${population}条）。`,
    en: `At an expected share of ${round(design.expectedShare * 100)} %, ${size} is the smallest sample of ${population} whose interval at ${round(percent)} % is within ± ${round(margin)} points.`,
  };
}

function listWarnings(design: SampleDesign, size: number, population: number): Sentence[] {
  const warnings: Sentence[] = [];
  if (design.strata.some(({ tier }) => tier === "A" || tier === "B") && size < population)
    warnings.push({
      zh: "含第一档、第二档信息：一般认为应当逐条核实，不适用批量推定，抽样结论不能代替逐条核实。",
      en: "There is information of tier A or B: each item is to be verified, the presumption for bulk does not apply, and a sample replaces no verification.",
    });
  const { sameNature, impossibleOneByOne, reason } = design.conditions;
  if (sameNature !== true || impossibleOneByOne !== true || reason === null || reason === "")
    warnings.push({
      zh: "未说明符合法发〔2022〕23号第二十条的条件（同类、数量众多、客观上无法逐一收集）：样本只能印证，不能代替条数。",
      en: "The conditions of 法发〔2022〕23号 no. 20 (same kind, very many, impossible one by one) are not stated: the sample corroborates and replaces no count.",
    });
  if (design.method === "wilson")
    warnings.push({
      zh: "Wilson区间为近似区间；精确区间一并列出。",
      en: "Wilson's interval is an approximation; the exact ones stand beside it.",
    });
  return warnings;
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
