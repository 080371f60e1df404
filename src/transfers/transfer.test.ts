import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { Role } from "#offices/offices.contract.ts";
import { decideHandOver, type HandOverContext } from "#transfers/decide-hand-over.ts";
import { loadTransferClocks } from "#transfers/load-transfer-clocks.query.ts";
import { reckonClock } from "#transfers/reckon-clock.ts";
import { canActOnTransfer } from "#transfers/transfer.policy.ts";
import {
  ACTIONS_OF_STATUS,
  clockOfNow,
  decideTransfer,
  evolve,
  fold,
  type TransferContext,
  type TransferState,
} from "#transfers/transfer.ts";
import {
  type TransferAction,
  type TransferEvent,
  TransferForm,
  TransferStatus,
  type TransferTarget,
} from "#transfers/transfers.contract.ts";

const { restDays } = loadCalendar();
const clocks = loadTransferClocks();
const form = TransferForm.parse({
  ground: "ordinary",
  foundOn: "2026-11-20",
  basis: "办案中发现",
  content: "面单外泄",
  evidence: [],
  opinion: "移送办理",
});
const handedOver = (target: TransferTarget, direction: "sideways" | "upward" | null): TransferEvent => ({
  type: "handed-over",
  clueId: "00000000-0000-4000-8000-000000000001",
  title: "某站点",
  target,
  direction,
  from: { office: "990101", department: "criminal" },
  form,
  documentId: null,
  on: "2026-11-24",
  next: reckonClock("register", "2026-11-24", form, clocks, restDays),
});
const context: TransferContext = {
  today: "2026-11-24",
  number: "移2026-0001",
  superior: "990100",
  mayHandle: (code) => code === "990100" || code === "990103",
  clockOf: (leg, start) => reckonClock(leg, start, form, clocks, restDays),
};
const SIDEWAYS = handedOver({ kind: "procuratorate", officeCode: "990102" }, "sideways");
const DEPARTMENT = handedOver({ kind: "department", department: "pil" }, null);
const receive: TransferAction = { type: "receive", on: "2026-11-24", receiver: "李收", receipt: "" };
/** The state after the acts, each of which must be allowed. */
function after(first: TransferEvent, ...actions: readonly TransferAction[]): TransferState {
  return actions.reduce(
    (state, action) => {
      const decided = decideTransfer(action, state, context);
      if (!decided.ok) throw new Error(`${action.type}: ${decided.kind}`);
      return evolve(state, decided.value);
    },
    fold([first]),
  );
}

test("the legs follow each other, each with its clock, and the last ends them", () => {
  const state = after(DEPARTMENT, { type: "register" }, { type: "forward" }, receive, { type: "accept", note: "" });
  expect(state.legs.map(({ leg, due, endedOn }) => [leg, due, endedOn])).toEqual([
    ["register", "2026-11-24", "2026-11-24"],
    ["forward", "2026-11-27", "2026-11-24"],
    ["receive", "2026-11-25", "2026-11-24"],
    ["decide", "2026-12-01", "2026-11-24"],
    ["feedback", "2026-12-24", null],
  ]);
  const closed = decideTransfer({ type: "feed-back", outcome: "filed", words: "已立案" }, state, context);
  expect(closed.ok && clockOfNow(evolve(state, closed.value))).toBeNull();
});

test("working days leave rest days out, and a last day that is one moves on", () => {
  // 2026-11-27 is a Friday
  expect(reckonClock("receive", "2026-11-27", form, clocks, restDays).due).toBe("2026-11-30");
  expect(reckonClock("forward", "2026-11-27", form, clocks, restDays).due).toBe("2026-12-02");
  expect(reckonClock("decide", "2026-11-21", form, clocks, restDays).due).toBe("2026-11-30");
  expect(reckonClock("register", "2026-11-28", form, clocks, restDays).due).toBe("2026-11-30");
});

