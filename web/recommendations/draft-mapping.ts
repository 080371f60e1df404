import { z } from "zod";
import { EvidenceReference, type Finding, type Measure, RecommendationContent } from "#recommendations/recommendation-event.contract.ts";
import { AddresseeRelation, RecommendationTypeId, type TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Words } from "#web/design/text/text.ts";

/** What was typed so far, half filled in: the shape of the content without what it must hold. */
const Typed = z.object({
  type: RecommendationTypeId,
  title: z.string(),
  addressee: z.object({ name: z.string(), relation: AddresseeRelation }),
  texts: z.record(z.string(), z.string()),
  triggers: z.array(z.string()),
  objectionDays: z.number().nullable(),
  urgent: z.object({ reason: z.string(), replyBy: z.string().nullable() }).nullable(),
  findings: z.array(
    z.object({
      id: z.string(),
      problem: z.string(),
      evidence: z.array(EvidenceReference),
      law: z.array(z.string()),
      measures: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          test: z.object({
            shows: z.string(),
            method: z.string(),
            by: z.string(),
            limit: z.object({ what: z.string(), sample: z.number(), atMost: z.number() }).nullable(),
          }),
          rechecks: z.array(z.string()),
        }),
      ),
    }),
  ),
});

/** A draft kept in this window; null where it is of an older page. */
export function readTyped(stored: unknown): RecommendationContent | null {
  const typed = Typed.safeParse(stored);
  return typed.success ? typed.data : null;
}

/** An empty draft of the first type. */
export function emptyContent(types: TypesFile): RecommendationContent {
  return {
    type: types.types[0]?.id ?? "public-interest",
    title: "",
    addressee: { name: "", relation: "same-level" },
    ...{ texts: {}, triggers: [], objectionDays: null, urgent: null, findings: [emptyFinding([])] },
  };
}

export function emptyFinding(known: readonly Finding[]): Finding {
  return {
    id: freshId(
      "f",
      known.map(({ id }) => id),
    ),
    problem: "",
    evidence: [],
    law: [],
    measures: [],
  };
}

export function emptyMeasure(known: readonly Finding[], by: string): Measure {
  const ids = known.flatMap(({ measures }) => measures.map(({ id }) => id));
  return { id: freshId("m", ids), text: "", test: { shows: "", method: "", by, limit: null }, rechecks: [] };
}

/** What leaves the form: empty lines, days and triggers that the type does not ask for are not sent. Pure. */
export function contentOfForm(
  content: RecommendationContent,
  types: TypesFile,
): { readonly content: RecommendationContent } | { readonly wrong: readonly Words[] } {
  const type = types.types.find(({ id }) => id === content.type);
  const asks = (part: string) => type?.content.some((item) => item.part === part) ?? false;
  const parsed = RecommendationContent.safeParse({
    ...content,
    triggers: type?.needsTrigger ? content.triggers : [],
    objectionDays: asks("objection") ? content.objectionDays : null,
    urgent: content.urgent === null ? null : { ...content.urgent, replyBy: type?.urgent === "set" ? content.urgent.replyBy : null },
    findings: content.findings.map((finding) => ({
      ...finding,
      law: finding.law.map((line) => line.trim()).filter((line) => line !== ""),
      measures: finding.measures.map((measure) => ({ ...measure, rechecks: measure.rechecks.filter((day) => day !== "").sort() })),
    })),
  });
  return parsed.success ? { content: parsed.data } : { wrong: parsed.error.issues.map(({ path }) => tellPlace(path)) };
}

const PLACES: Readonly<Record<string, Words>> = {
  title: { zh: "名称", en: "the title" },
  objectionDays: { zh: "异议期限", en: "the period for objection" },
  problem: { zh: "存在的问题", en: "the problem" },
  text: { zh: "具体建议", en: "what is advised" },
  shows: { zh: "验收标准", en: "the acceptance test" },
  method: { zh: "核查方法", en: "how it is checked" },
  by: { zh: "整改期限", en: "the day it is due" },
  what: { zh: "数什么", en: "what is counted" },
  sample: { zh: "抽查数", en: "the sample" },
  atMost: { zh: "不多于", en: "the limit" },
};

/** Where something is missing, by the numbers a reader sees. */
function tellPlace(path: readonly PropertyKey[]): Words {
  const last = path.findLast((step) => typeof step === "string" && step in PLACES);
  const name = PLACES[String(last)] ?? { zh: path.join("."), en: path.join(".") };
  const numberAfter = (list: string) => {
    const at = path[path.indexOf(list) + 1];
    return path.includes(list) && typeof at === "number" ? at + 1 : null;
  };
  const [finding, measure] = [numberAfter("findings"), numberAfter("measures")];
  if (finding === null) return name;
  return {
    zh: `问题${finding}${measure === null ? "" : `建议${measure}`}的${name.zh}`,
    en: `${name.en} of finding ${finding}${measure === null ? "" : `, measure ${measure}`}`,
  };
}

function freshId(letter: string, known: readonly string[]): string {
  for (let n = 1; ; n++) if (!known.includes(`${letter}${n}`)) return `${letter}${n}`;
}
