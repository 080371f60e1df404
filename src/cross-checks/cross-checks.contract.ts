import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { ClueStatus } from "#clues/clues.contract.ts";
import { OfficeLevel } from "#offices/offices.contract.ts";

/** 线索串并 shapes of requests and answers: what two clues share is told by kind and number, never by value. */
const Words = z.object({ zh: z.string(), en: z.string() });
const Reason = z.string().trim().min(1).max(1000);

export const TraitKind = z.enum([
  "document-text",
  "case-number",
  "unit-code",
  "unit-name",
  "domain",
  "group",
  "wallet",
  "resident-id",
  "mobile",
  "account",
  "bank-card",
]);
export type TraitKind = z.infer<typeof TraitKind>;
/** How many values of a kind. */
export const TraitCount = z.object({ kind: TraitKind, many: z.number().int().min(1) });
export type TraitCount = z.infer<typeof TraitCount>;

/** 联系的目的 why an office asks another one to talk; a code, since words of its own could tell who it is. */
export const ContactPurpose = z.enum(["joinder", "jurisdiction", "same-harm", "no-double-work"]);
export type ContactPurpose = z.infer<typeof ContactPurpose>;
/** 不同意联系的理由 */
export const ContactRefusal = z.enum(["not-related", "secrecy", "superior-decides", "in-contact", "other"]);
export type ContactRefusal = z.infer<typeof ContactRefusal>;
export const ContactSide = z.enum(["asking", "answering"]);
export type ContactSide = z.infer<typeof ContactSide>;
export const ContactStatus = z.enum(["asked", "agreed", "declined", "withdrawn", "ended", "expired"]);
export type ContactStatus = z.infer<typeof ContactStatus>;

/** What is recorded where both sides see it from the beginning: nothing that tells who the other is. */
export const ContactEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("asked"),
    purpose: ContactPurpose,
    traits: z.array(TraitCount).min(1),
    level: OfficeLevel,
    until: z.iso.date(),
  }),
  z.object({ type: z.literal("agreed"), until: z.iso.date() }),
  z.object({ type: z.literal("declined"), code: ContactRefusal }),
  z.object({ type: z.literal("withdrawn") }),
  z.object({ type: z.literal("ended") }),
]);
export type ContactEvent = z.infer<typeof ContactEvent>;

/** 公开的内容 what one side shows the other once both have agreed. */
export const Disclosure = z.object({
  /** the colleague of the same office to talk to */
  contactId: z.uuid(),
  phone: z.string().trim().max(40).default(""),
  title: z.boolean().default(false),
  caseNumber: z.boolean().default(false),
  summary: z.string().trim().max(1000).default(""),
});
export type Disclosure = z.infer<typeof Disclosure>;
/** As it is kept: the words of that moment; what the clue says later does not come along. */
export const Disclosed = z.object({
  office: Words,
  contact: z.string(),
  phone: z.string(),
  title: z.string().nullable(),
  caseNumber: z.string().nullable(),
  summary: z.string(),
});
export type Disclosed = z.infer<typeof Disclosed>;
/** Who did it and why: of one's own side always, of the other only while both agree. */
export const ContactWords = z.object({ reason: z.string(), disclosed: Disclosed.nullable() });
export type ContactWords = z.infer<typeof ContactWords>;

export const AskContactRequest = z.object({
  requestId: RequestId,
  hit: z.uuid(),
  purpose: ContactPurpose,
  reason: Reason,
  until: z.iso.date(),
  disclosure: Disclosure,
});
export type AskContactRequest = z.infer<typeof AskContactRequest>;
export const ContactAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("agree"), reason: Reason, until: z.iso.date(), disclosure: Disclosure }),
  z.object({ type: z.literal("decline"), code: ContactRefusal, reason: Reason }),
  z.object({ type: z.literal("withdraw"), reason: Reason }),
  z.object({ type: z.literal("end"), reason: Reason }),
]);
export type ContactAction = z.infer<typeof ContactAction>;
export type ContactActionType = ContactAction["type"];
export const ActOnContactRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), action: ContactAction });
export type ActOnContactRequest = z.infer<typeof ActOnContactRequest>;

export const ContactSummary = z.object({
  id: z.uuid(),
  side: ContactSide,
  status: ContactStatus,
  purpose: ContactPurpose,
  traits: z.array(TraitCount),
  /** of the office that asks: all the other side learns of it before it agrees */
  askingLevel: OfficeLevel,
  until: z.iso.date(),
  askedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** one's own clue; null when one may not see it any more */
  clue: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** the other office, once both have agreed */
  other: Words.nullable(),
});
export type ContactSummary = z.infer<typeof ContactSummary>;
export const Contact = ContactSummary.extend({
  version: z.number().int(),
  /** what this side shows, and what the other shows while both agree */
  shown: Disclosed.nullable(),
  received: Disclosed.nullable(),
  history: z.array(
    z.object({
      version: z.number().int(),
      at: z.iso.datetime(),
      side: ContactSide,
      by: z.string().nullable(),
      sentence: Words,
      reason: z.string().nullable(),
    }),
  ),
  can: z.array(z.enum(["agree", "decline", "withdraw", "end"])),
});
export type Contact = z.infer<typeof Contact>;
export const FindContactsQuery = z.object({ side: ContactSide.optional(), size: z.coerce.number().int().min(1).max(200).default(100) });
export type FindContactsQuery = z.infer<typeof FindContactsQuery>;
export const ContactIdParams = z.object({ contactId: z.uuid() });

/** 命中 a clue of another office that shares values; the id means something only together with one's own clue. */
export const Hit = z.object({
  id: z.uuid(),
  strength: z.enum(["some", "much"]),
  traits: z.array(TraitCount),
  contact: z.object({ id: z.uuid(), status: ContactStatus }).nullable(),
});
export type Hit = z.infer<typeof Hit>;
export const CrossCheck = z.object({
  /** what was compared, by kind; `waiting`: the worker has not come to it yet */
  compared: z.object({ waiting: z.boolean(), traits: z.array(TraitCount), left: z.number().int() }),
  /** whether it takes part across offices: a clue that is in the queue, on hold or accepted */
  live: z.boolean(),
  hits: z.array(Hit),
  /** clues one may see anyway, with what they share */
  duplicates: z.array(z.object({ id: z.uuid(), title: z.string(), status: ClueStatus, traits: z.array(TraitCount) })),
  mayAsk: z.boolean(),
});
export type CrossCheck = z.infer<typeof CrossCheck>;

export const FindHitsQuery = z.object({ size: z.coerce.number().int().min(1).max(500).default(200) });
export const HitList = z.object({
  items: z.array(Hit.extend({ clue: z.object({ id: z.uuid(), title: z.string(), status: ClueStatus }) })),
  /** how many clues, the last changed first, were looked at, and of how many */
  looked: z.number().int(),
  of: z.number().int(),
});
export type HitList = z.infer<typeof HitList>;
export const ContactList = z.object({ items: z.array(ContactSummary) });
export type ContactList = z.infer<typeof ContactList>;
