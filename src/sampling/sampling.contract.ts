import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Tier } from "#statutes/statutes.contract.ts";

/** 抽样 the design of a sample, its drawn list, and what the checked sample says and does not say. */
const Sentence = z.object({ zh: z.string(), en: z.string() });

export const Confidence = z.union([z.literal(0.9), z.literal(0.95), z.literal(0.98), z.literal(0.99), z.literal(0.999)]);
export type Confidence = z.infer<typeof Confidence>;
/** `hypergeometric` is exact for a finite population drawn without replacement; `clopper-pearson` is exact for an infinite one, hence wider. */
export const IntervalMethod = z.enum(["hypergeometric", "clopper-pearson", "wilson"]);
export type IntervalMethod = z.infer<typeof IntervalMethod>;

export const Stratum = z.object({
  id: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(120),
  tier: Tier.nullable().default(null),
  /** how many units the stratum has; they are numbered from 1 in the order of the list that `SampleDesign.frame` names */
  units: z.number().int().min(1).max(1e12),
});
export type Stratum = z.infer<typeof Stratum>;

export const SampleDesign = z.object({
  title: z.string().trim().min(1).max(120),
  /** what is checked of each unit, answered by yes or no: 是否真实有效 */
  question: z.string().trim().min(1).max(200),
  /** the list that the units are numbered by, with its hash where it has one */
  frame: z.string().trim().min(1).max(400),
  strata: z
    .array(Stratum)
    .min(1)
    .max(200)
    .refine(
      (strata) => new Set(strata.map(({ id }) => id)).size === strata.length,
      "各层的编号不能重复 / each stratum has an id of its own",
    ),
  /** `convenience`: chosen because they were at hand. Such a sample says nothing about the rest and is refused. */
  selection: z.enum(["probability", "convenience"]).default("probability"),
  confidence: Confidence.default(0.95),
  /** half of the wanted width of the interval, as a share: 0.02 is ± 2 % */
  margin: z.number().gt(0).max(0.5).default(0.05),
  /** the share that is expected to hold; 0.5 asks for the largest sample */
  expectedShare: z.number().min(0).max(1).default(0.5),
  method: IntervalMethod.default("hypergeometric"),
  allocation: z.enum(["proportional", "equal"]).default("proportional"),
  /** size of the whole sample; null = the smallest that gives the wanted interval */
  size: z.number().int().min(1).max(10_000).nullable().default(null),
  /** the drawn list follows from the seed alone */
  seed: z.string().trim().min(1).max(80),
  /** conditions of 法发〔2022〕23号 no. 20; null = not settled */
  conditions: z
    .object({
      sameNature: z.boolean().nullable().default(null),
      impossibleOneByOne: z.boolean().nullable().default(null),
      reason: z.string().trim().max(1000).nullable().default(null),
    })
    .default({ sameNature: null, impossibleOneByOne: null, reason: null }),
});
export type SampleDesign = z.infer<typeof SampleDesign>;

export const SamplePlan = z.object({
  design: SampleDesign,
  population: z.number().int(),
  size: z.number().int(),
  sizeBecause: Sentence,
  /** `drawn`: numbers of the units, ascending */
  strata: z.array(Stratum.extend({ size: z.number().int(), drawn: z.array(z.number().int()) })),
  algorithm: Sentence,
  /** 抽样说明 the written justification, fit for a case file */
  justification: z.string(),
  /** `selection`: the conditions of no. 20 are stated to hold; `corroboration`: the sample supports a count and replaces none */
  use: z.enum(["selection", "corroboration"]),
  warnings: z.array(Sentence),
});
export type SamplePlan = z.infer<typeof SamplePlan>;

export const SampleRefusal = z.object({
  kind: z.enum(["convenience-sample", "not-the-drawn-units", "not-all-checked", "sample-too-large"]),
  sentence: Sentence,
});
export type SampleRefusal = z.infer<typeof SampleRefusal>;

/** 核对结果 what a person found of one drawn unit; `unclear` counts against either bound. */
export const CheckedUnit = z.object({
  stratum: z.string().max(80),
  unit: z.number().int().min(1),
  finding: z.enum(["holds", "fails", "unclear"]),
  note: z.string().max(400).nullable().default(null),
});
export type CheckedUnit = z.infer<typeof CheckedUnit>;

const Share = z.number().min(0).max(1);
const Interval = z.object({
  /** shares, rounded outward to six decimals */
  lower: Share,
  upper: Share,
  /** units of the stratum that hold, at least and at most */
  least: z.number().int(),
  most: z.number().int(),
});
export type Interval = z.infer<typeof Interval>;

export const EvaluatedStratum = z.object({
  id: z.string(),
  name: z.string(),
  units: z.number().int(),
  size: z.number().int(),
  holds: z.number().int(),
  fails: z.number().int(),
  unclear: z.number().int(),
  unchecked: z.number().int(),
  /** holds of all checked; null when nothing was */
  share: Share.nullable(),
  /** null when the sample must not be extrapolated */
  intervals: z.object({ hypergeometric: Interval, clopperPearson: Interval, wilson: Interval }).nullable(),
});
export type EvaluatedStratum = z.infer<typeof EvaluatedStratum>;

