import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { SignedChange, TermChange } from "#reading/terms/change-terms.ts";
import { LexiconAxis, TermList } from "#reading/terms/lexicon.ts";

/** 词库 of an office: the lexicon that ships and, on top, versions of changes that persons proposed and others published. */
const Words = z.object({ zh: z.string(), en: z.string() });

/** Stored JSON: a type may gain optional fields, never lose or rename one. */
export const LexiconEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("proposed"), change: TermChange, reason: z.string() }),
  /** takes the proposal with this seq back before it is published */
  z.object({ type: z.literal("withdrawn"), proposal: z.number().int() }),
  z.object({ type: z.literal("published"), note: z.string() }),
  /** a new version with the content of version `to`; 0 = the lexicon as it ships */
  z.object({ type: z.literal("rolled-back"), to: z.number().int().min(0), reason: z.string() }),
]);
export type LexiconEvent = z.infer<typeof LexiconEvent>;

/** A change somebody proposed; `proposal` numbers it within the office. */
export const Proposal = SignedChange.extend({
  proposal: z.number().int(),
  authorId: z.uuid(),
  at: z.iso.datetime(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Of the reader's newest readings: documents and cases where the term stood, how often, and clues that have it among their reasons. */
export const TermFigures = z.object({
  hits: z.number().int(),
  documents: z.number().int(),
  cases: z.number().int(),
  prompts: z.number().int(),
});
export type TermFigures = z.infer<typeof TermFigures>;

/** 取值 an entry of the lexicon with its terms together. Hits are those of its terms; a document or case that holds several of them is counted once. */
export const OfficeValue = z.object({
  list: TermList,
  value: z.string(),
  /** terms that stand for it now */
  terms: z.number().int(),
  /** of these, terms nothing was read with yet: the figures say nothing of them */
  unread: z.number().int(),
  /** null: nothing was read with any of its terms yet */
  figures: TermFigures.omit({ prompts: true }).nullable(),
});
export type OfficeValue = z.infer<typeof OfficeValue>;

export const OfficeTerm = z.object({
  list: TermList,
  value: z.string(),
  term: z.string(),
  slang: z.boolean(),
  retired: z.boolean(),
  /** null: as it ships */
  since: z.number().int().nullable(),
  author: z.string(),
  on: z.string(),
  /** of the release in both languages; of a person as they wrote it */
  reason: Words,
  /** null: no document has been read with it yet */
  figures: TermFigures.nullable(),
});
export type OfficeTerm = z.infer<typeof OfficeTerm>;

export const DraftChange = Proposal.extend({
  /** why it does not fit the terms any more; null: it does */
  misfit: Words.nullable(),
  mine: z.boolean(),
});
export type DraftChange = z.infer<typeof DraftChange>;

/** 参与人 what somebody did to a draft since it was begun: changes proposed, also those taken back later, and changes taken back, also others'. */
export const Contributor = z.object({ personId: z.uuid(), name: z.string(), proposed: z.number().int(), withdrawn: z.number().int() });
export type Contributor = z.infer<typeof Contributor>;

export const LexiconVersion = z.object({
  number: z.number().int(),
  kind: z.enum(["published", "rolled-back"]),
  by: z.string(),
  at: z.iso.datetime(),
  note: z.string(),
  /** the version whose content was taken again */
  restores: z.number().int().nullable(),
  /** what it changed against the version before */
  added: z.array(Proposal),
  removed: z.array(Proposal),
});
export type LexiconVersion = z.infer<typeof LexiconVersion>;

/** Documents one replay goes over at most. */
export const MOST_REPLAYED = 50_000;

export const ReplayStatus = z.enum(["waiting", "running", "cancelling", "cancelled", "failed", "done"]);
export type ReplayStatus = z.infer<typeof ReplayStatus>;
export const ReplayProgress = z.object({
  done: z.number().int(),
  /** null: the documents are not chosen yet */
  total: z.number().int().nullable(),
  attempt: z.number().int(),
  updatedAt: z.iso.datetime(),
  /** when the present attempt began, and how many documents the attempts before it had done: what a rate is reckoned from */
  begun: z.object({ at: z.iso.datetime(), done: z.number().int() }).optional(),
});
export type ReplayProgress = z.infer<typeof ReplayProgress>;
/** Over the documents that were read; what one gained and another lost stands in both sums. */
export const ReplayTotals = z.object({
  documents: z.number().int(),
  unread: z.number().int(),
  changed: z.number().int(),
  cases: z.number().int(),
  hitsGained: z.number().int(),
  hitsLost: z.number().int(),
  factsGained: z.number().int(),
  factsLost: z.number().int(),
  cluesGained: z.number().int(),
  cluesLost: z.number().int(),
  scoresMoved: z.number().int(),
});
export type ReplayTotals = z.infer<typeof ReplayTotals>;
export const Replay = z.object({
  id: z.uuid(),
  status: ReplayStatus,
  progress: ReplayProgress,
  newest: z.number().int(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  problem: Words.nullable(),
  totals: ReplayTotals.nullable(),
  /** the draft is what it was when the replay was asked for */
  current: z.boolean(),
});
export type Replay = z.infer<typeof Replay>;

/** What a draft changes in one document: terms with how often they stood before and after, facts and clues gained and lost, scores that moved. */
export const ReplayOutcome = z.object({
  problem: Words.nullable(),
  terms: z.array(
    z.object({
      list: TermList,
      value: z.string(),
      term: z.string(),
      slang: z.boolean(),
      before: z.number().int(),
      after: z.number().int(),
    }),
  ),
  facts: z.array(z.object({ list: z.string(), value: z.string(), change: z.enum(["gained", "lost"]) })),
  clues: z.array(z.object({ track: z.string(), field: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
});
export type ReplayOutcome = z.infer<typeof ReplayOutcome>;
export const ReplayDocument = z.object({
  documentId: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  name: z.string(),
  outcome: ReplayOutcome,
});
export const ReplayDetail = z.object({
  replay: Replay,
  /** documents that change or could not be read, of cases whose rows the reader sees; 200 at most */
  documents: z.array(ReplayDocument),
  visible: z.number().int(),
});
export type ReplayDetail = z.infer<typeof ReplayDetail>;

export const OfficeLexicon = z.object({
  officeCode: z.string(),
  shipped: z.string(),
  /** the last event: what a change is made against */
  revision: z.number().int(),
  version: z.number().int(),
  /** what the entries of each axis stand for, as it ships */
  notes: z.partialRecord(LexiconAxis, Words),
  terms: z.array(OfficeTerm),
  /** values a term may stand for */
  values: z.array(OfficeValue),
  draft: z.array(DraftChange),
  contributors: z.array(Contributor),
  /** 可以发布的人 of the office, while there is a draft: those who have a role for it and no part in the draft; 100 at most */
  publishers: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  versions: z.array(LexiconVersion),
  /** documents of the reader's cases that were read: with counts, and before terms were counted */
  counted: z.object({ documents: z.number().int(), uncounted: z.number().int(), since: z.iso.datetime().nullable() }),
  replay: Replay.nullable(),
  can: z.object({ propose: z.boolean(), publish: z.boolean(), whyNot: Words.nullable() }),
});
export type OfficeLexicon = z.infer<typeof OfficeLexicon>;

const reason = z.string().trim().min(2).max(400);
const change = { requestId: RequestId, expectedRevision: z.number().int().min(0) };
export const ProposeChangeRequest = z.object({ ...change, change: TermChange, reason });
export type ProposeChangeRequest = z.infer<typeof ProposeChangeRequest>;
export const WithdrawChangeRequest = z.object({ ...change, proposal: z.number().int().min(1) });
export type WithdrawChangeRequest = z.infer<typeof WithdrawChangeRequest>;
export const PublishDraftRequest = z.object({ ...change, note: z.string().trim().max(400).default("") });
export type PublishDraftRequest = z.infer<typeof PublishDraftRequest>;
export const RollBackRequest = z.object({ ...change, to: z.number().int().min(0), reason });
export type RollBackRequest = z.infer<typeof RollBackRequest>;
export const RequestReplayRequest = z.object({ ...change, newest: z.number().int().min(1).max(MOST_REPLAYED).default(200) });
export type RequestReplayRequest = z.infer<typeof RequestReplayRequest>;
export const CancelReplayRequest = z.object({ requestId: RequestId, replayId: z.uuid() });
export type CancelReplayRequest = z.infer<typeof CancelReplayRequest>;
/** What a change answers: how far the lexicon is now. */
export const LexiconChanged = z.object({ revision: z.number().int(), version: z.number().int() });
export type LexiconChanged = z.infer<typeof LexiconChanged>;
export const ReplayQuery = z.object({ replayId: z.uuid() });
export const LexiconFileQuery = z.object({ version: z.coerce.number().int().min(0).optional() });
