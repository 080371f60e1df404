import { isKind, KINDS } from "#scan/kinds.ts";

type Sentence = { readonly zh: string; readonly en: string };

const SETS: Readonly<Record<string, Sentence>> = {
  "identity-set": { zh: "身份信息组合", en: "set of identity data" },
  "card-with-secret": { zh: "银行卡与余额或密码", en: "card beside a balance or password" },
  "payment-account": { zh: "支付账号与密码", en: "payment account and password" },
};
const EXCLUSIONS: Readonly<Record<string, Sentence>> = {
  luhn: { zh: "Luhn校验不符即扣除", en: "excluded: the Luhn check fails" },
  "test-data": { zh: "公认测试号码即扣除", en: "excluded: known test values" },
};

/** What a rule of the machine says, for the reader: `tier:whereabouts`, `value:resident-id`, `exclusion:luhn`. */
export function tellRule(rule: string): Sentence {
  const at = rule.indexOf(":");
  const [what, of] = [rule.slice(0, at), rule.slice(at + 1)];
  const name: Sentence = isKind(of) ? KINDS[of] : (SETS[of] ?? { zh: of, en: of });
  if (what === "tier") return { zh: `分档：${name.zh}`, en: `tier by ${name.en}` };
  if (what === "value") return { zh: `识别：${name.zh}`, en: `recognised as ${name.en}` };
  return EXCLUSIONS[of] ?? { zh: rule, en: rule };
}
