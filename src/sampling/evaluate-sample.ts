import { type Found, intervalOf, roundDown, roundUp } from "#sampling/intervals.ts";
import { CONVENIENCE } from "#sampling/plan-sample.ts";
import { totalMethod } from "#sampling/sample-size.ts";
import type {
  CheckedUnit,
  EvaluatedStratum,
  SampleDesign,
  SampleEvaluation,
  SamplePlan,
  SampleRefusal,
} from "#sampling/sampling.contract.ts";

type Finding = CheckedUnit["finding"];

/**
 * 样本评估 what the checked units say, per stratum and in all. Says nothing beyond them (`refused`) unless exactly the drawn units were
 * checked, all of them. Units that could not be judged count as failing for the lower bound and as holding for the upper.
 */
export function evaluateSample(plan: SamplePlan, checks: readonly CheckedUnit[]): SampleEvaluation {
  const findings = collect(checks);
  const drawn = new Map(plan.strata.map((stratum) => [stratum.id, new Set(stratum.drawn)]));
  const strangers = checks.filter(({ stratum, unit }) => !drawn.get(stratum)?.has(unit));
  const strata = plan.strata.map((stratum) => tellStratum(stratum, stratum.drawn, findings.get(stratum.id)));
  const unchecked = strata.reduce((sum, each) => sum + each.unchecked, 0);
  const refused = strangers.length > 0 ? notDrawn(strangers) : unchecked > 0 ? notAll(unchecked, plan.size) : null;
  const { confidence, method } = plan.design;
  if (refused) return { confidence, method, refused, strata, total: null, conclusion: { ...refused.sentence } };

  const evaluated = strata.map((stratum): EvaluatedStratum => {
    const found = foundOf(stratum);
    return {
      ...stratum,
      intervals: {
        hypergeometric: intervalOf("hypergeometric", found, confidence),
        clopperPearson: intervalOf("clopper-pearson", found, confidence),
        wilson: intervalOf("wilson", found, confidence),
      },
    };
  });
  const total = totalOf(plan.design, strata);
  return { confidence, method, refused: null, strata: evaluated, total, conclusion: conclude(plan, total) };
}

/** A convenience sample: what was found of the units that were looked at, and the refusal to say more. */
export function tellConvenienceSample(design: SampleDesign, checks: readonly CheckedUnit[]): SampleEvaluation {
  const findings = collect(checks);
  const strata = design.strata.map((stratum) => {
    const looked = findings.get(stratum.id) ?? new Map<number, Finding>();
    return tellStratum({ ...stratum, size: looked.size }, [...looked.keys()], looked);
  });
  const refused: SampleRefusal = { kind: "convenience-sample", sentence: { ...CONVENIENCE } };
  return { confidence: design.confidence, method: design.method, refused, strata, total: null, conclusion: { ...CONVENIENCE } };
}

/** Findings by stratum and unit; two that differ about one unit leave it unclear. */
function collect(checks: readonly CheckedUnit[]): Map<string, Map<number, Finding>> {
  const findings = new Map<string, Map<number, Finding>>();
  for (const { stratum, unit, finding } of checks) {
    const units = findings.get(stratum) ?? new Map<number, Finding>();
    findings.set(stratum, units);
    const before = units.get(unit);
    units.set(unit, before === undefined || before === finding ? finding : "unclear");
  }
  return findings;
}

function tellStratum(
  { id, name, units, size }: { id: string; name: string; units: number; size: number },
  drawn: readonly number[],
  findings: ReadonlyMap<number, Finding> | undefined,
): EvaluatedStratum {
  const counts = { holds: 0, fails: 0, unclear: 0 };
  let unchecked = 0;
  for (const unit of drawn) {
    const finding = findings?.get(unit);
    if (finding === undefined) unchecked++;
    else counts[finding]++;
  }
  const checked = size - unchecked;
  return {
    id,
    name,
    units,
    size,
    ...counts,
    unchecked,
    share: checked === 0 ? null : Math.round((counts.holds / checked) * 1e6) / 1e6,
    intervals: null,
  };
}

function foundOf({ units, size, holds, unclear }: EvaluatedStratum): Found {
  return { units, drawn: size, holds, holdsAtMost: holds + unclear };
}

function totalOf(design: SampleDesign, strata: readonly EvaluatedStratum[]): NonNullable<SampleEvaluation["total"]> {
  const { method, confidence } = totalMethod(design);
  const sum = (pick: (stratum: EvaluatedStratum) => number) => strata.reduce((total, stratum) => total + pick(stratum), 0);
  const intervals = strata.map((stratum) => intervalOf(method, foundOf(stratum), confidence));
  const units = sum((stratum) => stratum.units);
  const least = intervals.reduce((total, interval) => total + interval.least, 0);
  const most = intervals.reduce((total, interval) => total + interval.most, 0);
  return {
    units,
    size: sum(({ size }) => size),
    holds: sum(({ holds }) => holds),
    fails: sum(({ fails }) => fails),
    unclear: sum(({ unclear }) => unclear),
    interval: { lower: roundDown(least / units), upper: roundUp(most / units), least, most },
    confidencePerStratum: confidence,
  };
}

function conclude(
  { design, use }: SamplePlan,
  { units, interval }: NonNullable<SampleEvaluation["total"]>,
): SampleEvaluation["conclusion"] {
  const percent = Math.round(design.confidence * 1000) / 10;
  const limit =
    use === "selection"
      ? {
          zh: "方法是否科学由检察官审查，认定以下限为准。",
          en: "Whether the method is sound is for the prosecutor to review; the lower bound is used.",
        }
      : { zh: "该结论仅作印证，不代替条数。", en: "This corroborates a count and replaces none." };
  return {
    zh: `以${percent}%的置信水平，总体${units}条中“${design.question}”为“是”的在${interval.least}条至${interval.most}条之间。${limit.zh}`,
    en: `At a confidence of ${percent} %, of ${units} units between ${interval.least} and ${interval.most} answer “${design.question}” with yes. ${limit.en}`,
  };
}

function notDrawn(strangers: readonly CheckedUnit[]): SampleRefusal {
  const [first] = strangers;
  const place = `${first?.stratum} ${first?.unit}`;
  return {
    kind: "not-the-drawn-units",
    sentence: {
      zh: `有${strangers.length}条核对结果不在抽取名单内（如 ${place}）：核对的不是抽出的样本，不能推断总体。`,
      en: `${strangers.length} checked units were not drawn (such as ${place}): what was checked is not the sample, and nothing follows for the rest.`,
    },
  };
}

function notAll(unchecked: number, size: number): SampleRefusal {
  return {
    kind: "not-all-checked",
    sentence: {
      zh: `抽出的${size}条中还有${unchecked}条没有核对：核对完毕前不能推断总体。`,
      en: `${unchecked} of the ${size} drawn units are not checked yet: nothing follows for the rest until they are.`,
    },
  };
}
