import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Clock, TransferGround, TransferLeg } from "#transfers/transfer-clocks.contract.ts";

/** 线索移送 shapes of requests and answers. */
const Words = z.object({ zh: z.string(), en: z.string() });
const OfficeCode = z.string().regex(/^\d{6}$/);
const Reason = z.string().trim().min(1).max(1000);

export const TransferStatus = z.enum([
  "handed",
  "registered",
  "forwarded",
  "received",
  "reported",
  "accepted",
  "declined",
  "closed",
  "withdrawn",
]);
export type TransferStatus = z.infer<typeof TransferStatus>;
export const TransferKind = z.enum(["department", "procuratorate", "outside"]);
export type TransferKind = z.infer<typeof TransferKind>;
/** 受移送部门 departments that handle clues. */
export const TransferDepartment = z.enum(["criminal", "pil", "juvenile"]);
export type TransferDepartment = z.infer<typeof TransferDepartment>;

/** Where a clue is handed: another department of the office, another procuratorate, or an organ outside (its receipts are recorded by hand). */
export const TransferTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("department"), department: TransferDepartment }),
  z.object({ kind: z.literal("procuratorate"), officeCode: OfficeCode }),
  z.object({ kind: z.literal("outside"), organ: z.enum(["police", "administrative"]), name: z.string().trim().min(1).max(80) }),
]);
export type TransferTarget = z.infer<typeof TransferTarget>;

/** 移送表 what goes with the clue. Evidence is named and referred to, never copied. */
export const TransferForm = z.object({
  ground: TransferGround,
  foundOn: z.iso.date(),
  basis: Reason,
  content: z.string().trim().min(1).max(4000),
  evidence: z.array(z.object({ name: z.string().trim().min(1).max(200), evidenceId: z.uuid().nullable().default(null) })).max(60),
  opinion: Reason,
});
export type TransferForm = z.infer<typeof TransferForm>;

/** 不接收的理由 reason codes; `other` needs words. */
export const DeclineReason = z.enum([
  "other-department",
  "not-checkable",
  "already-handled",
  "duplicate",
  "no-public-interest",
  "incomplete",
  "other",
]);
export type DeclineReason = z.infer<typeof DeclineReason>;
/** 办理结果 */
export const TransferOutcome = z.enum(["filed", "merged", "not-filed", "under-way", "other"]);
export type TransferOutcome = z.infer<typeof TransferOutcome>;

const on = z.iso.date();
const next = Clock.nullable();
/** What is recorded of a transfer; the state is the fold of these. `next` is the clock of the leg that begins. */
export const TransferEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("handed-over"),
    clueId: z.uuid(),
    title: z.string(),
    target: TransferTarget,
    /** to another procuratorate: one of the same level, or the next higher one */
    direction: z.enum(["sideways", "upward"]).nullable(),
    from: z.object({ office: OfficeCode, department: z.string() }),
    form: TransferForm,
    documentId: z.uuid().nullable(),
    on,
    next,
  }),
  z.object({ type: z.literal("registered"), number: z.string(), on, next }),
  z.object({ type: z.literal("forwarded"), on, next }),
  z.object({ type: z.literal("received"), on, receiver: z.string(), receipt: z.string(), next }),
  /** receipt and acceptance in one, by a signed file of an installation that is not connected */
  z.object({ type: z.literal("taken-by-bundle"), on, receiver: z.string(), receipt: z.string(), next }),
  z.object({ type: z.literal("accepted"), on, note: z.string(), next }),
  z.object({ type: z.literal("declined"), on, code: DeclineReason, reason: z.string() }),
  z.object({ type: z.literal("reported-up"), on, superior: OfficeCode, reason: z.string(), next }),
  z.object({ type: z.literal("settled"), on, officeCode: OfficeCode, reason: z.string(), next }),
  z.object({ type: z.literal("fed-back"), on, outcome: TransferOutcome, words: z.string() }),
  z.object({ type: z.literal("withdrawn"), on, reason: z.string() }),
]);
export type TransferEvent = z.infer<typeof TransferEvent>;

export const TransferAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("register") }),
  z.object({ type: z.literal("forward") }),
  z.object({ type: z.literal("receive"), on, receiver: z.string().trim().min(1).max(60), receipt: z.string().trim().max(200).default("") }),
  z.object({ type: z.literal("accept"), note: z.string().trim().max(1000).default("") }),
  z.object({ type: z.literal("decline"), code: DeclineReason, reason: z.string().trim().max(1000).default("") }),
  z.object({ type: z.literal("report-up"), reason: Reason }),
  /** of the superior: the office that handles it from now on */
  z.object({ type: z.literal("settle"), officeCode: OfficeCode, reason: Reason }),
  z.object({ type: z.literal("feed-back"), outcome: TransferOutcome, words: Reason }),
  z.object({ type: z.literal("withdraw"), reason: Reason }),
]);
export type TransferAction = z.infer<typeof TransferAction>;
export type TransferActionType = TransferAction["type"];

export const HandOverRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(1),
  target: TransferTarget,
  form: TransferForm,
});
export type HandOverRequest = z.infer<typeof HandOverRequest>;
export const ActOnTransferRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), action: TransferAction });
export type ActOnTransferRequest = z.infer<typeof ActOnTransferRequest>;

const Place = z.object({
  office: z.object({ code: z.string(), name: Words }).nullable(),
  department: z.string().nullable(),
  organ: z.string().nullable(),
});
export const TransferSummary = z.object({
  id: z.uuid(),
  clueId: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  kind: TransferKind,
  direction: z.enum(["sideways", "upward"]).nullable(),
  from: Place,
  to: Place,
  status: TransferStatus,
  leg: TransferLeg.nullable(),
  due: z.iso.date().nullable(),
  overdue: z.boolean(),
  sentAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type TransferSummary = z.infer<typeof TransferSummary>;
export const FindTransfersQuery = z.object({
  /** what my office handed over, what came to it, or what lies in one clue */
  side: z.enum(["out", "in"]).optional(),
  clueId: z.uuid().optional(),
  open: z.enum(["true", "false"]).optional(),
  overdue: z.enum(["true"]).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(100),
});
export type FindTransfersQuery = z.infer<typeof FindTransfersQuery>;
export const TransferList = z.object({
  items: z.array(TransferSummary),
  total: z.number().int(),
  counts: z.record(TransferStatus, z.number().int()),
  overdue: z.number().int(),
});
export type TransferList = z.infer<typeof TransferList>;

/** A leg that is done or runs; `endedOn` null: it runs. */
export const LegTaken = Clock.extend({ endedOn: z.iso.date().nullable(), late: z.boolean() });
export type LegTaken = z.infer<typeof LegTaken>;
export const Transfer = TransferSummary.extend({
  version: z.number().int(),
  form: TransferForm,
  documentId: z.uuid().nullable(),
  legs: z.array(LegTaken),
  receipt: z.object({ on, receiver: z.string(), receipt: z.string() }).nullable(),
  history: z.array(z.object({ version: z.number().int(), at: z.iso.datetime(), by: z.string(), sentence: Words })),
  can: z.array(z.enum(["register", "forward", "receive", "accept", "decline", "report-up", "settle", "feed-back", "withdraw"])),
});
export type Transfer = z.infer<typeof Transfer>;
export const TransferIdParams = z.object({ transferId: z.uuid() });
