import { damaged, type Verdict, valid } from "#scan/detectors/verdict.ts";

/** 账号密码: anything said to be a password is one, a hash of it too; only one starred out is damaged. The value is kept as written. */
export function judgeAccountPassword(folded: string): Verdict {
  return /^[*#?•.]+$/.test(folded) || /\*{3,}/.test(folded) ? damaged(folded, "masked") : valid(folded);
}
