import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";

const Words = z.object({ zh: z.string(), en: z.string() });
const Document = z.string().trim().min(1).max(200);
const Reason = z.string().trim().min(1).max(400);

/** 强制措施 what holds or binds a suspect. */
export const MeasureKind = z.enum(["detention", "arrest", "bail", "residential-surveillance"]);
export type MeasureKind = z.infer<typeof MeasureKind>;

/** A measure on one suspect: since when, by which document, where; until when and how it ended. Days are plain dates, both included. */
export const MeasureState = z.object({
  /** the party of the case whom it holds */
  partyId: z.uuid(),
  kind: MeasureKind,
  from: z.iso.date(),
  document: Document,
  /** the detention house, the place of surveillance, the organ that executes bail */
  place: z.string().trim().max(120).nullable().default(null),
  /** the day it ended; null: in force */
  until: z.iso.date().nullable().default(null),
  ended: z
    .object({ how: z.enum(["released", "changed", "lifted"]), document: Document })
    .nullable()
    .default(null),
  /** recorded by mistake: it never was */
  isVoid: z.boolean().default(false),
});
export type MeasureState = z.infer<typeof MeasureState>;

/** What may be done to a record. `correct` and `void` say why; the versions before stay. */
export const MeasureChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("end"), until: z.iso.date(), how: z.enum(["released", "changed", "lifted"]), document: Document }),
  z.object({
    type: z.literal("correct"),
    ...MeasureState.pick({ partyId: true, kind: true, from: true, document: true }).shape,
    place: z.string().trim().max(120).nullable(),
    until: z.iso.date().nullable(),
    reason: Reason,
  }),
  z.object({ type: z.literal("void"), reason: Reason }),
]);
export type MeasureChange = z.infer<typeof MeasureChange>;

export const Measure = z.object({
  id: z.uuid(),
  version: z.number().int(),
  state: MeasureState,
  /** name of the suspect; null: no party of the case any more */
  person: z.string().nullable(),
  inForce: z.boolean(),
  /** the last day on which it can be in force by its own limit (detention, bail, surveillance); null: by a clock of the case */
  limit: z.iso.date().nullable(),
  reason: z.string().nullable(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type Measure = z.infer<typeof Measure>;
export const MeasureList = z.object({ items: z.array(Measure), today: z.iso.date() });
export type MeasureList = z.infer<typeof MeasureList>;

/** What does not agree between the records of measures and the clocks of a case. */
export const EntryKind = z.enum([
  "clock-without-measure",
  "ended-while-clock-runs",
  "clock-says-free",
  "measure-without-clock",
  "limit-passed",
  "limit-near",
  "two-at-once",
  "person-unknown",
]);
export type EntryKind = z.infer<typeof EntryKind>;

/** 核对项 one disagreement: why, by which rule, what to do. */
export const CustodyEntry = z.object({
  /** the same disagreement has the same key tomorrow */
  key: z.string(),
  kind: EntryKind,
  caseId: z.uuid(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  person: z.string().nullable(),
  /** the day that matters: the end that passed or comes, the day from which two run at once */
  day: z.iso.date().nullable(),
  daysLeft: z.number().int().nullable(),
  why: Words,
  next: Words,
  cite: z.array(z.string()),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** 签署 of a day's list, as it was then. */
export const CustodySignOff = z.object({
  day: z.iso.date(),
  number: z.number().int(),
  hash: Hash,
  inForce: z.number().int(),
  entries: z.array(z.object({ key: z.string(), kind: EntryKind, caseNumber: z.string(), explanation: z.string() })),
  signedBy: z.string(),
  signedAt: z.iso.datetime(),
});
export type CustodySignOff = z.infer<typeof CustodySignOff>;

/** 在押核对 of a day. `office`: the whole list, which may be signed off; `mine`: of the cases the reader sees. */
export const CustodyDay = z.object({
  today: z.iso.date(),
  scope: z.enum(["office", "mine"]),
  /** measures in force that were held against the clocks */
  inForce: z.number().int(),
  entries: z.array(CustodyEntry.extend({ explainedBefore: z.string().nullable() })),
  hash: Hash,
  /** the newest first; a day that is not among them was not signed off */
  signOffs: z.array(CustodySignOff),
});
export type CustodyDay = z.infer<typeof CustodyDay>;

export const RecordMeasureRequest = z.object({
  requestId: RequestId,
  state: MeasureState.pick({ partyId: true, kind: true, from: true, document: true, place: true }),
});
export type RecordMeasureRequest = z.infer<typeof RecordMeasureRequest>;
export const ChangeMeasureRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), change: MeasureChange });
export type ChangeMeasureRequest = z.infer<typeof ChangeMeasureRequest>;
export const SignOffRequest = z.object({
  requestId: RequestId,
  day: z.iso.date(),
  /** of the list as it was shown: who signs signs what they saw */
  hash: Hash,
  explanations: z.record(z.string().max(200), z.string().trim().max(400)),
});
export type SignOffRequest = z.infer<typeof SignOffRequest>;
export const MeasureIdParams = z.object({ measureId: z.uuid() });
