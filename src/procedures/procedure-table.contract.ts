import { z } from "zod";
import { MemberRole, Stage } from "#cases/cases.contract.ts";
import { Role } from "#offices/offices.contract.ts";

/** Shapes of the tables of allowed steps (`tables/*.yaml`): the only source for server, command line and screens of what may be done next. */
export const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id such as return-for-supplement");
const rule = z.string().regex(/^[A-Z0-9-]+$/, "an id of a period rule such as CR-PROS-1M");

/** 程序种类 */
export const ProcedureKind = z.enum([
  "criminal",
  "incidental-civil-pil",
  "civil-pil",
  "administrative-pil",
  "supervision",
  "recommendation",
  "juvenile",
]);
export type ProcedureKind = z.infer<typeof ProcedureKind>;

/** 填写项 what a step asks for. A mandatory field says why the law wants it. */
export const StepField = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: Words,
  kind: z.enum(["text", "day", "yes-no", "number", "choice", "office"]),
  required: z.boolean().default(false),
  because: Words.optional(),
  /** what a person may take the words over from; they confirm them by taking the step */
  prefill: z.literal("supplementary-outline").optional(),
  choices: z
    .array(z.strictObject({ value: id, name: Words }))
    .min(1)
    .optional(),
});
export type StepField = z.infer<typeof StepField>;

const needed = { cite: z.string().min(1), sentence: Words };
/** 条件 what must hold before a step, with the sentence that is said when it does not. */
export const StepNeed = z.discriminatedUnion("kind", [
  /** the step was taken fewer than `times` times in this procedure and those it continues */
  z.strictObject({ kind: z.literal("fewer-than"), step: id, times: z.number().int().positive(), ...needed }),
  /** one of the steps was taken; `sinceLast`: after the last time that step was taken */
  z.strictObject({ kind: z.literal("taken"), anyOf: z.array(id).min(1), sinceLast: id.optional(), ...needed }),
  z.strictObject({ kind: z.literal("not-taken"), steps: z.array(id).min(1), sinceLast: id.optional(), ...needed }),
  /** a field of this step has the value */
  z.strictObject({ kind: z.literal("field-is"), field: z.string(), value: z.union([z.boolean(), z.string()]), ...needed }),
  z.strictObject({ kind: z.literal("field-at-least"), field: z.string(), atLeast: z.number().positive(), ...needed }),
  /** the last clock of the rule has ended before the day of this step */
  z.strictObject({ kind: z.literal("clock-over"), rule, ...needed }),
  /** the last clock of the rule still runs on the day of this step */
  z.strictObject({ kind: z.literal("clock-running"), rule, ...needed }),
]);
export type StepNeed = z.infer<typeof StepNeed>;

const Answer = z.strictObject({ field: z.string(), is: z.union([z.boolean(), z.string()]) });
/** 起算 a clock that a step starts from its day, or from the day of one of its fields. */
export const StepClock = z.strictObject({
  rule,
  when: Answer.optional(),
  from: z.string().optional(),
  /** field that says whether the suspect is in custody */
  detained: z.string().optional(),
  urgent: z.string().optional(),
  ruling: z.string().optional(),
});
export type StepClock = z.infer<typeof StepClock>;

/** 一步 an act of procedure. */
export const Step = z.strictObject({
  id,
  name: Words,
  meaning: Words,
  from: z.array(id).min(1),
  /** the state afterwards; null: it stays */
  to: id.nullable(),
  /** who takes it: parts in the procedure or the case, and roles in the procedure's office */
  by: z.strictObject({ members: z.array(z.union([MemberRole, z.literal("handler")])), office: z.array(Role) }),
  /** who decides it in law */
  decidedBy: z.enum(["handler", "chief-procurator", "superior", "court", "other-organ"]),
  fields: z.array(StepField).default([]),
  needs: z.array(StepNeed).default([]),
  starts: z.array(StepClock).default([]),
  ends: z.array(rule).default([]),
  /** kinds of document (文书) that the step makes */
  documents: z.array(id).default([]),
  cite: z.array(z.string().min(1)).min(1),
  unconfirmed: z.literal(true).optional(),
});
export type Step = z.infer<typeof Step>;

export const ProcedureTable = z.strictObject({
  kind: ProcedureKind,
  name: Words,
  /** standard of proof and who decides, in our own words */
  standard: Words,
  initial: id,
  states: z.array(z.strictObject({ id, name: Words, final: z.boolean().default(false), stage: Stage.optional() })).min(2),
  steps: z.array(Step).min(1),
});
export type ProcedureTable = z.infer<typeof ProcedureTable>;
/** A file of `tables/`: the table, and the files of `tables/shared/` whose steps it takes over. */
export const TableFile = ProcedureTable.extend({ include: z.array(z.string().regex(/^[a-z-]+$/)).default([]) });
export type ProcedureTables = ReadonlyMap<ProcedureKind, ProcedureTable>;
