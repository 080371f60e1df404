import { isUnionPayCard } from "#scan/detectors/bank-card/bank-card.ts";
import { judgeEmail } from "#scan/detectors/email/email.ts";
import { judgeForeignPermanentResidentId } from "#scan/detectors/foreign-permanent-resident-id/foreign-permanent-resident-id.ts";
import { isHkMacaoPermit, judgeHkMacaoPermit } from "#scan/detectors/hk-macao-permit/hk-macao-permit.ts";
import { findLandline } from "#scan/detectors/landline/landline.ts";
import { judgeMilitaryId } from "#scan/detectors/military-id/military-id.ts";
import { isMobile, judgeMobile } from "#scan/detectors/mobile/mobile.ts";
import { isPassport } from "#scan/detectors/passport/passport.ts";
import { isPlate } from "#scan/detectors/plate/plate.ts";
import { judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import { isLetteredTaiwanPermit } from "#scan/detectors/taiwan-permit/taiwan-permit.ts";
import { type Verdict, valid } from "#scan/detectors/verdict.ts";
import type { Kind } from "#scan/kinds.ts";
import { compactNumber } from "#scan/text/compact-number.ts";

export type Judged = { readonly kind: Kind; readonly verdict: Verdict };

/**
 * The kind a folded value is valid as whatever column it stands in, or null: kinds whose form and check hardly another number shares.
 * Kinds that only a column makes (qq, imei, a subscriber number without its area code, a foreign passport) are not among them.
 */
export function findStrongKind(folded: string, today: string): Judged | null {
  const compact = compactNumber(folded);
  if (compact.length < 7) return null;
  const digitsOnly = /^\d+$/.test(compact);
  if (/^\d{17}[\dX]$|^\d{15}$/.test(compact)) {
    const verdict = judgeResidentId(compact, today);
    if (verdict.state === "valid") return { kind: "resident-id", verdict };
    const foreigner = judgeForeignPermanentResidentId(compact, today);
    if (foreigner.state === "valid") return { kind: "foreign-permanent-resident-id", verdict: foreigner };
  }
  const mobile = judgeMobile(compact);
  if (mobile !== null && isMobile(mobile.value)) return { kind: "mobile", verdict: mobile };
  if (isUnionPayCard(compact)) return { kind: "bank-card", verdict: valid(compact, "luhn") };
  const landline = /^[(+0]/.test(folded.trim()) ? findLandline(folded.trim()) : null;
  if (landline !== null) return { kind: "landline", verdict: valid(landline, "area") };
  return digitsOnly ? null : findLettered(folded, compact);
}

function findLettered(folded: string, compact: string): Judged | null {
  if (folded.includes("@")) {
    const verdict = judgeEmail(folded);
    return verdict.state === "valid" ? { kind: "email", verdict } : null;
  }
  if (/^[A-Z]/.test(compact)) {
    if (isHkMacaoPermit(compact)) return { kind: "hk-macao-permit", verdict: judgeHkMacaoPermit(compact) };
    if (isLetteredTaiwanPermit(compact)) return { kind: "taiwan-permit", verdict: valid(compact) };
    return isPassport(compact) ? { kind: "passport", verdict: valid(compact) } : null;
  }
  const plate = compact.replace(/[·.・]/g, "");
  if (isPlate(plate)) return { kind: "plate", verdict: valid(plate) };
  if (!compact.includes("字第")) return null;
  const military = judgeMilitaryId(compact);
  return military.state === "valid" ? { kind: "military-id", verdict: military } : null;
}
