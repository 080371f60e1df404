import { z } from "zod";
import { Done, Line, PartId, Reason } from "#remedies/record.contract.ts";

/** 合规整改方案 of a unit: tasks with their tests, who watches over it, until when. */
export const ComplianceTask = z.object({ id: PartId, title: Line, test: Reason, until: z.iso.date() });
export const ComplianceContent = z
  .object({
    unit: Line,
    /** third-party monitor; null: none yet */
    monitor: Line.nullable(),
    from: z.iso.date(),
    until: z.iso.date(),
    tasks: z.array(ComplianceTask).min(1).max(60),
  })
  .refine(({ tasks }) => new Set(tasks.map(({ id }) => id)).size === tasks.length, { error: "编号不得重复 / ids must differ" })
  .refine(({ from, until, tasks }) => until >= from && tasks.every((task) => task.until >= from && task.until <= until), {
    error: "各项任务的日期在方案期间之内 / tasks end within the plan",
  });
export type ComplianceContent = z.infer<typeof ComplianceContent>;

export const ComplianceAction = z.discriminatedUnion("type", [
  /** tasks that are accepted stay as they are */
  z.object({ type: z.literal("revise"), content: ComplianceContent, reason: Reason }),
  z.object({ type: z.literal("report"), task: PartId, on: z.iso.date(), document: Line, evidenceId: z.uuid().nullable() }),
  z.object({ type: z.literal("accept-task"), task: PartId, note: Reason }),
  z.object({ type: z.literal("return-task"), task: PartId, reason: Reason }),
  z.object({ type: z.literal("hear"), on: z.iso.date(), attendees: Reason, opinion: Reason, document: Line }),
  z.object({ type: z.literal("conclude"), passed: z.boolean(), reason: Reason }),
]);
export type ComplianceAction = z.infer<typeof ComplianceAction>;
export const ComplianceEvent = z.union([z.object({ type: z.literal("begin"), content: ComplianceContent }), ComplianceAction]);
export type ComplianceEvent = z.infer<typeof ComplianceEvent>;

export const ComplianceState = z.object({
  content: ComplianceContent,
  status: z.enum(["running", "passed", "failed"]),
  tasks: z.array(
    ComplianceTask.extend({
      status: z.enum(["open", "reported", "returned", "accepted"]),
      reports: z.array(Done.extend({ on: z.iso.date(), document: z.string(), evidenceId: z.uuid().nullable() })),
      verdict: Done.extend({ reason: z.string() }).nullable(),
      overdue: z.boolean(),
    }),
  ),
  hearings: z.array(Done.extend({ on: z.iso.date(), attendees: z.string(), opinion: z.string(), document: z.string() })),
  concluded: Done.extend({ passed: z.boolean(), reason: z.string() }).nullable(),
});
export type ComplianceState = z.infer<typeof ComplianceState>;
