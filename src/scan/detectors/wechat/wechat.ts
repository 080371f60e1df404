import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/** 微信号: wxid_ and ten or more letters and digits given by the system, or 6 to 20 characters of the user's own, the first a letter. */
export function judgeWechat(folded: string): Verdict {
  const text = folded.trim();
  if (isWechat(text)) return valid(text.toLowerCase());
  if (isMasked(text)) return damaged(text, "masked");
  return /^[A-Za-z][-_A-Za-z0-9]{0,4}$/.test(text) ? damaged(text, "cut") : invalid(text, "form");
}

export function isWechat(text: string): boolean {
  return /^(?:wxid_[a-z0-9]{10,}|[A-Za-z][-_A-Za-z0-9]{5,19})$/i.test(text);
}
