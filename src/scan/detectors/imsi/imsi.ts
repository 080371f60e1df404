import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked } from "#scan/text/compact-number.ts";

/** IMSI (ITU-T E.212): 15 digits, country 460 (461 reserved), network 00–15 or 20, subscriber. No check digit. */
export function judgeImsi(compact: string): Verdict {
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (/^46[01](?:0\d|1[0-5]|20)\d{10}$/.test(compact)) return valid(compact, "country");
  return /^\d{1,14}$/.test(compact) ? damaged(compact, "cut") : invalid(compact, /^\d{15}$/.test(compact) ? "country" : "form");
}
