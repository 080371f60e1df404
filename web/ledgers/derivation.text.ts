import type { Words } from "#web/design/text/text.ts";

/** How each figure is computed; the same rules as the count itself follows. */
export const DERIVATION_WORDS = {
  total: { zh: "合计", en: "Total" },
  seized: { zh: "查获", en: "seized" },
  valid: { zh: "有效", en: "valid" },
  distinct: { zh: "去重后", en: "distinct" },
  duplicate: { zh: "重复", en: "duplicates" },
  found: { zh: "发现", en: "found" },
  damaged: { zh: "残缺", en: "damaged" },
  invalid: { zh: "不通过", en: "invalid" },
  distinctValues: { zh: "不同的值", en: "different values" },
  totalHow: {
    zh: "三档相加。一条记录只计入一档，即其中所含最重的一档。",
    en: "The three tiers added up. A record stands in one tier only, the gravest of what it holds.",
  },
  seizedHow: {
    zh: "有效与各项扣除相加。一条记录只扣除一次，按所列次序以先符合的理由计。",
    en: "What is valid and what was excluded, added up. A record is excluded once, for the first reason in the order given.",
  },
  validHow: { zh: "去重后与重复相加。", en: "The distinct and the duplicates, added up." },
  recordItem: {
    zh: "一条 = 一条至少含有一项能识别特定自然人的有效信息的记录。",
    en: "One item = one record with at least one valid value that identifies a person.",
  },
  personItem: {
    zh: "一条 = 一人：去重后为至多人数，其余仍按记录计。",
    en: "One item = one person: distinct is the largest number of persons, all else still counts records.",
  },
  atLeast: { zh: "涉及人数 · 至少", en: "Persons · at least" },
  atLeastHow: {
    zh: "在有效记录中，把同一条记录里并列的标识（身份证号、手机号码等）视为同一人，逐条合并后剩下的组数。通话、转账等关系表中对方一列另计，不与本方合并。",
    en: "Over the valid records: identifiers that stand together in one record are joined as one person; what is left is the number of groups. In tables of calls or transfers the other side is counted, not joined.",
  },
  atMost: { zh: "涉及人数 · 至多", en: "Persons · at most" },
  atMostHow: {
    zh: "在有效记录中，最强一类标识的不同值的个数；一方有两个值的，取第一个。",
    en: "Over the valid records: the different values of the strongest kind of identifier; of a party with two values the first is taken.",
  },
  keyAuto: { zh: "本次统计的去重依据：自动（最强的标识）。", en: "Key of this count: automatic (strongest identifier)." },
  keyRow: { zh: "本次统计的去重依据：整行相同。", en: "Key of this count: the whole row." },
  keyChosen: { zh: "本次统计的去重依据：{kind}。", en: "Key of this count: {kind}." },
  foundHow: { zh: "发现 = 有效 + 残缺 + 不通过。", en: "found = valid + damaged + invalid." },
  validHowKind: { zh: "通过该种类全部校验的值。", en: "Values that pass every check of their kind." },
  damagedHow: { zh: "位数不全、被遮盖或被截断的值。", en: "Values with digits missing, masked or cut." },
  invalidHow: { zh: "位数完整而校验不通过的值。", en: "Complete values that fail a check." },
  distinctHow: {
    zh: "有效的值统一写法（全角、空格、连字符、区号）后，在全部证据中各计一次。",
    en: "The valid values, brought to one spelling (width, spaces, hyphens, prefixes), each counted once over all evidence.",
  },
  bySource: { zh: "以下按来源列出，相加即为此数。", en: "Listed by source; they add up to the figure." },
} as const satisfies Readonly<Record<string, Words>>;