export const SampleEvaluation = z.object({
  confidence: Confidence,
  method: IntervalMethod,
  /** set when nothing may be said beyond the checked units; `strata` then hold the findings alone */
  refused: SampleRefusal.nullable(),
  strata: z.array(EvaluatedStratum),
  /** over all strata: sums of exact intervals, each at a confidence that makes the whole hold at the wanted one; null when refused */
  total: z
    .object({
      units: z.number().int(),
      size: z.number().int(),
      holds: z.number().int(),
      fails: z.number().int(),
      unclear: z.number().int(),
      interval: Interval,
      /** confidence of each stratum's interval behind the sum */
      confidencePerStratum: z.number(),
    })
    .nullable(),
  conclusion: Sentence,
});
export type SampleEvaluation = z.infer<typeof SampleEvaluation>;

/** 阴性样本 random lines without findings, to see what the scan missed. Shown masked: what it missed may be a number. */
export const NullSetSample = z.object({
  seed: z.string(),
  asked: z.number().int(),
  /** lines without a finding in what could be sampled */
  population: z.number().int(),
  /** lines of the same sources in which something was found */
  withFindings: z.number().int(),
  lines: z.array(z.object({ source: z.string(), row: z.number().int(), masked: z.string() })),
  /** sources whose lines could not be sampled, with the reason */
  notSampled: z.array(z.object({ path: z.string(), sentence: Sentence })),
  /** how many missed lines there can be at most if none of the sample is one, at 95 % */
  ifNoneMissed: z.object({ most: z.number().int(), share: Share }).nullable(),
});
export type NullSetSample = z.infer<typeof NullSetSample>;

// The case's side.

export const TrySampleRequest = z.object({ design: SampleDesign });
export const PlanSampleRequest = z.object({ requestId: RequestId, countId: z.uuid().nullable(), design: SampleDesign });
export type PlanSampleRequest = z.infer<typeof PlanSampleRequest>;
/** All findings so far; a later call replaces an earlier one and both are kept. */
export const RecordChecksRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int(),
  checks: z.array(CheckedUnit).max(10_000),
});
export type RecordChecksRequest = z.infer<typeof RecordChecksRequest>;
export const CaseSample = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  countId: z.uuid().nullable(),
  plan: SamplePlan,
  plannedBy: z.string(),
  plannedAt: z.iso.datetime(),
  /** 1 = planned; one more with each recording of findings */
  version: z.number().int(),
  checks: z.array(CheckedUnit),
  checkedBy: z.string().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  evaluation: SampleEvaluation,
});
export type CaseSample = z.infer<typeof CaseSample>;
export const CaseSampleList = z.object({ items: z.array(CaseSample) });
export const SampleIdParams = z.object({ sampleId: z.uuid() });

/** What a person found of one drawn line: the scan missed personal information in it, or not. `line` counts from 0 in the sample. */
export const CheckedLine = z.object({
  line: z.number().int().min(0),
  finding: z.enum(["missed", "clear", "unclear"]),
  note: z.string().max(400).nullable().default(null),
});
export type CheckedLine = z.infer<typeof CheckedLine>;

/** 查漏结论 how many lines the scan missed, at 95 %; null bounds until every drawn line was looked at. */
export const NullSetRecall = z.object({
  missed: z.number().int(),
  clear: z.number().int(),
  unclear: z.number().int(),
  unchecked: z.number().int(),
  missedInAll: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
  /** lines found, of those found and those missed: at least this share */
  recallAtLeast: Share.nullable(),
  sentence: Sentence,
});
export type NullSetRecall = z.infer<typeof NullSetRecall>;

export const DrawNullSetRequest = z.object({
  requestId: RequestId,
  seed: z.string().trim().min(1).max(80),
  size: z.number().int().min(1).max(2000).default(200),
});
export type DrawNullSetRequest = z.infer<typeof DrawNullSetRequest>;
export const CaseNullSet = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  countId: z.uuid(),
  seed: z.string(),
  size: z.number().int(),
  status: z.enum(["waiting", "done", "failed"]),
  problem: Sentence.nullable(),
  sample: NullSetSample.nullable(),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** 1 = drawn or to be drawn; one more with each recording of findings */
  version: z.number().int(),
  checks: z.array(CheckedLine),
  checkedBy: z.string().nullable(),
  recall: NullSetRecall.nullable(),
});
export type CaseNullSet = z.infer<typeof CaseNullSet>;
export const CaseNullSetList = z.object({ items: z.array(CaseNullSet) });
export const NullSetIdParams = z.object({ nullSetId: z.uuid() });
export const RecordLinesRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int(),
  checks: z.array(CheckedLine).max(2000),
});
export type RecordLinesRequest = z.infer<typeof RecordLinesRequest>;
