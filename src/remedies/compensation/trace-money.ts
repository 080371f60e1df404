import type { Account, CompensationEvent, CompensationState, Trail } from "#remedies/compensation/compensation.contract.ts";

type Balance = Omit<CompensationState, "trail" | "finding">;

/** One account, however often it is named. */
export function keyOf({ kind, name }: Account): string {
  return `${kind} ${name}`;
}

/**
 * 资金去向 every fen owed or paid, from the debtor to where it is now: with whom, spent on what, not paid. What flows into an account flows
 * out of it or lies there. Hand-overs are netted, so that money handed to and fro makes no circle; the ledger names each. Pure.
 */
export function traceMoney(live: readonly CompensationEvent[], { content, unpaid, inExecution, overdue, held }: Balance): Trail {
  const accounts = new Map<string, { account: Account; paidIn: number; spent: Map<string, number>; net: number }>();
  const at = (account: Account) => {
    const known = accounts.get(keyOf(account)) ?? { account, paidIn: 0, spent: new Map<string, number>(), net: 0 };
    accounts.set(keyOf(account), known);
    return known;
  };
  for (const event of live) {
    if (event.type === "pay") at(event.account).paidIn += event.amount;
    if (event.type === "spend") {
      const { spent } = at(event.account);
      spent.set(event.purpose, (spent.get(event.purpose) ?? 0) + event.amount);
    }
    if (event.type === "hand-over") {
      at(event.account).net -= event.amount;
      at(event.to).net += event.amount;
    }
  }
  const links: { from: string; to: string; amount: number }[] = [];
  const nodes = new Map<string, Trail["nodes"][number]>([["debtor", { id: "debtor", kind: "debtor", name: content.debtor }]]);
  const link = (from: string, to: Trail["nodes"][number], amount: number) => {
    if (amount === 0) return;
    nodes.set(to.id, to);
    links.push({ from, to: to.id, amount });
  };
  const nodeOf = (account: Account) => ({ id: `account ${keyOf(account)}`, kind: "account" as const, name: account.name });
  for (const { account, paidIn } of accounts.values()) link("debtor", nodeOf(account), paidIn);
  const stillOverdue = Math.max(0, overdue.amount - inExecution);
  link("debtor", { id: "execution", kind: "execution", name: "" }, inExecution);
  link("debtor", { id: "overdue", kind: "overdue", name: "" }, stillOverdue);
  link("debtor", { id: "later", kind: "later", name: "" }, unpaid - inExecution - stillOverdue);
  const receivers = [...accounts.values()].filter(({ net }) => net > 0).map(({ account, net }) => ({ account, left: net }));
  for (const { account, net } of accounts.values()) {
    let left = Math.max(0, -net);
    for (const receiver of receivers) {
      const amount = Math.min(left, receiver.left);
      link(nodeOf(account).id, nodeOf(receiver.account), amount);
      left -= amount;
      receiver.left -= amount;
    }
  }
  for (const { account, spent } of accounts.values())
    for (const [purpose, amount] of spent) link(nodeOf(account).id, { id: `purpose ${purpose}`, kind: "purpose", name: purpose }, amount);
  for (const { account, amount } of held)
    link(nodeOf(account).id, { id: `held ${keyOf(account)}`, kind: "held", name: account.name }, amount);
  return { nodes: [...nodes.values()], links };
}
