import type { Chosen } from "#statutes/choose-law.ts";
import type { Counted } from "#statutes/offences/infringing-personal-information/count-items.ts";
import type { Interpretation, StatuteVersion } from "#statutes/provisions.contract.ts";
import type { Assessment, Band, InfringingFacts, Remark } from "#statutes/statutes.contract.ts";

type Subject = {
  readonly facts: InfringingFacts;
  readonly interpretation: Interpretation;
  readonly statute: Chosen<StatuteVersion> | undefined;
  readonly versions: readonly StatuteVersion[];
  readonly counted: Counted;
  readonly band: Band;
  /** the band of the interpretation before the statute of the day capped it */
  readonly uncapped: Band;
  readonly leniency: Assessment["leniency"];
};

/** What a person must know to read the answer rightly: which law, what was left out of the number, what is not settled. */
export function remarksOn(subject: Subject): Remark[] {
  return [...onTime(subject), ...onArticle6(subject), ...onCounting(subject), ...onParties(subject)];
}

function onTime({ facts, statute, band, uncapped, versions }: Subject): Remark[] {
  const remarks: Remark[] = [];
  const cite = "刑法 第十二条";
  const { actDate, decisionDate } = facts;
  if (actDate && decisionDate && decisionDate < actDate) {
    remarks.push({
      id: "dates-contradict",
      cite,
      zh: "决定日期早于行为日期，请核对。",
      en: "The decision is dated before the act: check the dates.",
    });
  }
  if (!statute) {
    const first = versions[0]?.inForce.from ?? "";
    remarks.push({
      id: "no-crime-then",
      cite,
      zh: `行为时（${actDate}）刑法尚无第二百五十三条之一（${first} 起施行），不构成本罪。`,
      en: `On the day of the act (${actDate}) article 253-1 did not exist (in force from ${first}): no offence under it.`,
    });
    return remarks;
  }
  if (statute.because.zh !== "") remarks.push({ id: "law-of-the-day", cite, ...statute.because });
  if (band !== uncapped) {
    remarks.push({
      id: "band-capped",
      cite: statute.law.cite,
      zh: "数量或者后果达到情节特别严重的标准，但行为时的法律没有这一档。",
      en: "The facts reach the especially serious standard, but the law of the day of the act knows no such band.",
    });
  }
  return remarks;
}

function onArticle6({ facts, interpretation, counted }: Subject): Remark[] {
  const { article6 } = interpretation;
  const { lawfulBusinessPurchase: lawful } = facts;
  const remarks: Remark[] = [];
  if (lawful === true && counted.article6.outcome !== "not-met") {
    const zh = `为合法经营活动购买、收受的 ${counted.underArticle6} 条不以条数论，适用第六条（没有情节特别严重一档）。`;
    const en = `${counted.underArticle6} items bought or received for a lawful business are not measured by number but by article 6, which has no especially serious band.`;
    remarks.push({ id: "article-6", cite: article6.cite, zh, en });
    if (article6.splitUnconfirmed && counted.article5.outcome !== "not-met") {
      remarks.push({
        id: "article-6-split",
        cite: article6.cite,
        zh: "同时涉及第三项、第四项信息或者已转卖的信息：该部分仍适用第五条，其余适用第六条；分别适用的处理尚待确认，请审查人员判断。",
        en: "Tier A or B items, or items passed on, stay under article 5 while the rest is under article 6. This split is unconfirmed: a reviewer decides.",
      });
    }
  }
  if (lawful === true && counted.article6.outcome === "not-met" && counted.provided.outcome === "met") {
    const zh = "信息已出售或者提供，不适用第六条，适用第五条。";
    remarks.push({
      id: "article-6-not-open",
      cite: article6.cite,
      zh,
      en: "The information was passed on: article 5 applies, not article 6.",
    });
  }
  return remarks;
}

function onCounting({ facts, interpretation, counted }: Subject): Remark[] {
  const { article11, article5 } = interpretation;
  const remarks: Remark[] = [];
  if (counted.severalRecipients) {
    const zh = "向不同单位或者个人分别出售、提供的同一信息，按接收人累计条数；接收人不明的，按可能的范围计算。";
    const en = "Items sold or provided to different recipients count once for each; unnamed recipients are counted as a range.";
    remarks.push({ id: "per-recipient", cite: article11.perRecipient.cite, zh, en });
  }
  if (counted.published) {
    const zh = "通过信息网络等途径发布，按一次提供计数，不按浏览人数累计（尚待确认）。";
    remarks.push({
      id: "published-once",
      cite: article11.publication.cite,
      zh,
      en: "Publication counts as one act of providing, however many saw it (unconfirmed).",
    });
  }
  if (counted.idleSets.length > 0) {
    const ids = counted.idleSets.join("、");
    remarks.push({
      id: "idle-sets",
      cite: article11.cite,
      zh: `没有记载行为的批次不计数：${ids}。`,
      en: `Sets without any conduct are not counted: ${ids}.`,
    });
  }
  const insider = article5.limbs.find((limb) => limb.test.kind === "insider-share");
  if (insider && counted.mixedSources && typeof facts.gains === "number" && typeof facts.insiderGains !== "number") {
    const zh = "既有履职、服务中获得的信息，也有其他来源的信息；违法所得未区分，减半标准按全部违法所得计算，请核对。";
    const en =
      "Information from duty or service and from elsewhere was sold; the gains are not split and the half standard is measured on all of them: check.";
    remarks.push({ id: "gains-not-split", cite: insider.cite, zh, en });
  }
  return remarks;
}

function onParties({ facts, interpretation, leniency }: Subject): Remark[] {
  const remarks: Remark[] = [];
  if (facts.accused === "unit") remarks.push({ id: "unit", cite: interpretation.article7.cite, ...interpretation.article7.meaning });
  if (leniency?.outcome === "met") remarks.push({ id: "leniency", cite: leniency.provision, ...leniency.meaning });
  return remarks;
}
