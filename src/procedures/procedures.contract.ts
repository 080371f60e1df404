import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Role } from "#offices/offices.contract.ts";
import { ProcedureKind, Step, Words } from "#procedures/procedure-table.contract.ts";

/** 办案程序 shapes of requests and answers. */
/** A field holds a whole outline (补充侦查提纲), hence its length. */
export const FieldValue = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
export const FieldValues = z.record(z.string().max(60), FieldValue);
export type FieldValues = z.infer<typeof FieldValues>;

/** What is recorded of a procedure; the state is the fold of these. */
export const ProcedureEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("opened"),
    kind: ProcedureKind,
    caseId: z.uuid(),
    officeCode: z.string().regex(/^\d{6}$/),
    handler: z.uuid(),
    title: z.string(),
    number: z.string().nullable(),
    state: z.string(),
    on: z.iso.date(),
    /** what a procedure continues (another office took it over): its steps count towards the maximum numbers */
    continues: z.record(z.string(), z.number().int()).default({}),
  }),
  z.object({
    type: z.literal("step-taken"),
    step: z.string(),
    on: z.iso.date(),
    to: z.string(),
    fields: FieldValues,
    note: z.string().nullable(),
  }),
  z.object({
    type: z.literal("step-corrected"),
    /** number of the step, from 1 in the order they were taken */
    step: z.number().int().positive(),
    on: z.iso.date(),
    fields: FieldValues,
    reason: z.string(),
  }),
  z.object({ type: z.literal("handler-changed"), handler: z.uuid(), reason: z.string() }),
]);
export type ProcedureEvent = z.infer<typeof ProcedureEvent>;

export const OpenProcedureRequest = z.object({
  requestId: RequestId,
  kind: ProcedureKind,
  title: z.string().trim().min(1).max(120),
  number: z.string().trim().min(1).max(60).nullable().default(null),
  officeCode: z.string().regex(/^\d{6}$/),
  handler: z.uuid(),
  on: z.iso.date(),
  continues: z.record(z.string().max(60), z.number().int().min(0).max(9)).default({}),
});
export type OpenProcedureRequest = z.infer<typeof OpenProcedureRequest>;

export const ActOnProcedureRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(1),
  action: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("take-step"),
      step: z.string().max(60),
      on: z.iso.date(),
      fields: FieldValues.default({}),
      note: z.string().trim().max(2000).nullable().default(null),
      /** said by a person who read which clocks still run */
      closeWithOpenClocks: z.boolean().default(false),
    }),
    z.object({
      type: z.literal("correct-step"),
      step: z.number().int().min(1),
      on: z.iso.date(),
      fields: FieldValues.default({}),
      reason: z.string().trim().min(1).max(400),
    }),
    z.object({ type: z.literal("change-handler"), handler: z.uuid(), reason: z.string().trim().min(1).max(400) }),
  ]),
});
export type ActOnProcedureRequest = z.infer<typeof ActOnProcedureRequest>;
export type ProcedureAction = ActOnProcedureRequest["action"];

/** A step as it was taken. */
export const TakenStep = z.object({
  number: z.number().int(),
  step: z.string(),
  name: Words,
  on: z.iso.date(),
  fields: FieldValues,
  /** what the table asks of this step: names for the answers, questions for a correction */
  asks: Step.shape.fields,
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  corrected: z.object({ from: z.iso.date(), reason: z.string() }).nullable(),
  clocks: z.array(z.object({ rule: z.string(), deadlineId: z.uuid() })),
});
export type TakenStep = z.infer<typeof TakenStep>;

/** A step that may come next; `open` are the conditions that do not hold, as sentences: with any of them it is refused. */
export const NextStep = Step.pick({
  id: true,
  name: true,
  meaning: true,
  to: true,
  decidedBy: true,
  fields: true,
  documents: true,
  cite: true,
}).extend({
  unconfirmed: z.boolean(),
  open: z.array(z.object({ sentence: Words, cite: z.string() })),
  /** whether this reader may take it, and who may */
  may: z.boolean(),
  by: Words,
});
export type NextStep = z.infer<typeof NextStep>;

export const Procedure = z.object({
  id: z.uuid(),
  version: z.number().int(),
  caseId: z.uuid(),
  kind: ProcedureKind,
  kindName: Words,
  standard: Words,
  title: z.string(),
  number: z.string().nullable(),
  office: z.object({ code: z.string(), name: Words }),
  handler: z.object({ id: z.uuid(), name: z.string() }),
  state: z.object({ id: z.string(), name: Words, final: z.boolean() }),
  since: z.iso.date(),
  openedOn: z.iso.date(),
  steps: z.array(TakenStep),
  next: z.array(NextStep),
  /** whether this reader may correct its steps, and give it another handler */
  can: z.object({ correct: z.boolean(), hand: z.boolean() }),
});
export type Procedure = z.infer<typeof Procedure>;
/** A kind of procedure, and whether this reader may open one of it on the case. */
export const OpenableKind = z.object({ kind: ProcedureKind, name: Words, standard: Words, handlerRole: Role, may: z.boolean() });
export const ProcedureList = z.object({ items: z.array(Procedure), kinds: z.array(OpenableKind), today: z.iso.date() });
export type ProcedureList = z.infer<typeof ProcedureList>;

export const ProcedureSummary = Procedure.pick({
  id: true,
  caseId: true,
  kind: true,
  kindName: true,
  title: true,
  number: true,
  office: true,
  handler: true,
  state: true,
  since: true,
}).extend({ open: z.boolean() });
export const ProcedureSummaryList = z.object({ items: z.array(ProcedureSummary), total: z.number().int() });
export type ProcedureSummaryList = z.infer<typeof ProcedureSummaryList>;
export const FindProceduresQuery = z.object({
  kind: ProcedureKind.optional(),
  state: z.string().max(60).optional(),
  open: z.enum(["true", "false"]).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export const ProcedureIdParams = z.object({ procedureId: z.uuid() });
