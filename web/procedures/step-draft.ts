import { z } from "zod";
import type { StepField } from "#procedures/procedure-table.contract.ts";
import type { FieldValues } from "#procedures/procedures.contract.ts";

/** What is typed of a step before it is sent: texts as typed, yes-no as answered, null where nobody answered. */
export const StepDraft = z.object({
  on: z.string(),
  note: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
});
export type StepDraft = z.infer<typeof StepDraft>;

export type FieldProblem = "fieldMissing" | "fieldUnanswered" | "numberWrong" | "officeWrong";

/** The draft of a step as it was recorded, or empty. A kept draft with fields that the table has no more loses them. */
export function beginDraft(fields: readonly StepField[], on: string, values: FieldValues = {}): StepDraft {
  const kept = fields.map(({ id, kind }) => {
    const value = values[id] ?? null;
    return [id, typeof value === "number" ? String(value) : kind === "yes-no" ? value : (value ?? "")] as const;
  });
  return { on, note: "", fields: Object.fromEntries(kept) };
}

/** The values to send, and what is wrong with which field; the server asks the same again, by the same table. */
export function readDraft(fields: readonly StepField[], { fields: typed }: StepDraft) {
  const values: FieldValues = {};
  const problems = new Map<string, FieldProblem>();
  for (const { id, kind, required } of fields) {
    const answer = typed[id] ?? null;
    if (kind === "yes-no") {
      values[id] = typeof answer === "boolean" ? answer : null;
      if (required && typeof answer !== "boolean") problems.set(id, "fieldUnanswered");
      continue;
    }
    const text = typeof answer === "string" ? answer.trim() : "";
    values[id] = text === "" ? null : kind === "number" && NUMBER.test(text) ? Number(text) : text;
    if (text === "") {
      if (required) problems.set(id, "fieldMissing");
    } else if (kind === "number" && !NUMBER.test(text)) problems.set(id, "numberWrong");
    else if (kind === "office" && !OFFICE.test(text)) problems.set(id, "officeWrong");
  }
  return { values, problems };
}

const NUMBER = /^\d{1,9}(\.\d{1,4})?$/;
const OFFICE = /^\d{6}$/;
