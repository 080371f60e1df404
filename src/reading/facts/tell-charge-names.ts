import { AMENDED_ON, CHARGE_TIMES, OLD_ACT_CITE } from "#reading/facts/charge-names.data.ts";
import type { FoundCharge } from "#reading/facts/find-charges.ts";
import type { ReadChargeName, ReadDate } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt } from "#reading/split-sentences.ts";

const ACT = /获取|出售|提供|购买|贩卖|窃取|收买|下载|交换|查询|倒卖|收集|泄露/;
const DATA = /信息|资料|数据|名单|记录|轨迹/;
/** A day of the procedure, not of the act. */
const PROCEDURE = /抓获|拘留|逮捕|起诉|立案|投案|归案|出生|判处|释放|取保|移送|受理|开庭|宣判|施行|刑满/;

/** 罪名的新旧 holds the names of charges of personal information against the days of the acts and of the document. */
export function tellChargeNames(
  charges: readonly FoundCharge[],
  dates: readonly ReadDate[],
  sentences: readonly Sentence[],
): ReadChargeName[] {
  const timed = charges.flatMap((charge) => {
    const time = CHARGE_TIMES.find(({ pattern }) => pattern.test(charge.name));
    return time === undefined ? [] : [{ charge, time }];
  });
  if (timed.length === 0) return [];
  const days = dates
    .filter((date) => isOfAnAct(date, sentences))
    .map(({ value }) => value)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  const acts = first === undefined || last === undefined ? null : { first, last };
  const documentDate = dates.filter(({ value }) => value.length === 10).at(-1)?.value ?? null;
  return timed.map(({ charge: { name, from, to }, time: { since, until, cite } }) => {
    const fits = since === null ? fitOld(acts) : fitNew(acts, documentDate);
    const unconfirmed = fits === "check";
    return { name, since, until, acts, documentDate, fits, unconfirmed, cite: unconfirmed ? `${cite}；${OLD_ACT_CITE}` : cite, from, to };
  });
}

type Acts = ReadChargeName["acts"];

/** The older name fits where an act lies before the amendment (compared as far as the document writes its day). */
function fitOld(acts: Acts): ReadChargeName["fits"] {
  if (acts === null) return "unknown";
  return isBefore(acts.first) ? "yes" : "no";
}

/** The newer name cannot stand in a document older than it; for acts that all lie before it a person must look. */
function fitNew(acts: Acts, documentDate: string | null): ReadChargeName["fits"] {
  if (documentDate !== null && isBefore(documentDate)) return "no";
  if (acts === null) return "unknown";
  return isBefore(acts.last) ? "check" : "yes";
}

/** 2015-10 and 2015-10-31 lie before 2015-11-01; 2015-11 does not. */
function isBefore(day: string): boolean {
  return day < AMENDED_ON.slice(0, day.length);
}

function isOfAnAct({ from, to }: ReadDate, sentences: readonly Sentence[]): boolean {
  const sentence = sentences[sentenceAt(sentences, from)];
  if (sentence === undefined || sentence.isStatute || sentence.speaker === "law") return false;
  const [start, end] = [from - sentence.from, to - sentence.from];
  const clause = sentence.text.slice(Math.max(0, start - 12), end + 120);
  return ACT.test(clause) && DATA.test(clause) && !PROCEDURE.test(sentence.text.slice(end, end + 30));
}
