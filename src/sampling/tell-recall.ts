import { hypergeometricInterval } from "#sampling/intervals.ts";
import type { CheckedLine, NullSetRecall, NullSetSample } from "#sampling/sampling.contract.ts";

const CONFIDENCE = 0.95;

/**
 * 查漏结论 what the checked lines say of all lines without findings, at 95 %. Until every drawn line was looked at it says nothing beyond
 * them. A line that could not be judged counts as missed for the upper bound. A later finding of a line replaces an earlier one.
 */
export function tellRecall(sample: NullSetSample, checks: readonly CheckedLine[]): NullSetRecall {
  const findings = new Map(checks.filter(({ line }) => line < sample.lines.length).map(({ line, finding }) => [line, finding]));
  const counts = { missed: 0, clear: 0, unclear: 0 };
  for (const finding of findings.values()) counts[finding]++;
  const drawn = sample.lines.length;
  const unchecked = drawn - findings.size;
  if (unchecked > 0 || drawn === 0) {
    const sentence =
      drawn === 0
        ? { zh: "没有未检出的行可供抽取。", en: "There are no lines without findings." }
        : { zh: `还有${unchecked}行没有核对，不能推断。`, en: `${unchecked} lines are not checked yet: nothing follows for the rest.` };
    return { ...counts, unchecked, missedInAll: null, recallAtLeast: null, sentence };
  }
  const found = { units: sample.population, drawn, holds: counts.missed, holdsAtMost: counts.missed + counts.unclear };
  const { least, most } = hypergeometricInterval(found, CONFIDENCE);
  const all = sample.withFindings + most;
  const recallAtLeast = all === 0 ? null : Math.floor((sample.withFindings / all) * 1e6) / 1e6;
  const percent = recallAtLeast === null ? "—" : (Math.floor(recallAtLeast * 1e4) / 100).toFixed(2);
  return {
    ...counts,
    unchecked,
    missedInAll: { least, most },
    recallAtLeast,
    sentence: {
      zh: `以95%的置信水平，${sample.population}行未检出的行中漏检${least}至${most}行；按行计的检出率不低于${percent}%。`,
      en: `At 95 %, ${least} to ${most} of ${sample.population} lines without findings were missed; of the lines that hold something at least ${percent} % were found.`,
    },
  };
}
