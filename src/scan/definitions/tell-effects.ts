import type { KeyedBy } from "#scan/definitions/side-by-side.ts";
import { isKind, KINDS } from "#scan/kinds.ts";
import { type CountResult, ExclusionReason, type RuleEffect } from "#scan/scan.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };

const EXCLUDED: Readonly<Record<ExclusionReason, Sentence>> = {
  rejected: { zh: "扣除：经人工认定不实", en: "left out: found untrue by a person" },
  anonymised: { zh: "扣除：经人工认定已匿名化", en: "left out: found anonymised by a person" },
  "test-data": { zh: "扣除：识别号码均为公认测试号码", en: "left out: all identifying values are known test values" },
  invalid: { zh: "扣除：号码不符合编码规则", en: "left out: numbers break their rules" },
  damaged: { zh: "扣除：号码残缺", en: "left out: numbers are damaged" },
  "not-identifying": { zh: "扣除：不能识别特定自然人", en: "left out: no natural person is identified" },
};

/**
 * 规则效果 what every rule of the count did, in the order in which they apply: what each reason left out of the records that reached it,
 * what each identifier merged under the key `auto`, and what the details of tiers A and B kept apart.
 */
export function tellEffects(
  { total }: CountResult["ledger"],
  keyedBy: readonly KeyedBy[],
  details: { readonly records: number; readonly kept: number },
): RuleEffect[] {
  const effects: RuleEffect[] = [];
  let reached = total.seized;
  for (const reason of ExclusionReason.options) {
    const removed = total.excluded[reason] ?? 0;
    effects.push({ rule: `excluded:${reason}`, ...EXCLUDED[reason], records: reached, removed });
    reached -= removed;
  }
  for (const { kind, records, distinct } of keyedBy) {
    const name = isKind(kind) ? KINDS[kind] : (PAIRS[kind] ?? { zh: kind, en: kind });
    effects.push({
      rule: `key:${kind}`,
      zh: `去重：按${name.zh}（及敏感档的具体内容）相同`,
      en: `merged: the same ${name.en} (and, in tiers A and B, the same facts)`,
      records,
      removed: records - distinct,
    });
  }
  effects.push({
    rule: "details",
    zh: `A、B档按具体内容区分：仅按识别号还会再合并 ${details.kept} 条`,
    en: `tiers A and B are told apart by what they say: the identifier alone would merge ${details.kept} more`,
    records: details.records,
    removed: 0,
  });
  return effects;
}

const PAIRS: Readonly<Record<string, Sentence>> = {
  "name+address": { zh: "姓名与地址", en: "name and address" },
  "name+other": { zh: "姓名与其他信息", en: "name and other information" },
};
