import type { Situation } from "#jurisdiction/decide-jurisdiction.ts";
import type { Because, JurisdictionAnswer } from "#jurisdiction/jurisdiction.contract.ts";

export type Language = "zh" | "en";

/** What has to be done next, by why. */
export const NEXT_STEPS = {
  designated: {
    zh: [
      "核对指定管辖决定书及其文号",
      "提请批准逮捕、移送起诉向与被指定的公安机关同级的人民检察院提出",
      "需要指定审判管辖的，与同级人民法院协商",
    ],
    en: [
      "check the designation and its document number",
      "request arrest and transfer for prosecution to the procuratorate at the level of the designated organ",
      "where trial jurisdiction must be designated, arrange it with the court of the same level",
    ],
  },
  "only-filing": {
    zh: ["由已经立案的机关侦查；发现其他机关就同一事实立案的，协商并案"],
    en: ["the organ that has filed investigates; if another files on the same facts, negotiate joinder"],
  },
  "first-acceptor": {
    zh: ["由最初受理的机关侦查，必要时移送主要犯罪地（须说明理由）", "有争议的，协商；协商不成的，报共同的上级机关指定管辖"],
    en: [
      "the first acceptor investigates; transfer to the main place of crime if necessary, with reasons",
      "in a dispute negotiate; failing that the common superior designates",
    ],
  },
  "main-place": {
    zh: ["说明移送主要犯罪地的必要性", "最初受理的机关移送案件和证据"],
    en: ["state why the main place of crime is necessary", "the first acceptor transfers case and evidence"],
  },
  "common-superior-designates": {
    zh: ["按照有利于查清犯罪事实、有利于诉讼的原则协商，留存协商记录", "协商不成的，报共同的上级机关指定管辖"],
    en: ["negotiate (what helps the facts and the proceedings), keep the record", "failing that ask the common superior to designate"],
  },
  "no-filing-yet": {
    zh: ["有管辖权的任一犯罪地机关应当及时立案；由居住地更为适宜的，可以由居住地机关立案"],
    en: ["any organ of a place of crime should file promptly; that of the residence may where it is more suitable"],
  },
  unconnected: {
    zh: (organs: readonly string[]) => `${organs.join("、")} 的立案与案件没有查明的连接点：补充查明，或者移送有管辖权的机关`,
    en: (organs: readonly string[]) =>
      `nothing connects the filing of ${organs.join(", ")} with the case: establish the connection or transfer it`,
  },
} as const;

const SEVERAL = ["公通字〔2013〕12号", "法发〔2022〕23号 第三条", "刑事诉讼法 第二十六条"];
/** Where each answer comes from. */
export const CITATIONS: Readonly<Record<Because, string[]>> = {
  designated: ["刑事诉讼法 第二十七条", "公通字〔2013〕12号"],
  "only-filing": ["刑事诉讼法 第二十五条", "法发〔2022〕23号 第二条"],
  "first-acceptor": SEVERAL,
  "main-place": SEVERAL,
  "common-superior-designates": ["刑事诉讼法 第二十七条", "公通字〔2013〕12号", "法发〔2022〕23号 第三条"],
  "no-filing-yet": ["刑事诉讼法 第二十五条", "法发〔2022〕23号 第二条"],
};

/** What a rule found in the facts, whether or not it decides. */
export function tellFinding(rule: Because, { facts, organs, first, earliest }: Situation, language: Language): string {
  const zh = language === "zh";
  const list = (divisions: readonly string[]) => divisions.join(zh ? "、" : ", ");
  switch (rule) {
    case "designated":
      return facts.designated === null
        ? zh
          ? "没有指定管辖"
          : "no designation"
        : zh
          ? `已指定 ${facts.designated}`
          : `designated: ${facts.designated}`;
    case "no-filing-yet":
      return organs.length === 0 ? (zh ? "有连接点的机关均未立案" : "no connected organ has filed") : zh ? "已有机关立案" : "filed";
    case "only-filing":
      return zh
        ? `有管辖权并已立案的机关 ${organs.length} 个：${list(organs)}`
        : `connected organs that have filed: ${organs.length} ${list(organs)}`;
    case "common-superior-designates":
      if (facts.disputed === true) return zh ? "对管辖有争议" : "jurisdiction is disputed";
      return first.length > 1
        ? zh
          ? `同日受理：${list(first)}`
          : `accepted on the same day: ${list(first)}`
        : zh
          ? "没有争议"
          : "no dispute";
    case "main-place":
      return facts.mainPlace === null
        ? zh
          ? "未认定有必要由主要犯罪地管辖"
          : "no need found to follow the main place"
        : zh
          ? `主要犯罪地 ${facts.mainPlace}`
          : `main place ${facts.mainPlace}`;
    case "first-acceptor":
      return first.length === 0
        ? zh
          ? "无"
          : "none"
        : zh
          ? `最初受理 ${list(first)}（${earliest}）`
          : `first acceptor ${list(first)} (${earliest})`;
  }
}

const BECAUSE: Readonly<Record<Because, { zh: string; en: string }>> = {
  designated: { zh: "指定管辖", en: "designated" },
  "only-filing": { zh: "唯一立案的机关", en: "the only organ that has filed" },
  "first-acceptor": { zh: "最初受理", en: "first acceptor" },
  "main-place": { zh: "主要犯罪地", en: "main place of crime" },
  "common-superior-designates": { zh: "协商；协商不成由共同的上级指定", en: "negotiation; failing that the common superior designates" },
  "no-filing-yet": { zh: "尚未立案", en: "nobody has filed yet" },
};

/** The answer as text for a person. */
export function tellJurisdiction(answer: JurisdictionAnswer, language: Language): string {
  const zh = language === "zh";
  const { organ, because, candidates, commonSuperior, order, next, cite } = answer;
  return [
    `${zh ? "管辖机关" : "organ"}: ${organ ?? "—"}  (${BECAUSE[because][language]})`,
    ...candidates.map(({ division, basis }) => `  ${division}  ${basis.join(", ")}`),
    ...(commonSuperior === null ? [] : [`${zh ? "共同的上级" : "common superior"}: ${commonSuperior.division} (${commonSuperior.level})`]),
    ...order.map((step) => `  ${step.applies ? "→" : " "} ${BECAUSE[step.rule][language]}: ${step.finding}`),
    ...next.map((step) => `  · ${step}`),
    `  ${cite.join("；")}`,
    "",
  ].join("\n");
}
