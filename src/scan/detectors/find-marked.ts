import type { Judged } from "#scan/detectors/find-strong-kind.ts";
import { isIpv4, isIpv6 } from "#scan/detectors/ip/ip.ts";
import { judgeMac } from "#scan/detectors/mac/mac.ts";
import { judgeMilitaryId } from "#scan/detectors/military-id/military-id.ts";
import { isPlate, PROVINCES } from "#scan/detectors/plate/plate.ts";
import { valid } from "#scan/detectors/verdict.ts";
import { isWechat } from "#scan/detectors/wechat/wechat.ts";
import type { Finding, FindingState } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";
import { findLabel } from "#scan/text/find-label.ts";
import { findMatches } from "#scan/text/find-matches.ts";
import type { Label } from "#scan/text/labels.data.ts";

const PLATE = new RegExp(`[${PROVINCES}][A-HJ-Za-hj-z][·・ -]?[A-HJ-NP-Za-hj-np-z0-9]{4,6}[学挂警港澳试超领]?(?![0-9A-Za-z])`, "g");
const IPV4 = /(?<![0-9A-Za-z.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![0-9A-Za-z]|\.\d)/g;
const IPV6 =
  /(?<![0-9A-Za-z.])(?<!(?<![0-9A-Za-z])[0-9A-Fa-f]{0,4}:|[0-9][0-9A-Za-z]{0,20}:)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){1,7}(?:(?<=:)(?:\d{1,3}\.){3}\d{1,3}(?![0-9A-Za-z]|\.\d)|(?<=:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4})(?![0-9A-Za-z:]|\.\d))/g;
