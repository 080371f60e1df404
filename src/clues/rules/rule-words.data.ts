type Words = { readonly zh: string; readonly en: string };

/** 规则 what a prompt may rest on: the signs of the reading (src/reading/clues), and the reminder of the source, by their names in the table of weights. */
export const RULE_WORDS: Readonly<Record<string, Words>> = {
  "charge-personal-information": { zh: "罪名涉及公民个人信息", en: "a charge of personal information" },
  "data-words-once": { zh: "写到个人信息", en: "personal information is named" },
  "data-words-often": { zh: "多处写到个人信息", en: "named in several places" },
  "data-words-throughout": { zh: "通篇写到个人信息", en: "named throughout" },
  "object-of-the-act": { zh: "行为对象是个人信息", en: "the act's object is personal information" },
  "particulars-listed": { zh: "列出姓名、电话等信息项", en: "particulars of persons are listed" },
  "known-to-callers": { zh: "来电者掌握个人信息", en: "callers know particulars" },
  "unlawful-processing": { zh: "违法处理个人信息", en: "unlawful processing" },
  "black-talk": { zh: "黑话", en: "the trade's own words" },
  "items-100": { zh: "100条以上", en: "100 items or more" },
  "items-500": { zh: "500条以上", en: "500 items or more" },
  "items-5000": { zh: "5000条以上", en: "5,000 items or more" },
  "items-50000": { zh: "5万条以上", en: "50,000 items or more" },
  "especially-serious": { zh: "情节特别严重", en: "especially serious" },
  "gains-5000": { zh: "违法所得5000元以上", en: "gains of 5,000 yuan or more" },
  insider: { zh: "内部人员", en: "insider" },
  "source-named": { zh: "写明泄露源头", en: "the source of the leak is named" },
  "conduct-sell": { zh: "出售、提供", en: "sold or provided" },
  "conduct-obtain": { zh: "非法获取", en: "obtained" },
  "used-for": { zh: "写明下游用途", en: "what it was used for is named" },
  "many-persons": { zh: "涉及不特定多数人", en: "many persons" },
  "special-group": { zh: "特殊群体", en: "special group" },
  "few-items": { zh: "条数少", en: "few items" },
  "cards-only": { zh: "仅为银行卡信息", en: "only cards" },
  "card-information-100": { zh: "一百条以上的银行卡信息", en: "100 card records and more" },
  supervision: { zh: "涉及行政机关监管职责", en: "an organ's supervision is touched" },
  "gap-of-a-unit": { zh: "单位管理有漏洞", en: "a gap in a unit's rules" },
  "crime-named": { zh: "写明涉嫌犯罪", en: "a crime is named" },
  "crime-by-number": { zh: "条数达到入罪标准", en: "a crime by its number" },
  "fraud-without-source": { zh: "电信网络诈骗，未写明个人信息来源", en: "telecom fraud without a source of the information" },
};

/** Rules that match one word of the lexicon: what became of their prompts is told by word as well. */
export const RULES_OF_WORDS: ReadonlySet<string> = new Set([
  "data-words-once",
  "data-words-often",
  "data-words-throughout",
  "black-talk",
  "source-named",
  "conduct-sell",
  "conduct-obtain",
  "used-for",
  "special-group",
]);

/** Rules that speak against a clue: a prompt comes in spite of them, so that many false ones are no fault of theirs. */
export const RULES_AGAINST: ReadonlySet<string> = new Set(["few-items", "cards-only"]);

/** Until rules had a name of their own, a sentence told its rule in Chinese before the words of the document. */
export function ruleOf({ rule, term }: { readonly rule: string | null; readonly term: string | null }): string | null {
  if (rule !== null || term === null) return rule;
  const found = Object.entries(RULE_WORDS).find(([, { zh }]) => term === zh || term.startsWith(`${zh}：`));
  return found?.[0] ?? null;
}

/** The words of the document a sentence's rule matched; null where there are none beside the rule's own name. */
export function wordsMatched({ rule, term }: { readonly rule: string | null; readonly term: string | null }): string | null {
  const name = ruleOf({ rule, term });
  if (rule !== null || name === null || term === null) return term;
  const at = term.indexOf("：");
  return at < 0 ? null : term.slice(at + 1);
}
