import type { Assessment, Band, ElementGround, Ground, OffenceAssessment } from "#statutes/statutes.contract.ts";

const BANDS = {
  none: { zh: "未达到情节严重", en: "below serious" },
  serious: { zh: "情节严重", en: "serious" },
  "especially-serious": { zh: "情节特别严重", en: "especially serious" },
} as const satisfies Record<Band, { zh: string; en: string }>;
const OUTCOMES = {
  met: { zh: "达到", en: "met" },
  "not-met": { zh: "未达到", en: "not met" },
  unknown: { zh: "未知", en: "unknown" },
} as const satisfies Record<Ground["outcome"], { zh: string; en: string }>;
const YES_NO: Readonly<Record<string, string>> = { 是: "yes", 否: "no", 未知: "unknown" };

/** The answer as lines for a person; grounds that are not met are left to `--json`. */
export function printAssessment(answer: Assessment | OffenceAssessment, language: "zh" | "en"): string {
  return "counts" in answer ? printInfringing(answer, language) : printOffence(answer, language);
}

/** Elements first, then the limbs that are met or open, penalty, what is missing, and whether it is prosecuted without a complaint. */
function printOffence(answer: OffenceAssessment, language: "zh" | "en"): string {
  const zh = language === "zh";
  const { band, bandAtMost, charge, elements, grounds, missing, publicProsecution, consequence, version, remarks } = answer;
  const atMost = bandAtMost === undefined ? "" : zh ? `（未知事实最高可至${BANDS[bandAtMost].zh}）` : ` (at most ${BANDS[bandAtMost].en})`;
  // where the article punishes without any circumstance, below serious is not below crime
  const basic = band !== "none" || consequence === null ? "" : zh ? "，已达入罪标准（基本刑）" : ", yet a crime (the basic penalty)";
  const lines = [
    zh ? "机器辅助草稿，由办案人员判断并签署。" : "A machine-assisted draft: a person judges and signs.",
    `${charge[language]} [${charge.provision}]: ${BANDS[band][language]}${basic}${atMost}`,
    ...elements.map((element) => printElement(element, language)),
    ...grounds.filter(({ outcome }) => outcome !== "not-met").map((ground) => printGround(ground, language)),
  ];
  if (consequence) {
    const { minYears, maxYears } = consequence.imprisonment;
    lines.push(
      `${zh ? "法定刑" : "Penalty"}: ${minYears === undefined ? "" : `${minYears}–`}${maxYears} ${zh ? "年以下" : "years at most"}`,
    );
  }
  if (publicProsecution) {
    lines.push(
      `${zh ? "公诉条件（第二百四十六条第二款）" : "Public prosecution (246, paragraph 2)"}: ${OUTCOMES[publicProsecution.outcome][language]}`,
    );
    for (const ground of publicProsecution.grounds) if (ground.outcome !== "not-met") lines.push(printElement(ground, language));
  }
  if (missing.length > 0) lines.push(`${zh ? "尚缺" : "Missing"}: ${missing.join(", ")}`);
  lines.push(`${zh ? "适用" : "Version"}: ${version.id} — ${version.because?.[language] ?? version.chosenBecause}`);
  for (const remark of remarks) lines.push(`* ${remark[language]} [${remark.cite}]`);
  return `${lines.join("\n")}\n`;
}

function printElement({ outcome, provision, meaning }: ElementGround, language: "zh" | "en"): string {
  return `  ${OUTCOMES[outcome][language]}  ${provision}\n      ${meaning[language]}`;
}

function printInfringing(answer: Assessment, language: "zh" | "en"): string {
  const zh = language === "zh";
  const say = (chinese: string, english: string) => (zh ? chinese : english);
  const { counts, consequence, leniency } = answer;
  const lines = [
    say("机器辅助草稿，由办案人员判断并签署。", "A machine-assisted draft: a person judges and signs."),
    `${say("情节", "Band")}: ${BANDS[answer.band][language]}${answer.bandAtMost ? say(`（未知事实最高可至${BANDS[answer.bandAtMost].zh}）`, ` (unknown facts could raise it to ${BANDS[answer.bandAtMost].en})`) : ""}`,
    `${say("条数", "Items")}: A ${counts.A} · B ${counts.B} · C ${counts.C} · 100A+10B+C = ${counts.weighted}${counts.insiderWeighted > 0 ? say(` · 履职、服务中获得并提供 ${counts.insiderWeighted}`, ` · out of duty or service ${counts.insiderWeighted}`) : ""}`,
    ...answer.grounds.filter((ground) => ground.outcome !== "not-met").map((ground) => printGround(ground, language)),
  ];
  if (consequence) {
    const { minYears, maxYears } = consequence.imprisonment;
    const years =
      minYears === undefined
        ? say(`${maxYears} 年以下有期徒刑或者拘役`, `up to ${maxYears} years or detention`)
        : say(`${minYears} 年以上 ${maxYears} 年以下有期徒刑`, `${minYears} to ${maxYears} years`);
    const { from, to } = consequence.fine;
    const fine =
      from === null ? say("违法所得未知，无从计算", "the gains are unknown") : say(`一般 ${from}–${to} 元`, `as a rule ${from}–${to} yuan`);
    lines.push(`${say("法定刑", "Penalty")}: ${years}; ${say("罚金", "fine")} ${fine}`);
    if (answer.penalty?.heavierWithinBand === "met")
      lines.push(say("从重处罚（履职、服务中获得）", "Heavier within the band (out of duty or service)"));
  }
  if (leniency)
    lines.push(
      `${leniency.provision}: ${OUTCOMES[leniency.outcome][language]}${leniency.missing.length > 0 ? ` (${leniency.missing.join(", ")})` : ""}`,
    );
  if (answer.missing.length > 0) lines.push(`${say("尚缺", "Missing")}: ${answer.missing.join(", ")}`);
  lines.push(`${say("适用", "Version")}: ${answer.version.id} — ${answer.version.because?.[language] ?? answer.version.chosenBecause}`);
  for (const remark of answer.remarks ?? []) lines.push(`* ${remark[language]} [${remark.cite}]`);
  return `${lines.join("\n")}\n`;
}

function printGround(ground: Ground, language: "zh" | "en"): string {
  const word = (text: string) => (language === "zh" ? text : (YES_NO[text] ?? text));
  const because = ground.because.length > 0 ? ` [${ground.because.join(", ")}]` : "";
  return `  ${OUTCOMES[ground.outcome][language]}  ${ground.provision}: ${word(ground.have)} (${word(ground.need)})${because}\n      ${ground.meaning[language]}`;
}