test("for a duty crime the law's seven days from the day it was found go before the working number, with their article", () => {
  const clock = reckonClock("forward", "2026-11-24", { ground: "duty-crime", foundOn: "2026-11-19" }, clocks, restDays);
  expect(clock).toEqual({ leg: "forward", from: "2026-11-19", due: "2026-11-26", cite: "人民检察院刑事诉讼规则 第一百六十六条" });
  expect(reckonClock("forward", "2026-11-24", form, clocks, restDays).cite).toBeNull();
});

test("a procuratorate of the same level may not give the clue back: it reports to its superior, whose word stands", () => {
  const received = after(SIDEWAYS, { type: "register" }, { type: "forward" }, receive);
  const bounced = decideTransfer({ type: "decline", code: "other", reason: "没有管辖权" }, received, context);
  expect(bounced).toMatchObject({ kind: "condition-not-met", detail: { cite: "人民检察院公益诉讼办案规则 第二十六条" } });
  const reported = after(SIDEWAYS, { type: "register" }, { type: "forward" }, receive, { type: "report-up", reason: "行为地在邻区" });
  expect(reported.status).toBe("reported");
  const settle = (officeCode: string) => decideTransfer({ type: "settle", officeCode, reason: "由行为地办理" }, reported, context);
  expect(settle("990199")).toMatchObject({ kind: "invalid-input" });
  const settled = settle("990103");
  if (!settled.ok) throw new Error(settled.kind);
  const again = after(
    SIDEWAYS,
    { type: "register" },
    { type: "forward" },
    receive,
    { type: "report-up", reason: "一" },
    { type: "settle", officeCode: "990103", reason: "二" },
    receive,
  );
  expect(again).toMatchObject({ status: "received", toOffice: "990103" });
  expect(decideTransfer({ type: "report-up", reason: "再报" }, again, context)).toMatchObject({ kind: "condition-not-met" });
});

test("a department of the same office may decline, with a reason that says something", () => {
  const received = after(DEPARTMENT, { type: "register" }, { type: "forward" }, receive);
  expect(decideTransfer({ type: "decline", code: "other", reason: "" }, received, context)).toMatchObject({
    detail: { place: "action.reason" },
  });
  expect(decideTransfer({ type: "decline", code: "incomplete", reason: "" }, received, context)).toMatchObject({ ok: true });
  expect(decideTransfer({ type: "report-up", reason: "无管辖权" }, received, context)).toMatchObject({ kind: "invalid-input" });
});

test("no decision without a receipt, no receipt from before it was forwarded or from tomorrow", () => {
  const forwarded = after(DEPARTMENT, { type: "register" }, { type: "forward" });
  expect(decideTransfer({ type: "accept", note: "" }, forwarded, context)).toMatchObject({ kind: "wrong-state" });
  for (const on of ["2026-11-23", "2026-11-25"])
    expect(decideTransfer({ ...receive, on }, forwarded, context)).toMatchObject({ kind: "invalid-input", detail: { place: "action.on" } });
});

