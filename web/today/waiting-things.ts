import type { ClueList } from "#clues/clues.contract.ts";
import type { DeadlineReminder } from "#deadlines/deadline-board.contract.ts";
import type { TransferList } from "#transfers/transfers.contract.ts";
import type { Tone } from "#web/design/mark/mark.tsx";

/** One line: what waits, how many, how pressing, and the list behind the number. */
export type WaitingThing = {
  readonly key: "clocksOver" | "clocksSoon" | "transfersOver" | "documents" | "prompted" | "queued";
  readonly many: number;
  readonly tone: Tone;
  readonly to: string;
};

type Known = {
  readonly reminder: DeadlineReminder | null;
  readonly clues: ClueList["counts"] | null;
  readonly transfers: Pick<TransferList, "overdue"> | null;
  /** documents that wait for approval */
  readonly documents: number | null;
};

/** Most pressing first; what is none or not known has no line. Pure. */
export function waitingThings({ reminder, clues, transfers, documents }: Known): WaitingThing[] {
  const things = [
    { key: "clocksOver", many: reminder?.over ?? 0, tone: "bad", to: "/deadlines" },
    { key: "clocksSoon", many: reminder?.soon ?? 0, tone: "warn", to: "/deadlines" },
    { key: "transfersOver", many: transfers?.overdue ?? 0, tone: "bad", to: "/clues/transfers?overdue=true" },
    { key: "documents", many: documents ?? 0, tone: "accent", to: "/documents" },
    { key: "prompted", many: clues?.prompted ?? 0, tone: "accent", to: "/clues?status=prompted" },
    { key: "queued", many: clues?.queued ?? 0, tone: "accent", to: "/clues?status=queued" },
  ] as const satisfies readonly WaitingThing[];
  return things.filter(({ many }) => many > 0);
}
