import type { AdviceSection, JurisdictionAdvice } from "#jurisdiction/jurisdiction.contract.ts";
import { type Language, tellJurisdiction } from "#jurisdiction/tell-jurisdiction.ts";

export const SECTION_WORDS: Readonly<Record<AdviceSection, { zh: string; en: string }>> = {
  superior: { zh: "共同的上级：代码之外", en: "common superior: beyond the codes" },
  procuratorate: { zh: "检察院与审判管辖", en: "procuratorate and trial court" },
  designation: { zh: "指定管辖", en: "designation" },
  joinder: { zh: "并案", en: "joinder" },
  severance: { zh: "分案", en: "severance" },
  "public-interest": { zh: "公益诉讼管辖", en: "public-interest jurisdiction" },
};
const STATE = {
  applied: { zh: "适用", en: "applies" },
  open: { zh: "待查明", en: "open" },
  "not-applicable": { zh: "不适用", en: "does not apply" },
} as const;
const PAPER = {
  done: { zh: "已有", en: "there" },
  missing: { zh: "缺少", en: "missing" },
  blocked: { zh: "前一步未完成，不得作出", en: "blocked: a step before it is missing" },
  open: { zh: "是否需要待查明", en: "open whether needed" },
} as const;
const WHAT = {
  prosecution: { zh: "移送审查起诉", en: "transfer of the prosecution" },
  clue: { zh: "移送公益诉讼线索", en: "transfer of the public-interest clue" },
  litigation: { zh: "移送起诉（公益诉讼）", en: "transfer of the suit" },
} as const;

/** The whole draft as text for a person. */
export function tellAdvice(advice: JurisdictionAdvice, language: Language): string {
  const zh = language === "zh";
  const mark = (unconfirmed: boolean) => (unconfirmed ? (zh ? "（条文待核对）" : " (text unconfirmed)") : "");
  const { procuratorate, rules, documents, transfers, alternatives, publicInterest } = advice;
  const list = (divisions: readonly string[]) =>
    divisions.length === 0 ? (zh ? "代码不能确定" : "the codes cannot tell") : divisions.join(zh ? "、" : ", ");
  const sections = [
    ...new Set(rules.filter(({ section, state }) => section !== "superior" || state === "applied").map(({ section }) => section)),
  ];
  return [
    tellJurisdiction(advice, language),
    ...(procuratorate === null
      ? []
      : [`${zh ? "同级人民检察院" : "procuratorate at the same level"}: ${procuratorate.division} (${procuratorate.level})`]),
    ...sections.flatMap((section) => [
      SECTION_WORDS[section][language],
      ...rules
        .filter((rule) => rule.section === section && (section !== "superior" || rule.state === "applied"))
        .flatMap(({ title, state, effect, needs, cite, unconfirmed }) => [
          `  [${STATE[state][language]}] ${title}${mark(unconfirmed)}  ${cite.join("；")}`,
          ...(state === "applied" ? [`      ${effect}`] : []),
          ...(state === "open" ? [`      ${zh ? "未知" : "unknown"}: ${needs.join(zh ? "、" : ", ")}`] : []),
        ]),
      ...documents
        .filter((paper) => paper.section === section)
        .map(({ name, state, unconfirmed }) => `  · ${name}: ${PAPER[state][language]}${mark(unconfirmed)}`),
    ]),
    ...(publicInterest === null
      ? []
      : [
          `${zh ? "公益诉讼立案" : "public interest, filing"}: ${list(publicInterest.filing)}`,
          `${zh ? "公益诉讼起诉" : "public interest, suit"}: ${list(publicInterest.litigation ?? [])}`,
        ]),
    ...transfers.map(
      ({ what, from, to, document, period, due, finding }) =>
        `→ ${WHAT[what][language]}: ${from} → ${list(to)}  ${[document, period, due].filter((one) => one !== null).join("  ")}\n    ${finding}`,
    ),
    ...(alternatives.length === 0 ? [] : [zh ? "其他可能" : "alternatives"]),
    ...alternatives.map(({ organ, rule, needs }) => `  ${organ ?? "—"}  ${rule}: ${needs}`),
    "",
  ].join("\n");
}