const LEVELS = {
  here: { code: "990101", level: "county" as const, parentCode: "990100" },
  neighbour: { code: "990102", level: "county" as const, parentCode: "990100" },
  city: { code: "990100", level: "city" as const, parentCode: "990000" },
  province: { code: "990000", level: "provincial" as const, parentCode: "000000" },
};
const to = (officeCode: string): TransferTarget => ({ kind: "procuratorate", officeCode });
test.each<[string, TransferTarget, Partial<HandOverContext>, object]>([
  ["to a neighbour: sideways", to("990102"), { to: LEVELS.neighbour }, { ok: true, value: "sideways" }],
  ["to the next higher office: a request", to("990100"), { to: LEVELS.city }, { ok: true, value: "upward" }],
  ["two levels up: refused", to("990000"), { to: LEVELS.province }, { kind: "condition-not-met" }],
  ["down: an assignment, no transfer", to("990102"), { from: LEVELS.city, to: LEVELS.neighbour }, { kind: "condition-not-met" }],
  ["on to a third office: refused, R 26", to("990102"), { to: LEVELS.neighbour, cameSideways: true }, { kind: "condition-not-met" }],
  ["up, after it came from the side: allowed", to("990100"), { to: LEVELS.city, cameSideways: true }, { ok: true, value: "upward" }],
  ["to an office that is not there", to("999999"), { to: null }, { kind: "not-found" }],
  ["to itself", to("990101"), { to: LEVELS.here }, { kind: "invalid-input" }],
  ["to its own department", { kind: "department", department: "criminal" }, {}, { kind: "invalid-input" }],
  ["to the police", { kind: "outside", organ: "police", name: "云岭市公安局" }, {}, { ok: true, value: null }],
])("%s", (_, target, changed, expected) => {
  const given: HandOverContext = {
    today: "2026-11-24",
    department: "criminal",
    from: LEVELS.here,
    to: null,
    cameSideways: false,
    ...changed,
  };
  expect(decideHandOver(target, form, given)).toMatchObject(expected);
});

test("a clue is not found in the future", () => {
  const given: HandOverContext = { today: "2026-11-19", department: "criminal", from: LEVELS.here, to: null, cameSideways: false };
  expect(decideHandOver({ kind: "department", department: "pil" }, form, given)).toMatchObject({ detail: { place: "form.foundOn" } });
});

test.each(Role.options)("%s: who registers, who receives, who settles", (role) => {
  const actor = (officeCode: string, department: Actor["department"] = "inspection"): Actor => ({
    personId: "p",
    name: "甲",
    officeCode,
    department,
    roles: [role],
  });
  const place = { ...fold([SIDEWAYS]), superior: "990100" };
  const may = (action: TransferAction["type"], who: Actor, where = place) => canActOnTransfer(action, who, where).allowed;
  expect(may("register", actor("990101"))).toBe(role === "case-manager");
  expect(may("register", actor("990102"))).toBe(false);
  expect(may("accept", actor("990102"))).toBe(["leader", "pil-prosecutor", "criminal-prosecutor"].includes(role));
  expect(may("accept", actor("990101"))).toBe(false);
  expect(may("settle", actor("990100"))).toBe(role === "leader");
  const inside = { ...fold([DEPARTMENT]), superior: "990100" };
  expect(may("accept", actor("990101"), inside)).toBe(["leader", "pil-prosecutor"].includes(role));
  expect(may("accept", actor("990101", "pil"), inside)).toBe(["leader", "pil-prosecutor", "criminal-prosecutor"].includes(role));
});

test("every status has its row of actions, and every one that is not the end has a way on", () => {
  expect(Object.keys(ACTIONS_OF_STATUS).sort()).toEqual([...TransferStatus.options].sort());
  const ends = TransferStatus.options.filter((status) => ACTIONS_OF_STATUS[status].length === 0);
  expect(ends).toEqual(["declined", "closed", "withdrawn"]);
});

test("an office's own table of clocks goes before the one that ships; a wrong one is named with its place", () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-clocks-"));
  const own = join(folder, "clocks.yaml");
  try {
    writeFileSync(
      own,
      readFileSync(new URL("clocks.yaml", import.meta.url), "utf8").replace("decide: { days: 7 }", "decide: { workingDays: 5 }"),
    );
    expect(loadTransferClocks(own).legs.decide).toEqual({ workingDays: 5 });
    writeFileSync(own, 'version: "1"\nlegs: { register: { days: -1 } }\nlaw: []\n');
    expect(() => loadTransferClocks(own)).toThrow(/移送期限表有误.*clocks\.yaml[\s\S]*register/);
    writeFileSync(own, "legs: [");
    expect(() => loadTransferClocks(own)).toThrow(/移送期限表有误.*clocks\.yaml/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
