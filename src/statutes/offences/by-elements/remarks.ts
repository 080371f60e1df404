import type { Element, LocalMark, Offence } from "#statutes/offence.contract.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import type { Judged } from "#statutes/offences/by-elements/compile-offence.ts";
import type { Remark } from "#statutes/statutes.contract.ts";

/** 备注 what a person must know to read the answer: the file's own remarks, dates that contradict, what is unconfirmed, what is local. */
export function remarksOn(
  facts: OffenceFacts,
  { versions, remarks }: Offence,
  crime: boolean,
  judged: readonly Judged<Element>[],
  missing: ReadonlySet<string>,
): Remark[] {
  const { actDate, decisionDate } = facts;
  const notes: Remark[] = [...remarks, ...localRemarks(judged, missing)];
  if (!crime)
    notes.push({
      id: "no-crime-then",
      cite: "刑法 第十二条",
      zh: `行为时（${actDate}）刑法尚无该条（${versions[0]?.inForce.from} 起施行），不构成本罪。`,
      en: `On the day of the act (${actDate}) the article did not exist (in force from ${versions[0]?.inForce.from}): no offence under it.`,
    });
  if (actDate && decisionDate && decisionDate < actDate)
    notes.push({
      id: "dates-contradict",
      cite: "刑法 第十二条",
      zh: "决定日期早于行为日期，请核对。",
      en: "The decision is dated before the act: check the dates.",
    });
  if ("complaintFiled" in facts && facts.complaintFiled === false)
    notes.push({
      id: "on-complaint-only",
      cite: "刑法 第二百四十六条第二款；刑事诉讼法 第十六条第四项",
      zh: "告诉才处理：被害人没有告诉或者撤回告诉的，除严重危害社会秩序和国家利益的以外，不追究刑事责任。",
      en: "Handled only on complaint: without one nobody is prosecuted unless public order and the national interest are seriously endangered.",
    });
  for (const { rule, tested } of judged) if (rule.warning !== null && tested.verdict.outcome !== "not-met") notes.push(rule.warning);
  return notes;
}

/** Every local standard that the answer rests on, cited once; and that there is none where a national range waits for it. */
function localRemarks(judged: readonly Judged<Element>[], missing: ReadonlySet<string>): Remark[] {
  const sources = new Map<string, LocalMark>();
  for (const { rule } of judged) if (rule.law.local !== undefined) sources.set(rule.law.local.id, rule.law.local);
  const notes = [...sources.values()].map(
    ({ id, region, issuer, cite }): Remark => ({
      id: `local-standard-${id}`,
      cite,
      zh: `本结果使用了${region.zh}的地方标准（${issuer.zh}），不是全国统一标准；由本院自行载入，须由办案人员核对。`,
      en: `The answer uses a local standard of ${region.en} (${issuer.en}), not one of the whole country; the office loaded it and a person must verify it.`,
    }),
  );
  if (missing.has("localStandard"))
    notes.push({
      id: "local-standard-not-loaded",
      cite: "国家规定的数额幅度",
      zh: "数额在国家规定的幅度之内，具体标准由各地确定；本系统没有载入当地标准，因此未定。",
      en: "The amount lies within the national range, in which each place fixes its own standard; none is loaded here, so it stays open.",
    });
  return notes;
}
