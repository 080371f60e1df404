import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { ClueTrack, DismissReason } from "#clues/clues.contract.ts";

/** 规则效果 what became of the prompts each rule of the reading took part in. */
const Words = z.object({ zh: z.string(), en: z.string() });
const RuleId = z.string().min(1).max(60);

/** 停用 or 保留 by a named person, for one office. */
export const RuleDecision = z.enum(["retire", "keep"]);
export type RuleDecision = z.infer<typeof RuleDecision>;

/** A share with its exact interval (Clopper and Pearson) at the confidence of the verdict's rule; all three from 0 to 1. */
export const Precision = z.object({ share: z.number(), lower: z.number(), upper: z.number() });
export type Precision = z.infer<typeof Precision>;

/** `against`: the rule speaks against clues, so that precision says nothing of it; `too-few`: less decided than the verdict needs. */
export const RuleVerdict = z.enum(["too-few", "noisy", "not-noisy", "against"]);
export type RuleVerdict = z.infer<typeof RuleVerdict>;

/** prompts = waiting + confirmed + falsely + apart; decided = confirmed + falsely; accepted is part of confirmed. */
export const RuleFigures = z.object({
  prompts: z.number().int(),
  waiting: z.number().int(),
  confirmed: z.number().int(),
  accepted: z.number().int(),
  /** dismissed for a reason that speaks against the rule */
  falsely: z.number().int(),
  /** dismissed for a reason that does not: already handled, a duplicate, no jurisdiction */
  apart: z.number().int(),
  decided: z.number().int(),
  reasons: z.array(z.object({ code: DismissReason, many: z.number().int(), against: z.boolean() })),
  /** confirmed / decided; null while nothing is decided */
  precision: Precision.nullable(),
  /** accepted / prompts; null without a prompt */
  conversion: z.number().nullable(),
  verdict: RuleVerdict,
});
export type RuleFigures = z.infer<typeof RuleFigures>;

export const RuleDecisionTold = z.object({
  decision: RuleDecision,
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export const ClueRule = z.object({
  rule: RuleId,
  figures: RuleFigures,
  /** by track and field, the most prompts first */
  places: z.array(z.object({ track: ClueTrack.nullable(), field: z.string(), figures: RuleFigures })),
  /** 不再提示 prompts kept back because they rest on nothing but retired rules, this one among them; not in the figures */
  withheld: z.number().int(),
  /** of the office asked for; null: nobody has said anything, or several offices are asked for */
  decided: RuleDecisionTold.nullable(),
  /** number of the newest decision */
  version: z.number().int(),
});
export type ClueRule = z.infer<typeof ClueRule>;

export const ClueRulesQuery = z.object({
  /** one office; without it all the person sees, together */
  office: z.string().length(6).optional(),
  track: ClueTrack.optional(),
  field: z.string().max(60).optional(),
});
export const ClueRules = z.object({
  rules: z.array(ClueRule),
  /** offices with prompts that the person sees, by code; 500 at most */
  offices: z.array(z.object({ code: z.string(), name: Words })),
  /** what the machine calls noisy */
  noisy: z.object({ decided: z.number().int(), upperBelow: z.number(), confidence: z.number() }),
  /** codes that do not speak against a rule */
  apart: z.array(DismissReason),
  canDecide: z.boolean(),
});
export type ClueRules = z.infer<typeof ClueRules>;

export const ClueRuleQuery = z.object({ rule: RuleId, office: z.string().length(6).optional() });
/** 小格隐藏 `small`: from 1 to below the threshold; `complementary`: hidden so that a small one cannot be computed from the rest. */
const HiddenCell = z.enum(["small", "complementary"]).nullable();
export const TermAcross = z.object({
  /** null: all other words, and prompts without one */
  term: z.string().nullable(),
  /** null: hidden */
  prompts: z.number().int().nullable(),
  hidden: HiddenCell,
  /** offices with such prompts; null: hidden with the prompts */
  offices: z.number().int().nullable(),
  /** null: hidden with the prompts, or fewer decided than the threshold */
  precision: Precision.nullable(),
});
export type TermAcross = z.infer<typeof TermAcross>;
/** Words with the most prompts, 50 at most; they add up to the prompts of the rule. */
export const TermsAcross = z.object({ threshold: z.number().int(), offices: z.number().int(), terms: z.array(TermAcross) });
export type TermsAcross = z.infer<typeof TermsAcross>;

export const ClueRuleDetail = z.object({
  rule: RuleId,
  figures: RuleFigures,
  /** the most prompts first; 500 at most */
  byOffice: z.array(z.object({ code: z.string(), name: Words, figures: RuleFigures, retired: z.boolean() })),
  /** of the reader's own office, by the word of the lexicon that was matched, 50 at most; null: another or no office is asked for, or the rule matches no single word */
  byTerm: z.array(z.object({ term: z.string(), figures: RuleFigures })).nullable(),
  /** by word over another office than one's own or over all the person sees, small cells hidden; null: the own office is asked for, no other is seen, or the rule matches no single word */
  acrossOffices: TermsAcross.nullable(),
  /** decisions of the office asked for, newest first */
  history: z.array(RuleDecisionTold),
});
export type ClueRuleDetail = z.infer<typeof ClueRuleDetail>;

/** The lists behind the figures of a rule that no queue holds. */
export const RuleList = z.enum(["falsely", "apart", "withheld"]);
export type RuleList = z.infer<typeof RuleList>;
export const RulePromptsQuery = z.object({
  rule: RuleId,
  list: RuleList,
  office: z.string().length(6).optional(),
  track: ClueTrack.optional(),
  field: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const RulePrompt = z.object({
  /** null of a prompt that was withheld */
  clue: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** null where no document of an open case prompted it */
  document: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  case: z.object({ id: z.uuid(), number: z.string() }),
  office: Words,
  track: ClueTrack.nullable(),
  field: z.string(),
  /** why it was dismissed; null of one that was withheld */
  code: DismissReason.nullable(),
  /** the retired rules a withheld prompt rests on; empty of a dismissed one */
  rules: z.array(RuleId),
  /** when it was dismissed or withheld */
  at: z.iso.datetime(),
});
export type RulePrompt = z.infer<typeof RulePrompt>;
export const RulePrompts = z.object({
  /** 20 a page, the newest first: only of cases the reader may see */
  items: z.array(RulePrompt),
  visible: z.number().int(),
  /** 您无权查看的 counted in the figure, not listed */
  notVisible: z.number().int(),
});
export type RulePrompts = z.infer<typeof RulePrompts>;

export const DecideRuleRequest = z.object({
  requestId: RequestId,
  rule: RuleId,
  expectedVersion: z.number().int().min(0),
  decision: RuleDecision,
  reason: z.string().trim().min(1).max(1000),
});
export type DecideRuleRequest = z.infer<typeof DecideRuleRequest>;
export const DecidedRule = z.object({ history: z.array(RuleDecisionTold), version: z.number().int() });
export type DecidedRule = z.infer<typeof DecidedRule>;
