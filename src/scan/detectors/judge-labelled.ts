import { judgeBankCard } from "#scan/detectors/bank-card/bank-card.ts";
import type { Judged } from "#scan/detectors/find-strong-kind.ts";
import { judgeForeignPermanentResidentId } from "#scan/detectors/foreign-permanent-resident-id/foreign-permanent-resident-id.ts";
import { JUDGES } from "#scan/detectors/judges.ts";
import { findLandline } from "#scan/detectors/landline/landline.ts";
import { judgeMobile } from "#scan/detectors/mobile/mobile.ts";
import { hasRegionAndDate, judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import { type Verdict, valid } from "#scan/detectors/verdict.ts";
import type { Kind } from "#scan/kinds.ts";
import type { Label } from "#scan/text/labels.data.ts";
import { isServiceNumber } from "#scan/text/placeholders.ts";

/** A province of GB/T 2260, or a residence permit's 81, 82, 83: what the beginning of a cut resident id must look like. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const MASK = /[*]|X{2,}/;
/** Fewest visible digits of a masked number; the byte prefilter counts on it. */
const FEWEST_VISIBLE = 4;

/**
 * Judges a compact number (digits, a final X, mask signs) of free text that stands beside `label` and is not valid by itself. null: too
 * far from what the label announces to be it (身份证2张, 手机尾号1234).
 */
export function judgeLabelled(label: Label, compact: string, today: string): Judged | null {
  const length = compact.length;
  if ((compact.match(/\d/g) ?? []).length < FEWEST_VISIBLE) return null;
  switch (label) {
    case "resident-id":
      return MASK.test(compact) ? masked("resident-id", compact, 8) : keep("resident-id", judgeIdNumber(compact, today));
    case "document":
      if (MASK.test(compact)) return masked("resident-id", compact, 15);
      if (!/^\d{17}[\dX]$|^\d{15}$/.test(compact) && !(length === 17 && hasRegionAndDate(`${compact}0`, today))) return null;
      return keep("resident-id", judgeResidentId(compact, today));
    case "foreign-permanent-resident-id":
      return length >= 12 ? keep(label, judgeForeignPermanentResidentId(compact, today)) : null;
    case "mobile":
    case "phone":
      return MASK.test(compact) ? masked("mobile", compact, 8) : judgePhone(label, compact);
    case "landline":
      if (MASK.test(compact) || length < 7 || length > 13) return null;
      return isServiceNumber(compact) ? null : keep(label, JUDGES.landline(compact));
    case "bank-card":
      if (MASK.test(compact)) return masked(label, compact, 6);
      return length >= 12 && length <= 21 && !compact.endsWith("X") ? keep(label, judgeBankCard(compact)) : null;
    case "imei":
    case "imsi":
      return length >= 12 && length <= 16 ? keep(label, JUDGES[label](compact)) : null;
    case "iccid":
      return length >= 15 && length <= 20 ? keep(label, JUDGES.iccid(compact)) : null;
    case "qq":
      return /^[1-9]\d{4,10}$/.test(compact) ? { kind: label, verdict: valid(compact) } : null;
    case "social-security":
      return /^\d{8,18}$/.test(compact) ? keep(label, JUDGES["social-security"](compact)) : null;
    case "taiwan-permit":
      return /^(?:\d{8}|\d{10})$/.test(compact) ? { kind: label, verdict: valid(compact) } : null;
    case "passport":
      return /^(?:1[45]\d{7}|\d{9})$/.test(compact) ? keep(label, JUDGES.passport(compact)) : null;
    case "military-id":
      return /^\d{7,8}$/.test(compact) ? { kind: label, verdict: valid(compact, "digits") } : null;
    default:
      return null;
  }
}

/** Judges a compact run that begins with a letter (E12345678) beside its label. */
export function judgeLettered(label: Label, compact: string, today: string): Judged | null {
  const kinds = LETTERED_BY_LABEL[label] ?? [];
  for (const kind of kinds) {
    const verdict = JUDGES[kind](compact, today);
    if (verdict.state === "valid") return { kind, verdict };
  }
  const [first] = kinds;
  if (
    first === undefined ||
    label === "document" ||
    compact.length < 7 ||
    (compact.length > 11 && /^(?:passport|permit|hk|taiwan)/.test(label))
  )
    return null;
  return keep(first, JUDGES[first](compact, today));
}

const LETTERED_BY_LABEL: Partial<
  Record<Label, readonly ("passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-permanent-resident-id" | "social-security")[]>
> = {
  document: ["hk-macao-permit", "taiwan-permit", "passport", "foreign-permanent-resident-id"],
  permit: ["hk-macao-permit", "taiwan-permit"],
  passport: ["passport"],
  "hk-macao-permit": ["hk-macao-permit"],
  "taiwan-permit": ["taiwan-permit"],
  "foreign-permanent-resident-id": ["foreign-permanent-resident-id"],
  "social-security": ["social-security"],
};

function judgeIdNumber(compact: string, today: string): Verdict | null {
  const length = compact.length;
  if (length === 18 || length === 15) return judgeResidentId(compact, today);
  if (length < 8 || length > 24 || (length < 18 && !PROVINCE.test(compact))) return null;
  return judgeResidentId(compact, today);
}

function judgePhone(label: "mobile" | "phone", compact: string): Judged | null {
  if (isServiceNumber(compact) || compact.endsWith("X")) return null;
  const landline = findLandline(compact) ?? (label === "phone" && /^[2-8]\d{6,7}$/.test(compact) ? compact : null);
  if (landline !== null) return { kind: "landline", verdict: valid(landline) };
  const length = compact.length;
  if (length < 7 || length > 15 || (length !== 11 && !compact.startsWith("1"))) return null;
  return keep("mobile", judgeMobile(compact));
}

function masked(kind: Kind, compact: string, shortest: number): Judged | null {
  return compact.length >= shortest ? { kind, verdict: { state: "damaged", value: compact, because: "masked" } } : null;
}

function keep(kind: Kind, verdict: Verdict | null): Judged | null {
  return verdict === null ? null : { kind, verdict };
}
