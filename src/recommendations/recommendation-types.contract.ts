import { z } from "zod";
import { ProcedureKind } from "#procedures/procedure-table.contract.ts";

/** 检察建议类型表 the types of recommendations as data: `recommendation-types.yaml`. */
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Cite = z.array(z.string().min(1)).min(1);

export const RecommendationTypeId = z.enum(["public-interest", "social-governance", "correction", "retrial", "other"]);
export type RecommendationTypeId = z.infer<typeof RecommendationTypeId>;

/** How the addressee stands to the office: it decides the way the recommendation goes. */
export const AddresseeRelation = z.enum(["involved-unit", "same-level", "other-unit", "higher", "lower", "other-region"]);
export type AddresseeRelation = z.infer<typeof AddresseeRelation>;
export const IssueRoute = z.enum(["direct", "report-up", "instruct-lower", "ask-opinion"]);
export type IssueRoute = z.infer<typeof IssueRoute>;
export const EscalationWay = z.enum(["report-up", "notify-superior", "report-party-npc", "notify-government-discipline", "suit"]);
export type EscalationWay = z.infer<typeof EscalationWay>;

/** What an item of the document is taken from: words of its own, or parts of the draft. */
export const ContentPart = z.enum(["addressee", "text", "facts", "problems", "measures", "law", "rectification", "objection", "reply"]);
export type ContentPart = z.infer<typeof ContentPart>;

const ContentItem = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: Words,
  part: ContentPart,
  required: z.boolean(),
  /** the wording of the item was not read in the full text */
  unconfirmed: z.literal(true).optional(),
});
export type ContentItem = z.infer<typeof ContentItem>;

/** A step of the procedure that goes with an act; the values name what of the act fills its fields. */
const StepOfAct = z.strictObject({
  step: z.string(),
  fields: z.record(z.string(), z.enum(["number", "delivered-on", "urgent", "addressee", "summary", "yes"])),
});
export type StepOfAct = z.infer<typeof StepOfAct>;

export const RecommendationType = z.strictObject({
  id: RecommendationTypeId,
  name: Words,
  meaning: Words,
  cite: Cite,
  content: z.array(ContentItem).min(1),
  contentCite: z.string(),
  /** 情形 one of the table's triggers must be named */
  needsTrigger: z.boolean(),
  /** the draft goes to the research department before it goes to the chief procurator */
  researchReview: z.strictObject({ required: z.boolean(), cite: z.string() }),
  decidedBy: z.array(z.enum(["chief-procurator", "committee"])).min(1),
  clocks: z.strictObject({
    /** from the decision to the delivery */
    send: z.string().nullable(),
    reply: z.string(),
    file: z.string(),
    fileFrom: z.enum(["delivered", "issued"]),
  }),
  /** by-law: the rule of the reply has an urgent length; set: a shorter day is set case by case */
  urgent: z.enum(["by-law", "set"]),
  urgentMeaning: Words,
  /** the period as the document says it; null: a day of its own */
  replyWords: z.strictObject({ plain: z.string(), urgent: z.string().nullable() }),
  consequence: Words,
  escalations: z.array(EscalationWay).min(1),
  /** it must fit the claims of a later suit */
  matchesClaims: z.boolean(),
  procedure: z
    .strictObject({
      kind: ProcedureKind,
      issue: StepOfAct,
      reply: StepOfAct,
      file: StepOfAct,
      /** the field of the step of the suit whose choices are the ways of not performing */
      failure: z.strictObject({ step: z.string(), field: z.string() }).optional(),
    })
    .nullable(),
  unconfirmed: z.literal(true).optional(),
});
export type RecommendationType = z.infer<typeof RecommendationType>;

export const TypesFile = z.strictObject({
  types: z.array(RecommendationType),
  triggers: z.array(z.strictObject({ id: z.string(), name: Words, cite: z.string() })),
  routes: z.array(z.strictObject({ relation: AddresseeRelation, name: Words, route: IssueRoute, meaning: Words, cite: z.string() })),
  ways: z.array(z.strictObject({ id: EscalationWay, name: Words, cite: z.string() })),
  copies: z.array(z.strictObject({ id: z.string(), name: Words })),
  copiesCite: z.string(),
  /** what a recommendation is not: other documents that the law names */
  notes: z.array(z.strictObject({ text: Words, cite: z.string() })),
});
/** The whole table, as routes and screens read it. */
export type TypesFile = z.infer<typeof TypesFile>;

export type RecommendationTypes = {
  readonly table: TypesFile;
  readonly type: (id: RecommendationTypeId) => RecommendationType;
  readonly routeOf: (relation: AddresseeRelation) => TypesFile["routes"][number];
};
