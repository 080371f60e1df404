import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { OutlineTrack, PilTrack } from "#outlines/outline-elements.contract.ts";
import { PublicInterestFacts } from "#public-interest/public-interest.contract.ts";

/** 取证提纲 which evidence proves which element on which track, and outlines made from what is not proved. */
const Words = z.object({ zh: z.string(), en: z.string() });
const Reason = z.string().trim().min(1).max(400);
const place = z.number().int().min(1).max(100_000_000).nullable().default(null);

export const ElementKey = z.object({ track: OutlineTrack, element: z.string().max(60) });
export type ElementKey = z.infer<typeof ElementKey>;

/** 证明关系 said by a person: this item of evidence, at this place, proves (or only indicates) these elements. */
export const EvidenceLink = z.object({
  evidenceId: z.uuid(),
  elements: z.array(ElementKey).min(1).max(40),
  page: place,
  row: place,
  /** sheet, heading, minute of a recording */
  where: z.string().trim().max(120).nullable().default(null),
  proves: z.string().trim().min(1).max(1000),
  strength: z.enum(["proves", "indicates"]),
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;
/** A link as it was recorded; a removed one stays readable. */
export const LinkState = EvidenceLink.extend({ removed: z.boolean() });
export type LinkState = z.infer<typeof LinkState>;

export const LinkEvidenceRequest = z.object({ requestId: RequestId, link: EvidenceLink });
export type LinkEvidenceRequest = z.infer<typeof LinkEvidenceRequest>;
export const ChangeLinkRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(1),
  change: z.discriminatedUnion("type", [
    z.object({ type: z.literal("correct"), link: EvidenceLink, reason: Reason }),
    z.object({ type: z.literal("remove"), reason: Reason }),
  ]),
});
export type ChangeLinkRequest = z.infer<typeof ChangeLinkRequest>;

const Recorded = z.object({
  id: z.uuid(),
  version: z.number().int(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
  reason: z.string().nullable(),
});
export const LinkView = Recorded.extend({ state: LinkState, path: z.string() });
export type LinkView = z.infer<typeof LinkView>;

/** 证明状态 `proved` only where a person said of an item that it proves it. */
export const ElementStanding = z.enum(["proved", "indicated", "nothing"]);
export type ElementStanding = z.infer<typeof ElementStanding>;
export const ElementView = ElementKey.extend({
  cite: z.string(),
  meaning: Words,
  unconfirmed: z.boolean(),
  burden: z.literal("other-side").nullable(),
  group: z.string().nullable(),
  standing: ElementStanding,
  /** not proved itself, but another of its alternatives is */
  spared: z.boolean(),
  links: z.array(z.uuid()),
  /** limbs of the last assessment that stand with it and are not met */
  openLimbs: z.array(
    z.object({ id: z.string(), outcome: z.enum(["not-met", "unknown"]), meaning: Words, have: z.string(), need: z.string() }),
  ),
  missingFacts: z.array(z.string()),
});
export type ElementView = z.infer<typeof ElementView>;
export const ColumnView = z.object({
  track: OutlineTrack,
  name: Words,
  elements: z.array(ElementView),
  proved: z.number().int(),
  indicated: z.number().int(),
  nothing: z.number().int(),
  /** not proved and not spared */
  gaps: z.number().int(),
});
export type ColumnView = z.infer<typeof ColumnView>;

/** 一行 of a written outline (规则 第二百五十七条、第三百四十二条): matter, reason, direction, evidence to add and what it proves. */
export const OutlineLine = z.object({
  key: ElementKey.nullable(),
  matter: z.string().trim().min(1).max(400),
  reason: z.string().trim().min(1).max(1000),
  direction: z.string().trim().min(1).max(600),
  evidence: z.string().trim().min(1).max(1000),
  proves: z.string().trim().min(1).max(600),
  cite: z.string().trim().max(300),
});
export type OutlineLine = z.infer<typeof OutlineLine>;
/** 补充侦查提纲 to the police, or 调查提纲 of our own public-interest investigation. */
export const OutlineKind = z.enum(["supplementary", "investigation"]);
export type OutlineKind = z.infer<typeof OutlineKind>;
export const OutlineContent = z.object({
  kind: OutlineKind,
  title: z.string().trim().min(1).max(120),
  lines: z.array(OutlineLine).min(1).max(60),
});
export type OutlineContent = z.infer<typeof OutlineContent>;
export const OutlineState = OutlineContent.extend({ status: z.enum(["draft", "confirmed", "discarded"]) });
export type OutlineState = z.infer<typeof OutlineState>;
export const WriteOutlineRequest = z.object({ requestId: RequestId, content: OutlineContent });
export type WriteOutlineRequest = z.infer<typeof WriteOutlineRequest>;
export const ChangeOutlineRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(1),
  change: z.discriminatedUnion("type", [
    z.object({ type: z.literal("edit"), content: OutlineContent }),
    z.object({ type: z.literal("confirm") }),
    z.object({ type: z.literal("discard"), reason: Reason }),
  ]),
});
export type ChangeOutlineRequest = z.infer<typeof ChangeOutlineRequest>;
/** `text`: the outline as the step of return and the document take it over. */
export const WrittenOutline = Recorded.extend({ caseId: z.uuid(), state: OutlineState, text: z.string() });
export type WrittenOutline = z.infer<typeof WrittenOutline>;

/** A line that the gaps suggest; a person takes it over, changes or leaves it. */
export const SuggestedLine = z.object({
  key: ElementKey,
  matter: Words,
  reason: Words,
  direction: Words,
  evidence: Words,
  proves: Words,
  cite: z.string(),
  unconfirmed: z.boolean(),
  /** false: another alternative is proved */
  needed: z.boolean(),
});
export type SuggestedLine = z.infer<typeof SuggestedLine>;
export const SuggestLinesRequest = z.object({
  kind: OutlineKind,
  track: PilTrack,
  /** what a person answered in the public-interest review; null: not asked */
  publicInterestFacts: PublicInterestFacts.nullable().default(null),
});
export type SuggestLinesRequest = z.infer<typeof SuggestLinesRequest>;
export const SuggestedLines = z.object({ items: z.array(SuggestedLine), note: Words.extend({ cite: z.string() }) });
export type SuggestedLines = z.infer<typeof SuggestedLines>;

export const OutlineBoard = z.object({
  columns: z.array(ColumnView),
  leftOut: z.array(z.object({ id: z.string(), because: Words })),
  links: z.array(LinkView),
  evidence: z.array(z.object({ id: z.uuid(), path: z.string() })),
  /** the last assessment, whose open limbs and missing facts are named */
  assessment: z.object({ id: z.uuid(), status: z.enum(["draft", "signed"]), on: z.iso.datetime() }).nullable(),
  outlines: z.array(WrittenOutline),
  /** other elements that evidence of an element often serves too */
  pairs: z.array(z.object({ crime: z.string(), track: PilTrack, element: z.string() })),
  may: z.boolean(),
});
export type OutlineBoard = z.infer<typeof OutlineBoard>;
export const LinkIdParams = z.object({ linkId: z.uuid() });
export const OutlineIdParams = z.object({ outlineId: z.uuid() });
