import type { JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import { isBranchUnknown, LEVEL_OF_COURT, levelOf } from "#jurisdiction/level-of-division.ts";

/**
 * 同级检察院与审判管辖 the procuratorate at the level of the investigating organ, and whether the court that tries the case is another's
 * (人民检察院刑事诉讼规则 第三百二十八条). `target`: the procuratorate of that court, null where the codes cannot tell its branch.
 */
export function locateProcuratorate(organ: string | null, court: JurisdictionFacts["trialCourt"]) {
  if (organ === null || court === null) return { mismatch: null, target: null, handles: organ };
  const level = LEVEL_OF_COURT[court.level];
  const mismatch = levelOf(organ) !== level || organ !== court.division;
  // A branch (分院) stands under no code of its own, and a court whose level its code does not show cannot be read off.
  const hidden = levelOf(court.division) !== level || (level === "city" && isBranchUnknown(court.division));
  if (!mismatch && !hidden) return { mismatch: false, target: null, handles: organ };
  if (!mismatch) return { mismatch: null, target: null, handles: organ };
  return { mismatch: true, target: hidden ? null : court.division, handles: hidden ? null : court.division };
}
