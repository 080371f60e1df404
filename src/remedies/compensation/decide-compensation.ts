import { done, type Outcome } from "#refusals/refusal.ts";
import type {
  Account,
  CompensationAction,
  CompensationContent,
  CompensationEvent,
  CompensationState,
} from "#remedies/compensation/compensation.contract.ts";
import { foldCompensation } from "#remedies/compensation/compensation-record.ts";
import { keyOf } from "#remedies/compensation/trace-money.ts";
import { formatFen } from "#remedies/format-fen.ts";
import type { Recorded } from "#remedies/record.contract.ts";
import { conditionNotMet, noSuchPart, wrongInput, wrongState } from "#remedies/refuse-remedy.ts";

const CITE = "公益诉讼办案规则 第九十八条";

/** The instalments come to what is owed. Pure. */
export function checkInstalments({ due, instalments }: Pick<CompensationContent, "due" | "instalments">): Outcome<null> {
  const sum = instalments.reduce((all, { amount }) => all + amount, 0);
  return sum === due
    ? done(null)
    : wrongInput("instalments", `各期合计 ${formatFen(due)} 元`, `instalments that come to ${formatFen(due)} yuan`, formatFen(sum));
}

/** Decides an entry: the event to record or the refusal. No account ever holds less than nothing. Pure. */
export function decideCompensation(
  action: CompensationAction,
  state: CompensationState,
  {
    events,
    today,
    accounts,
  }: { readonly events: readonly Recorded<CompensationEvent>[]; readonly today: string; readonly accounts: readonly string[] },
): Outcome<CompensationEvent> {
  if ("on" in action && action.on > today) return wrongInput("on", `不晚于今天（${today}）`, `today (${today}) at the latest`, action.on);
  for (const account of [...("account" in action ? [action.account] : []), ...("to" in action ? [action.to] : [])])
    if (!accounts.includes(account.kind)) return wrongInput("account.kind", accounts.join("、"), accounts.join(", "), account.kind);
  switch (action.type) {
    case "pay": {
      const after = state.paid + action.amount;
      if (after > state.content.due && action.overReason === null)
        return conditionNotMet(
          `超过应付 ${formatFen(after - state.content.due)} 元，须说明理由`,
          `${formatFen(after - state.content.due)} yuan more than is owed: give the reason`,
          CITE,
        );
      return done(action);
    }
    case "spend":
      return holds(state, action.account, action.amount) ?? done(action);
    case "hand-over":
      if (keyOf(action.account) === keyOf(action.to)) return wrongInput("to", "另一保管人", "another account", action.to.name);
      return holds(state, action.account, action.amount) ?? done(action);
    case "enforce": {
      const open = state.unpaid - state.inExecution;
      return action.amount <= open
        ? done(action)
        : conditionNotMet(
            `可移送执行的未付款为 ${formatFen(open)} 元`,
            `only ${formatFen(open)} yuan are unpaid and not yet in execution`,
            CITE,
          );
    }
    case "reschedule": {
      const sums = checkInstalments(action);
      return sums.ok ? done(action) : sums;
    }
    case "reverse":
      return reverse(action, { events, today });
  }
}

function reverse(
  action: Extract<CompensationAction, { type: "reverse" }>,
  { events, today }: { readonly events: readonly Recorded<CompensationEvent>[]; readonly today: string },
): Outcome<CompensationEvent> {
  const entry = events.find(({ version }) => version === action.entry);
  if (entry === undefined || entry.event.type === "begin") return noSuchPart("entry");
  if (entry.event.type === "reverse") return wrongState("冲正分录", "itself a correction");
  if (events.some(({ event }) => event.type === "reverse" && event.entry === action.entry))
    return wrongState("已冲正", "already taken back");
  const after = foldCompensation([...events, { version: events.length + 1, by: "", at: "", event: action }], today);
  const short = after.held.find(({ amount }) => amount < 0);
  if (short !== undefined)
    return conditionNotMet(
      `冲正后“${short.account.name}”将短少 ${formatFen(-short.amount)} 元；先冲正其支出或者移交`,
      `"${short.account.name}" would be short of ${formatFen(-short.amount)} yuan: take back its spending or hand-over first`,
      CITE,
    );
  return done(action);
}

function holds({ held }: CompensationState, account: Account, amount: number) {
  const there = held.find((one) => keyOf(one.account) === keyOf(account))?.amount ?? 0;
  return amount <= there
    ? null
    : conditionNotMet(
        `“${account.name}”保管 ${formatFen(there)} 元，不足支出`,
        `"${account.name}" holds ${formatFen(there)} yuan only`,
        CITE,
      );
}