const MAC =
  /(?<![0-9A-Za-z-])(?<!(?<![0-9A-Za-z])[0-9A-Fa-f]{2}:|[0-9][0-9A-Za-z]{0,20}:)(?:[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![0-9A-Za-z:-])/g;
const VERSION_BEFORE =
  /(?:版本|version|ver|v|第|章|节)[号.:： ]*$|(?:Chrome|Chromium|Safari|Edge?|EdgA|Firefox|Version|CriOS|OPR|Opera|Browser|MicroMessenger|AppleWebKit|Gecko|Windows NT|okhttp|Client)[/ ]$/i;
const MILITARY = /[军兵士文武警南北沈兰成济广海空参政后装]字第 ?\d{6,8}号?/g;
const WXID = /(?<![0-9A-Za-z_])wxid_[a-z0-9]{10,}(?![0-9A-Za-z_])/gi;
const WECHAT =
  /(?:(?:微信|威信|薇信|V信|wechat|weixin|(?<=\p{Script=Han})[wv]x)(?:账号|帐号|号码|号|ID)?\s?(?:[:：=是为]\s?)?|(?<![0-9A-Za-z+/=])[wv]x(?:账号|帐号|号码|号|ID)?(?:\s?[:：=是为]\s?|\s))([A-Za-z][-_A-Za-z0-9]{5,19})(?![-_A-Za-z0-9@])/giu;
const PASSWORD = /(?:密码|口令|passw(?:or)?d|passwd|pwd)["']?\s?[:：=为是]\s?(?:"([^"\s]{4,64})"|'([^'\s]{4,64})'|([!-~]{4,32}))/gi;
/**
 * 密码abc12345 without a sign: only what a password looks like and words do not, a digit in it and no Chinese behind it. What may be a
 * mobile, a card or an id is left to their own judges.
 */
const BARE_PASSWORD =
  /(?:密码|口令)(?=[!-~]{0,30}\d)(?!\d{11}|0\d{2,3}-\d{7})([A-Za-z0-9][\w@#$%.!*-]{5,31})(?![\w@#$%.!*\p{Script=Han}-])/gu;
const ACCOUNT_THEN_PASSWORD = /(?:账号|帐号|账户|用户名|登录名)\s{1,3}([!-~]{3,64})\s{1,3}(?:密码|口令)\s{1,3}([!-~]{4,32})/g;
const ACCOUNT_BEFORE =
  /(?:账号|帐号|账户|用户名|登录名|登陆名|user(?:name)?|account|login)["']?\s?[:：=为是]\s?["']?([!#-%(-+\--~]{3,64})["']?[\s,，;；、/|&-]*["']?$/i;
const ACCOUNT_REACH = 90;
const SHORTEST_PASSWORD = 4;
/** Words without which there is neither an account of WeChat nor a password. */
const ACCOUNT_WORD = /[微威薇Vv]信|密码|口令|w(?:x|echat|eixin)|vx|passw|pwd/i;
const EXPONENTIAL = /(?<![0-9A-Za-z.])\d\.\d{2,16}E\+\d{2}(?![0-9A-Za-z])/gi;
const EXPONENTIAL_KINDS: Partial<Record<Label, Kind>> = {
  "resident-id": "resident-id",
  document: "resident-id",
  "bank-card": "bank-card",
  mobile: "mobile",
  phone: "mobile",
};

/** Findings of a folded text that have a form or a label of their own and are no plain digits: plates, addresses of the network, accounts. */
export function findMarked(folded: string): Finding[] {
  const { colons, hyphens, dots } = countSigns(folded);
  const found = findAll(folded, PLATE, ([text]) => judgePlateIn(text));
  // Each pattern wakes only where the signs or words it cannot do without are there.
  if (colons >= 6 || (colons >= 2 && folded.includes("::"))) {
    found.push(...findAll(folded, IPV6, ([text]) => (isIpv6(text) ? { kind: "ip", verdict: valid(text.toLowerCase()) } : null)));
  }
  if (dots >= 3) found.push(...findAll(folded, IPV4, ([text], at) => judgeIpv4In(folded, text, at)));
  if (colons >= 5 || hyphens >= 5 || dots >= 2) found.push(...findAll(folded, MAC, ([text]) => ({ kind: "mac", verdict: judgeMac(text) })));
  if (folded.includes("字第")) found.push(...findAll(folded, MILITARY, ([text], at) => judgeMilitaryIn(folded, text, at)));
  if (dots >= 1 && folded.includes("+"))
    found.push(...findAll(folded, EXPONENTIAL, ([text], at) => judgeExponential(findLabel(folded, at), text)));
  if (!ACCOUNT_WORD.test(folded)) return found;
  found.push(...findAll(folded, WXID, ([text]) => ({ kind: "wechat", verdict: valid(text.toLowerCase()) })));
  found.push(...findWechats(folded), ...findPasswords(folded));
  return found;
}

function countSigns(folded: string): { readonly colons: number; readonly hyphens: number; readonly dots: number } {
  let [colons, hyphens, dots] = [0, 0, 0];
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (code === 58) colons++;
    else if (code === 45) hyphens++;
    else if (code === 46) dots++;
  }
  return { colons, hyphens, dots };
}

function judgeIpv4In(folded: string, text: string, at: number): Judged | null {
  return isIpv4(text) && !VERSION_BEFORE.test(folded.slice(Math.max(0, at - 16), at)) ? { kind: "ip", verdict: valid(text) } : null;
}

function findAll(folded: string, pattern: RegExp, judge: (match: RegExpExecArray, at: number) => Judged | null): Finding[] {
  const found: Finding[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
    if (match[0] === "") pattern.lastIndex++;
    const judged = judge(match, match.index);
    if (judged !== null) found.push(place(judged, match.index, match.index + match[0].length));
  }
  return found;
}

function judgePlateIn(text: string): Judged | null {
  const plate = text.replace(/[·・ -]/g, "").toUpperCase();
  return isPlate(plate) ? { kind: "plate", verdict: valid(plate) } : null;
}

/** 军字第 and 武字第 are a paper's words; 海字第 and 空字第 may be a court's or an office's, so they need their label. */
function judgeMilitaryIn(folded: string, text: string, at: number): Judged | null {
  const verdict = judgeMilitaryId(text.replace(/ /g, ""));
  const own = /^[军武士]/.test(text) && !/[\p{Script=Han}]/u.test(folded.charAt(at - 1).replace(/[号为是：]/, ""));
  const label = findLabel(folded, at);
  return verdict.state === "valid" && (own || label === "military-id" || label === "document") ? { kind: "military-id", verdict } : null;
}

function judgeExponential(label: Label | "lookalike" | null, text: string): Judged | null {
  const kind = label === null || label === "lookalike" ? undefined : EXPONENTIAL_KINDS[label];
  return kind === undefined ? null : { kind, verdict: { state: "damaged", value: text.toUpperCase(), because: "exponent" } };
}

function findWechats(folded: string): Finding[] {
  const found: Finding[] = [];
  for (const match of findMatches(folded, WECHAT)) {
    const id = match[1] ?? "";
    const announced = /[:：=是为号]\s?$/.test(match[0].slice(0, match[0].length - id.length)) || /[\d_]/.test(id);
    if (!isWechat(id) || !announced) continue;
    const to = match.index + match[0].length;
    found.push(place({ kind: "wechat", verdict: valid(id.toLowerCase()) }, to - id.length, to));
  }
  return found;
}

function findPasswords(folded: string): Finding[] {
  const found: Finding[] = [];
  for (const match of findMatches(folded, PASSWORD)) {
    const quoted = match[1] ?? match[2];
    const open = match[3] ?? "";
    // In a query another field begins behind the sign &.
    const password = quoted ?? open.replace(/&[\w.-]+=.*$/, "");
    if (password.length < SHORTEST_PASSWORD) continue;
    const to = match.index + match[0].length - (quoted === undefined ? open.length - password.length : 1);
    const before = ACCOUNT_BEFORE.exec(folded.slice(Math.max(0, match.index - ACCOUNT_REACH), match.index));
    found.push(passwordAt(before?.[1], password, to));
  }
  for (const match of findMatches(folded, BARE_PASSWORD)) found.push(passwordAt(undefined, match[1] ?? "", match.index + match[0].length));
  for (const match of findMatches(folded, ACCOUNT_THEN_PASSWORD))
    found.push(passwordAt(match[1], match[2] ?? "", match.index + match[0].length));
  return found;
}

function passwordAt(account: string | undefined, password: string, to: number): Finding {
  const state: FindingState = /^[*.#?]+$/.test(password) ? "damaged" : "valid";
  const value = account === undefined ? password : `${account}:${password}`;
  return { kind: "account-password", state, value, because: state === "valid" ? null : "masked", from: to - password.length, to };
}

function place({ kind, verdict }: Judged, from: number, to: number): Finding {
  return { kind, state: verdict.state, value: verdict.value, because: verdict.because, from, to };
}
