import type {
  Account,
  CompensationContent,
  CompensationEvent,
  CompensationState,
  LedgerEntry,
} from "#remedies/compensation/compensation.contract.ts";
import { tellCompensation } from "#remedies/compensation/tell-compensation.ts";
import { keyOf, traceMoney } from "#remedies/compensation/trace-money.ts";
import type { Recorded } from "#remedies/record.contract.ts";

type Entry = Recorded<CompensationEvent>;

/** The ledger after all events, oldest first, as it stands on `today`. @throws when the first is not `begin` */
export function foldCompensation(events: readonly Entry[], today: string): CompensationState {
  const [first, ...rest] = events;
  if (first?.event.type !== "begin") throw new Error('the first event of a compensation is "begin"');
  const reversed = new Map(rest.flatMap(({ event, version }) => (event.type === "reverse" ? [[event.entry, version] as const] : [])));
  const live = rest.filter(({ version }) => !reversed.has(version)).map(({ event }) => event);
  let content: CompensationContent = first.event.content;
  let [paid, spent, enforced] = [0, 0, 0];
  const held = new Map<string, { account: Account; amount: number }>();
  const move = (account: Account, amount: number) =>
    held.set(keyOf(account), { account, amount: (held.get(keyOf(account))?.amount ?? 0) + amount });
  for (const event of live) {
    switch (event.type) {
      case "pay":
        paid += event.amount;
        move(event.account, event.amount);
        break;
      case "spend":
        spent += event.amount;
        move(event.account, -event.amount);
        break;
      case "hand-over":
        move(event.account, -event.amount);
        move(event.to, event.amount);
        break;
      case "enforce":
        enforced += event.amount;
        break;
      case "reschedule":
        content = { ...content, due: event.due, instalments: event.instalments };
        break;
      case "begin":
      case "reverse":
        break;
      default:
        event satisfies never;
    }
  }
  const unpaid = Math.max(0, content.due - paid);
  const instalments = allocate(content, paid, today);
  const open = instalments.filter(({ overdue }) => overdue);
  const state = {
    content,
    entries: rest.map((one) => tellEntry(one, reversed.get(one.version) ?? null)),
    paid,
    unpaid,
    over: Math.max(0, paid - content.due),
    spent,
    held: [...held.values()].filter(({ amount }) => amount !== 0),
    inExecution: Math.min(unpaid, enforced),
    overdue: { amount: open.reduce((sum, one) => sum + one.amount - one.paid, 0), since: open[0]?.on ?? null },
    instalments,
  };
  const trail = traceMoney(live, state);
  return { ...state, trail, finding: tellCompensation(state) };
}

/** What came in pays the oldest instalment first. An instalment is overdue from the day after its own. */
function allocate({ instalments }: CompensationContent, paid: number, today: string): CompensationState["instalments"] {
  let left = paid;
  return instalments
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .map(({ on, amount }) => {
      const part = Math.min(left, amount);
      left -= part;
      return { on, amount, paid: part, overdue: on < today && part < amount };
    });
}

function tellEntry({ event, version, by, at }: Entry, reversedBy: number | null): LedgerEntry {
  const blank = { number: version, by, at, reversedBy, on: null, amount: null, account: null, to: null, what: "", document: null };
  switch (event.type) {
    case "pay":
      return { ...blank, ...event, what: event.overReason ?? "" };
    case "spend":
      return { ...blank, ...event, what: event.purpose };
    case "hand-over":
      return { ...blank, ...event };
    case "enforce":
      return { ...blank, ...event, what: event.court };
    case "reschedule":
      return { ...blank, type: event.type, amount: event.due, document: event.document, what: event.reason };
    case "reverse":
      return { ...blank, type: event.type, what: `#${event.entry} ${event.reason}` };
    case "begin":
      throw new Error('"begin" stands only at the beginning');
  }
}
