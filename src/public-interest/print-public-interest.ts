import type { ElementAnswer, PublicInterestAnswer, TrackAnswer } from "#public-interest/public-interest.contract.ts";

type Language = "zh" | "en";
const OUTCOMES = {
  met: { zh: "符合", en: "met" },
  "not-met": { zh: "不符合", en: "not met" },
  unknown: { zh: "未知", en: "unknown" },
} as const;
const WORDS = {
  draft: { zh: "机器辅助草稿，由办案人员判断。", en: "A machine-assisted draft: a person judges." },
  standing: { zh: "提起条件", en: "Standing" },
  focus: { zh: "办案重点（不是立案条件）", en: "Focus (no condition of filing)" },
  filing: { zh: "立案", en: "filing" },
  suit: { zh: "起诉", en: "suit" },
  burden: { zh: "由处理者举证", en: "for the processor to prove" },
  claims: { zh: "诉讼请求", en: "Claims" },
  explore: { zh: "探索", en: "to be explored" },
  records: { zh: "备案", en: "To be filed" },
  notice: { zh: "公告与起诉日", en: "Notice and prosecution" },
  latest: { zh: "最晚安全公告日", en: "Latest safe day of the notice" },
  missing: { zh: "尚缺", en: "Missing" },
  unconfirmed: { zh: "未核对全文", en: "unconfirmed" },
} as const;

/** The answer as lines for a person; focus points that are not met are left to `--json`. */
export function printPublicInterest(answer: PublicInterestAnswer, language: Language): string {
  const say = (key: keyof typeof WORDS) => WORDS[key][language];
  const { standing, gates, focus, tracks, notice, missing, remarks, unconfirmed } = answer;
  const lines = [
    say("draft"),
    `${say("standing")}: ${OUTCOMES[standing][language]}`,
    ...gates.flatMap(({ name, outcome, elements, unconfirmed: open }) => [
      `  ${OUTCOMES[outcome][language]}  ${name[language]}${open ? ` [${say("unconfirmed")}]` : ""}`,
      ...elements.map((element) => `    ${printElement(element, language)}`),
    ]),
    say("focus"),
    ...focus
      .filter(({ outcome }) => outcome !== "not-met")
      .map(
        ({ name, outcome, protection, cite }) => `  ${OUTCOMES[outcome][language]}  ${name[language]} — ${protection[language]} [${cite}]`,
      ),
    ...tracks.flatMap((track) => printTrack(track, language)),
    `${say("notice")}: ${notice.says[language]}`,
    ...(notice.latestSafeStart === null ? [] : [`  ${say("latest")}: ${notice.latestSafeStart}`]),
    ...notice.warnings.map((warning) => `  ! ${warning[language]}`),
    ...notice.notes.map((note) => `  * ${note[language]}`),
    ...notice.fallback.map((step) => `  → ${step[language]} [${step.cite}]`),
    ...(missing.length === 0 ? [] : [`${say("missing")}: ${missing.join(", ")}`]),
    ...remarks.map((remark) => `* ${remark[language]} [${remark.cite}]`),
    ...unconfirmed.map((one) => `? ${say("unconfirmed")}: ${one[language]} [${one.cite}]`),
  ];
  return `${lines.join("\n")}\n`;
}

function printTrack({ name, filing, suit, preSuit, court, claims, records, remarks }: TrackAnswer, language: Language): string[] {
  const say = (key: keyof typeof WORDS) => WORDS[key][language];
  return [
    `${name[language]}: ${say("filing")} ${OUTCOMES[filing.outcome][language]} · ${say("suit")} ${OUTCOMES[suit.outcome][language]}`,
    ...suit.elements.map((element) => `  ${printElement(element, language)}`),
    `  ${preSuit[language]} [${preSuit.cite}]`,
    `  ${court[language]} [${court.cite}]`,
    ...(claims.length === 0
      ? []
      : [
          `  ${say("claims")}: ${claims.map(({ meaning, exploratory }) => `${meaning[language]}${exploratory ? ` (${say("explore")})` : ""}`).join("; ")}`,
        ]),
    ...records.filter(({ due }) => due !== null).map(({ event, due, cite }) => `  ${say("records")}: ${event[language]} ${due} [${cite}]`),
    ...remarks.map((remark) => `  * ${remark[language]} [${remark.cite}]`),
  ];
}

function printElement({ outcome, meaning, cite, missing, burden, unconfirmed }: ElementAnswer, language: Language): string {
  const marks = [burden ? WORDS.burden[language] : null, unconfirmed ? WORDS.unconfirmed[language] : null].filter((mark) => mark !== null);
  return `${OUTCOMES[outcome][language]}  ${meaning[language]} [${cite}]${missing.length === 0 ? "" : ` ? ${missing.join(", ")}`}${marks.length === 0 ? "" : ` (${marks.join("; ")})`}`;
}
