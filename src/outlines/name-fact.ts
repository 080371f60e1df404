type Words = { readonly zh: string; readonly en: string };

/** The facts of the assessment that the elements ask for, as the assessment calls them. */
export const FACT_NAMES: Readonly<Record<string, Words>> = {
  accused: { zh: "主体", en: "the accused" },
  actDate: { zh: "行为日期", en: "date of the act" },
  conducts: { zh: "对信息实施的行为", en: "what was done with the items" },
  consequences: { zh: "后果", en: "consequences" },
  gains: { zh: "违法所得", en: "unlawful gains" },
  insider: { zh: "是否履职或者提供服务中获得", en: "whether obtained in duty or service" },
  insiderGains: { zh: "履职所得信息的违法所得", en: "gains from information obtained in duty" },
  insiderIndustry: { zh: "内部人员所在行业", en: "industry of the insider" },
  items: { zh: "条数", en: "number of items" },
  knewRecipientCommitsCrimes: { zh: "是否知道或者应当知道他人用于犯罪", en: "whether the recipient's crimes were known" },
  priorAdministrativePenalty: { zh: "二年内是否受过行政处罚", en: "administrative penalty within two years" },
  priorAdministrativePenaltyDate: { zh: "行政处罚日期", en: "date of the administrative penalty" },
  priorCriminalPunishment: { zh: "是否曾因侵犯公民个人信息受过刑事处罚", en: "earlier criminal punishment for this offence" },
  priorCriminalPunishmentDate: { zh: "刑事处罚日期", en: "date of the criminal punishment" },
  recipient: { zh: "接收人", en: "recipient" },
  sets: { zh: "信息批次", en: "sets of items" },
  tier: { zh: "档次", en: "tier" },
  trackUsedForCrime: { zh: "行踪轨迹信息是否被他人用于犯罪", en: "whether movement tracks were used for a crime" },
};

/** 事实的叫法 `sets.count-A.items` -> 条数: the last name of the path that has words; a path without any stays as it is. */
export function nameFact(path: string): Words {
  const known = path.split(/[.[\]]+/).findLast((segment) => Object.hasOwn(FACT_NAMES, segment));
  return (known === undefined ? undefined : FACT_NAMES[known]) ?? { zh: path, en: path };
}

/** Each name once: items of three sets are one gap to close. */
export function nameFacts(paths: readonly string[]): Words[] {
  return [...new Map(paths.map((path) => nameFact(path)).map((words) => [words.zh, words])).values()];
}
