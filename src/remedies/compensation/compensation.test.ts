import { expect, test } from "vitest";
import type { CompensationAction, CompensationContent, CompensationEvent } from "#remedies/compensation/compensation.contract.ts";
import { foldCompensation } from "#remedies/compensation/compensation-record.ts";
import { decideCompensation } from "#remedies/compensation/decide-compensation.ts";
import type { Recorded } from "#remedies/record.contract.ts";

const TODAY = "2026-11-24";
const FINANCE = { kind: "finance-account", name: "云岭县财政专户" };
const FUND = { kind: "fund", name: "云岭公益基金" };
const accounts = ["finance-account", "fund"];
const content: CompensationContent = {
  title: "毛山遥赔偿款",
  debtor: "毛山遥",
  instrument: "（2026）云01民初8号",
  due: 100_000,
  instalments: [
    { on: "2026-11-23", amount: 60_000 },
    { on: "2026-11-24", amount: 40_000 },
  ],
  payee: "云岭县财政局",
  localRule: null,
};
type Pay = Extract<CompensationAction, { type: "pay" }>;
const pay = (amount: number, over: string | null = null): Pay => ({
  ...{ type: "pay", on: "2026-11-20", amount, document: "缴款书", account: FINANCE, overReason: over },
});
const spend = (amount: number): CompensationAction => ({
  ...{ type: "spend", on: "2026-11-20", amount, document: "拨款文件", account: FINANCE, purpose: "个人信息保护宣传" },
});

/** Folds actions that must be allowed; answers the state and its events. */
function keep(...actions: CompensationAction[]) {
  const events: Recorded<CompensationEvent>[] = [{ version: 1, by: "周岚", at: "2026-11-20T01:00:00Z", event: { type: "begin", content } }];
  for (const action of actions) {
    const decided = decideCompensation(action, foldCompensation(events, TODAY), { events, today: TODAY, accounts });
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.detail)}`);
    events.push({ version: events.length + 1, by: "周岚", at: "2026-11-20T01:00:00Z", event: decided.value });
  }
  const state = foldCompensation(events, TODAY);
  return { state, next: (action: CompensationAction) => decideCompensation(action, state, { events, today: TODAY, accounts }) };
}

test("an instalment is overdue from the day after its own, and what comes in pays the oldest first", () => {
  expect(keep().state.overdue).toEqual({ amount: 60_000, since: "2026-11-23" });
  expect(keep(pay(59_999)).state.overdue).toEqual({ amount: 1, since: "2026-11-23" });
  expect(keep(pay(60_000)).state.overdue).toEqual({ amount: 0, since: null });
  expect(keep(pay(60_001)).state.instalments.map(({ paid, overdue }) => [paid, overdue])).toEqual([
    [60_000, false],
    [1, false],
  ]);
});

test("more than is owed comes in only with a reason; all of it without", () => {
  expect(keep().next(pay(100_001))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(keep().next(pay(100_000)).ok).toBe(true);
  expect(keep(pay(100_001, "被告人自愿多缴")).state).toMatchObject({ paid: 100_001, unpaid: 0, over: 1 });
});

test("an account spends and hands over what it holds and not one fen more", () => {
  const { next } = keep(pay(500));
  expect(next(spend(500)).ok).toBe(true);
  expect(next(spend(501))).toMatchObject({ ok: false, kind: "condition-not-met" });
  const handed = { type: "hand-over" as const, on: "2026-11-21", amount: 501, document: "移交单", account: FINANCE, to: FUND };
  expect(next(handed)).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(next({ ...handed, amount: 1, to: FINANCE })).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(keep(pay(500), { ...handed, amount: 200 }).state.held).toEqual([
    { account: FINANCE, amount: 300 },
    { account: FUND, amount: 200 },
  ]);
});

test("an entry is taken back once, by another entry, and not while its money is spent", () => {
  const { next } = keep(pay(500), spend(500));
  const reverse = (entry: number): CompensationAction => ({ type: "reverse", entry, reason: "误录" });
  expect(next(reverse(2))).toMatchObject({ ok: false, kind: "condition-not-met" });
  const after = keep(pay(500), spend(500), reverse(3), reverse(2));
  expect(after.state).toMatchObject({ paid: 0, spent: 0, held: [] });
  expect(after.state.entries.map(({ number, reversedBy }) => [number, reversedBy])).toEqual([
    [2, 5],
    [3, 4],
    [4, null],
    [5, null],
  ]);
  expect(after.next(reverse(2))).toMatchObject({ ok: false, kind: "wrong-state" });
  expect(after.next(reverse(4))).toMatchObject({ ok: false, kind: "wrong-state" });
  expect(after.next(reverse(9))).toMatchObject({ ok: false, kind: "not-found" });
});

test("only what is unpaid goes to enforcement, instalments come to what is owed, no entry lies in the future", () => {
  const enforce = (amount: number): CompensationAction => ({
    ...{ type: "enforce", on: "2026-11-24", amount, document: "移送执行书", court: "云岭县人民法院" },
  });
  expect(keep(pay(60_000)).next(enforce(40_001))).toMatchObject({ ok: false });
  const sent = keep(pay(60_000), enforce(40_000));
  expect(sent.state.inExecution).toBe(40_000);
  expect(sent.next(enforce(1))).toMatchObject({ ok: false });
  const late = { ...content, instalments: [{ on: "2027-01-01", amount: 99_999 }] };
  expect(sent.next({ type: "reschedule", ...late, document: "裁定", reason: "分期" })).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(keep().next({ ...pay(1), on: "2026-11-25" })).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(keep().next({ ...pay(1), account: { kind: "pocket", name: "x" } })).toMatchObject({ ok: false });
});

test("money handed to and fro makes no circle in the picture", () => {
  const hand = (amount: number, account: typeof FUND, to: typeof FUND): CompensationAction => ({
    ...{ type: "hand-over", on: "2026-11-21", amount, document: "移交单", account, to },
  });
  const { trail } = keep(pay(500), hand(300, FINANCE, FUND), hand(100, FUND, FINANCE)).state;
  const between = trail.links.filter(({ from, to }) => from.startsWith("account") && to.startsWith("account"));
  expect(between).toEqual([{ from: "account finance-account 云岭县财政专户", to: "account fund 云岭公益基金", amount: 200 }]);
});
