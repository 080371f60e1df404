import { MOBILE_SEGMENTS } from "#scan/detectors/mobile/segments.data.ts";
import { isKind, KINDS } from "#scan/kinds.ts";
import type { AuthenticityCount, KindCount } from "#scan/scan.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };

const RESIDENT = {
  "check-digit": { zh: "校验码不符", en: "the check digit fails" },
  region: { zh: "出生时该行政区划代码不存在", en: "the region code was not in force since the birth" },
  date: { zh: "出生日期不成立", en: "the date of birth does not exist" },
  length: { zh: "位数不符", en: "the length is wrong" },
  form: { zh: "不符合编码规则", en: "it breaks the rule of its number" },
};
const FORM = { form: { zh: "不符合格式", en: "it has not the form of one" }, range: { zh: "超出取值范围", en: "it is out of range" } };

/**
 * Checks, by kind, whose failure proves that no such number can have been issued: the rule is law or a standard read in full. Anything
 * else that fails proves nothing (Luhn on old accounts, forms of documents whose rules are not confirmed).
 */
const PROOF: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  "resident-id": RESIDENT,
  "social-security": { "check-digit": RESIDENT["check-digit"], region: RESIDENT.region, date: RESIDENT.date },
  "foreign-permanent-resident-id": { "check-digit": RESIDENT["check-digit"], date: RESIDENT.date },
  mobile: {
    segment: {
      zh: `号段截至${MOBILE_SEGMENTS.asOf}未分配`,
      en: `the segment was not allocated by ${MOBILE_SEGMENTS.asOf}`,
    },
    length: RESIDENT.length,
    form: RESIDENT.form,
  },
  ip: FORM,
  mac: FORM,
  email: FORM,
  coordinates: FORM,
};

const NO_PROOF: Readonly<Record<string, Sentence>> = {
  luhn: { zh: "Luhn校验不符，不足以证明不实", en: "the Luhn check fails, which proves nothing" },
  masked: { zh: "已被遮盖，无从检验", en: "masked: it cannot be checked" },
  exponent: { zh: "被科学计数法截断，无从检验", en: "cut by scientific notation: it cannot be checked" },
  cut: { zh: "位数不全，无从检验", en: "digits are missing: it cannot be checked" },
  rounded: { zh: "末位被舍入，无从检验", en: "rounded: it cannot be checked" },
};

export type Verdict = AuthenticityCount["verdict"];

/** 可证明不实 / 未能证明不实 what a single finding comes to. */
export function verdictOf(kind: string, state: "valid" | "damaged" | "invalid", because: string | null): Verdict {
  return state === "invalid" && because !== null && PROOF[kind]?.[because] !== undefined ? "provably-invalid" : "not-disproved";
}

/** How many findings of a kind failed which check; `because` null where the judge gave no word. */
export type FailedFindings = {
  readonly kind: string;
  readonly state: "damaged" | "invalid";
  readonly because: string | null;
  readonly findings: number;
};

/**
 * 真实性 the findings of a count by what can be said of them without asking anybody: `provably-invalid` where a check fails that every
 * issued number passes, else `not-disproved`; never true. Findings add up to those of `kinds`.
 */
export function tellAuthenticity(kinds: readonly KindCount[], failed: readonly FailedFindings[]): AuthenticityCount[] {
  const rows: AuthenticityCount[] = [];
  for (const { kind, valid, damaged, invalid } of kinds) {
    const name = isKind(kind) ? KINDS[kind] : { zh: kind, en: kind };
    const add = (verdict: AuthenticityCount["verdict"], because: string | null, findings: number, words: Sentence) => {
      if (findings > 0) rows.push({ verdict, kind, because, zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}`, findings });
    };
    add("not-disproved", null, valid, { zh: "未能证明不实", en: "not disproved" });
    let told = 0;
    for (const { because, state, findings } of failed.filter((one) => one.kind === kind)) {
      told += findings;
      const proof = state === "invalid" && because !== null ? PROOF[kind]?.[because] : undefined;
      if (proof !== undefined) add("provably-invalid", because, findings, proof);
      else add("not-disproved", because ?? state, findings, NO_PROOF[because ?? ""] ?? { zh: "未能证明不实", en: "not disproved" });
    }
    add("not-disproved", "unnamed", damaged + invalid - told, {
      zh: "检验不符，原因未记",
      en: "a check failed, which one is not recorded",
    });
  }
  return rows;
}
