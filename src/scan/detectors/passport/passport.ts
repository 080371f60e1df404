import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/**
 * 护照 of the People's Republic: ordinary E + 8 digits (2012) or E + letter without I, O + 7 digits (2018); old G + 8 digits, 14 or 15 + 7
 * digits; diplomatic DE, service SE, public affairs PE + 7 digits, their old forms D, S, P + 7 or 8 digits. No check digit in the number.
 */
const FORM = /^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|1[45]\d{7}|(?:DE|SE|PE)\d{7}|[DSP]\d{7,8}|K\d{8}|KJ\d{7}|MA\d{7})$/;
/** Other states' passports beside their label: one or two letters and six to eight digits, or nine digits. */
const FOREIGN = /^(?:[A-Z]{1,2}\d{6,8}|\d{9})$/;

/** Judges a compact value said to be a passport number. */
export function judgePassport(compact: string): Verdict {
  if (isPassport(compact)) return valid(compact);
  if (isMasked(compact)) return damaged(compact, "masked");
  if (/^(?:E|EA|G|DE|SE|PE)\d{1,7}$/.test(compact) && compact.length < 9) return damaged(compact, "cut");
  return FOREIGN.test(compact) ? valid(compact, "foreign") : invalid(compact, "form");
}

/** Whether a compact value is a passport number of the People's Republic. */
export function isPassport(compact: string): boolean {
  return FORM.test(compact);
}
