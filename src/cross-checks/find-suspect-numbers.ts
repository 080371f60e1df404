import type { Trait } from "#cross-checks/find-traits.ts";
import { OTHERS, SUSPECTS, TRADED } from "#cross-checks/trait-kinds.data.ts";
import { isUnionPayCard } from "#scan/detectors/bank-card/bank-card.ts";
import { judgeMobile } from "#scan/detectors/mobile/mobile.ts";
import { judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import { compactNumber } from "#scan/text/compact-number.ts";

const NUMBER = /(?<![\dA-Za-z])(?:\+86[-\s]?|0086[-\s]?)?\d(?:[-\s]?\d){9,20}[Xx]?(?![\dA-Za-z])/g;
/** A name in letters begins a word: the qq within a host (aqqaa0.top) names no account. */
const ACCOUNT =
  /(微信号?|(?<![\w.@-])QQ号?|支付宝账?号?|电报号?|(?<![\w.@-])Telegram|飞机号|抖音号|闲鱼号)(?:账号|号码)?[为是:\s"“(]{0,3}@?([a-z0-9][a-z0-9_.-]{4,31})/gi;
/** How far before a number the suspect may be named, in characters. */
const REACH = 300;
const PLATFORMS = [
  [/^微信/, "wechat"],
  [/^qq/i, "qq"],
  [/^支付宝/, "alipay"],
  [/^(?:电报|telegram|飞机)/i, "telegram"],
  [/^抖音/, "douyin"],
  [/^闲鱼/, "xianyu"],
] as const;

/**
 * Numbers and accounts of whoever the document calls a suspect: the last person named before the number in its line is one, and what stands between does not say that
 * the number was traded. Numbers of victims, witnesses and of nobody in particular are left alone. `folded`: half-width text. Pure.
 */
export function findSuspectNumbers(folded: string): Trait[] {
  return folded.split(/[\n。;；]/).flatMap((line) => [...findNumbers(line), ...findAccounts(line)]);
}

function findNumbers(line: string): Trait[] {
  return [...line.matchAll(NUMBER)].flatMap((match): Trait[] => {
    if (!isOfSuspect(line, match.index)) return [];
    const compact = compactNumber(match[0]);
    const id = judgeResidentId(compact);
    if (id.state === "valid") return [{ kind: "resident-id", value: id.value }];
    const mobile = judgeMobile(compact);
    if (mobile?.state === "valid") return [{ kind: "mobile", value: mobile.value }];
    return isUnionPayCard(compact) ? [{ kind: "bank-card", value: compact }] : [];
  });
}

function findAccounts(line: string): Trait[] {
  return [...line.matchAll(ACCOUNT)].flatMap((match): Trait[] => {
    const [, name = "", id = ""] = match;
    const platform = PLATFORMS.find(([pattern]) => pattern.test(name))?.[1];
    return platform === undefined || !isOfSuspect(line, match.index) ? [] : [{ kind: "account", value: `${platform}:${id.toLowerCase()}` }];
  });
}

function isOfSuspect(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - REACH), at);
  const suspect = lastEnd(before, SUSPECTS);
  return suspect > lastEnd(before, OTHERS) && !TRADED.test(before.slice(suspect));
}

/** Where the last of the words ends; -1 when there is none. */
function lastEnd(text: string, words: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(words)) end = match.index + match[0].length;
  return end;
}
