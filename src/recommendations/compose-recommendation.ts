import { measuresOf } from "#recommendations/recommendation.ts";
import type { RecommendationContent } from "#recommendations/recommendation-event.contract.ts";
import type { ContentItem, ContentPart, RecommendationType, RecommendationTypes } from "#recommendations/recommendation-types.contract.ts";

type Words = { readonly zh: string; readonly en: string };
export type Section = { readonly item: ContentItem; readonly lines: readonly string[] };

/** 检察建议书 the document of a draft by the items of its type; an item that nothing fills has no lines. The document's own language is Chinese. Pure. */
export function composeRecommendation(type: RecommendationType, content: RecommendationContent): Section[] {
  return type.content.map((item) => ({ item, lines: linesOf(item, type, content) }));
}

/** The fields of the document 检察建议书 that the draft fills; the template says where they stand. Pure. */
export function tellDocumentFields(type: RecommendationType, content: RecommendationContent): Record<string, string> {
  const lines = (part: ContentPart) => linesOf({ id: "source", name: type.name, part, required: false }, type, content).join("\n");
  const period = (part: ContentPart) => lines(part).replace(/^收到之日起/, "");
  return {
    ...{ addressee: content.addressee.name, clueSource: lines("text"), facts: content.findings.map(({ problem }) => problem).join("\n") },
    ...{ evidence: lines("facts"), reason: lines("problems"), lawBasis: lines("law").replaceAll("\n", "、"), measures: lines("measures") },
    ...{ objectionPeriod: period("objection"), replyPeriod: period("reply") },
  };
}

/** What the law asks for that is not there, in the order of the type's items, then of the findings. Pure. */
export function missingOf(types: RecommendationTypes, content: RecommendationContent): Words[] {
  const type = types.type(content.type);
  const items = composeRecommendation(type, content)
    .filter(({ item, lines }) => item.required && lines.length === 0)
    .map(({ item: { name } }) => name);
  const missing: Words[] = [...items];
  if (content.addressee.name === "" && !type.content.some(({ part }) => part === "addressee"))
    missing.push({ zh: "被建议单位", en: "the addressee" });
  const known = new Set(types.table.triggers.map(({ id }) => id));
  if (type.needsTrigger && !content.triggers.some((id) => known.has(id)))
    missing.push({ zh: `提出${type.name.zh}的情形（${type.cite.at(-1)}）`, en: `the situation it rests on (${type.cite.at(-1)})` });
  if (content.urgent !== null && content.urgent.reason === "") missing.push({ zh: "紧急的理由", en: "why it is urgent" });
  if (content.urgent !== null && type.urgent === "set" && content.urgent.replyBy === null)
    missing.push({ zh: "另行确定的回复日期", en: "the shorter day to reply, set case by case" });
  content.findings.forEach((finding, at) => {
    const [zh, en] = [`问题${at + 1}`, `finding ${at + 1}`];
    if (finding.evidence.length === 0) missing.push({ zh: `${zh}的证据`, en: `evidence of ${en}` });
    if (finding.law.length === 0) missing.push({ zh: `${zh}的法律依据`, en: `legal basis of ${en}` });
    if (finding.measures.length === 0) missing.push({ zh: `${zh}的整改建议`, en: `a measure for ${en}` });
  });
  return missing;
}

function linesOf({ id, part }: ContentItem, type: RecommendationType, content: RecommendationContent): string[] {
  const { addressee, texts, findings, objectionDays, urgent } = content;
  switch (part) {
    case "addressee":
      return addressee.name === "" ? [] : [addressee.name];
    case "text":
      return texts[id] === undefined || texts[id] === "" ? [] : texts[id].split("\n");
    case "facts":
      return findings.flatMap(({ evidence }, at) =>
        evidence.map(({ label, place }) => `问题${at + 1}的证据：${label}${place === "" ? "" : `（${place}）`}`),
      );
    case "problems":
      return findings.map(({ problem }, at) => `${at + 1}. ${problem}`);
    case "law":
      return [...new Set(findings.flatMap(({ law }) => law))];
    case "measures":
      return findings.flatMap(({ measures, law }) =>
        measures.map(({ text, test }) => `${text}（依据：${law.join("、") || "—"}；${test.by}前，以“${test.shows}”为准）`),
      );
    case "rectification":
    case "reply":
      if (urgent === null) return measuresOf(content).length === 0 ? [] : [type.replyWords.plain];
      if (type.replyWords.urgent !== null) return [type.replyWords.urgent];
      return urgent.replyBy === null ? [] : [`${urgent.replyBy}前（紧急，另行确定）`];
    case "objection":
      return objectionDays === null ? [] : [`收到之日起${objectionDays}日内`];
    default:
      throw new Error(`unexpected part ${part satisfies never}`);
  }
}
