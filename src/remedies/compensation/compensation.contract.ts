import { z } from "zod";
import { Done, Fen, Line, Money, Reason, Words } from "#remedies/record.contract.ts";

/** 保管人 who holds the money: a kind of the books (by local rule) and its name. */
export const Account = z.object({ kind: z.string().max(40), name: Line });
export type Account = z.infer<typeof Account>;
export const Instalment = z.object({ on: z.iso.date(), amount: Fen });
const Instalments = z.array(Instalment).min(1).max(120);

/** 赔偿款 what is owed by which instrument, when, to whom. The instalments come to the whole. */
export const CompensationContent = z.object({
  title: Line,
  debtor: Line,
  /** judgment, mediation, agreement: its name and number */
  instrument: Line,
  due: Fen,
  instalments: Instalments,
  payee: Line,
  /** 地方规定 who keeps and spends the money is not settled by national law; null: not named */
  localRule: Line.nullable(),
});
export type CompensationContent = z.infer<typeof CompensationContent>;

const Entry = { on: z.iso.date(), amount: Fen.min(1), document: Line };
export const CompensationAction = z.discriminatedUnion("type", [
  /** `overReason`: more than is owed may come in only where somebody says why */
  z.object({ type: z.literal("pay"), ...Entry, account: Account, overReason: Reason.nullable().default(null) }),
  z.object({ type: z.literal("spend"), ...Entry, account: Account, purpose: Line }),
  z.object({ type: z.literal("hand-over"), ...Entry, account: Account, to: Account }),
  z.object({ type: z.literal("enforce"), ...Entry, court: Line }),
  z.object({ type: z.literal("reschedule"), due: Fen, instalments: Instalments, document: Line, reason: Reason }),
  /** 冲正 an entry is never changed: it is taken back by another one */
  z.object({ type: z.literal("reverse"), entry: z.number().int().min(2), reason: Reason }),
]);
export type CompensationAction = z.infer<typeof CompensationAction>;
export const CompensationEvent = z.union([z.object({ type: z.literal("begin"), content: CompensationContent }), CompensationAction]);
export type CompensationEvent = z.infer<typeof CompensationEvent>;

export const LedgerEntry = Done.extend({
  number: z.number().int(),
  type: z.enum(["pay", "spend", "hand-over", "enforce", "reschedule", "reverse"]),
  on: z.iso.date().nullable(),
  amount: Money.nullable(),
  account: Account.nullable(),
  to: Account.nullable(),
  /** purpose of spending, court of enforcement, reason of a correction */
  what: z.string(),
  document: z.string().nullable(),
  reversedBy: z.number().int().nullable(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const TrailNode = z.object({
  id: z.string(),
  kind: z.enum(["debtor", "account", "held", "purpose", "overdue", "execution", "later"]),
  name: z.string(),
});
export const Trail = z.object({
  nodes: z.array(TrailNode),
  links: z.array(z.object({ from: z.string(), to: z.string(), amount: Money })),
});
export type Trail = z.infer<typeof Trail>;

export const CompensationState = z.object({
  content: CompensationContent,
  entries: z.array(LedgerEntry),
  paid: Money,
  unpaid: Money,
  /** more than is owed */
  over: Money,
  spent: Money,
  held: z.array(z.object({ account: Account, amount: Money })),
  inExecution: Money,
  overdue: z.object({ amount: Money, since: z.iso.date().nullable() }),
  /** each instalment with what of it is paid, the oldest first */
  instalments: z.array(Instalment.extend({ paid: Money, overdue: z.boolean() })),
  trail: Trail,
  finding: Words,
});
export type CompensationState = z.infer<typeof CompensationState>;
