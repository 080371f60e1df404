import { z } from "zod";
import { MemberRole, Party, Stage } from "#cases/cases.contract.ts";

/**
 * 案件事件 what is recorded of a case, one event a version. Stored JSON: a type may gain optional fields, never lose or rename
 * one. The first event of a case is `opened`, and no later one is.
 */
export const CaseEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("opened"),
    number: z.string(),
    title: z.string(),
    offence: z.literal("infringing-personal-information"),
    stage: Stage,
    officeCode: z.string(),
    acceptedOn: z.iso.date(),
    /** the prosecutor who opened it and so answers for it; null = a case manager or leader did */
    owner: z.uuid().nullable(),
  }),
  z.object({ type: z.literal("renamed"), title: z.string() }),
  z.object({ type: z.literal("stage-moved"), from: Stage, to: Stage, on: z.iso.date(), reason: z.string().nullable() }),
  z.object({ type: z.literal("party-added"), party: Party }),
  z.object({ type: z.literal("party-corrected"), party: Party, reason: z.string() }),
  z.object({ type: z.literal("party-removed"), partyId: z.uuid(), reason: z.string() }),
  z.object({ type: z.literal("member-added"), personId: z.uuid(), role: MemberRole, from: z.iso.date(), until: z.iso.date().nullable() }),
  z.object({ type: z.literal("membership-ended"), personId: z.uuid(), until: z.iso.date(), reason: z.string() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
