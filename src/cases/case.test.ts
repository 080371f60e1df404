import { describe, expect, test } from "vitest";
import { ACTIONS_OF_STAGE, type CaseState, decide, evolve, fold, nextStages } from "#cases/case.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseAction, Stage } from "#cases/cases.contract.ts";

const [OWNER, OTHER, PARTY] = [
  "00000000-0000-4000-8000-000000000001",
  "00000000-0000-4000-8000-000000000002",
  "00000000-0000-4000-8000-000000000003",
];
const context = { today: "2026-11-24", newPartyId: PARTY, rolesOfNewMember: ["criminal-prosecutor"] as const };

function given(stage: Stage, changes: Partial<CaseState> = {}): CaseState {
  const opened = evolve(null, {
    type: "opened",
    number: "云岭检刑诉受〔2026〕12号",
    title: "张某案",
    offence: "infringing-personal-information",
    stage,
    officeCode: "990101",
    acceptedOn: "2026-11-01",
    owner: OWNER,
  });
  return { ...opened, ...changes };
}

const move = (stage: Stage, on = "2026-11-20", reason: string | null = null): CaseAction => ({ type: "move-stage", stage, on, reason });

describe("案件阶段", () => {
  const MOVES: readonly (readonly [Stage, Stage, "forward" | "back" | "never"])[] = [
    ["early-intervention", "arrest-review", "forward"],
    ["early-intervention", "prosecution-review", "forward"],
    ["early-intervention", "trial", "never"],
    ["arrest-review", "prosecution-review", "forward"],
    ["arrest-review", "early-intervention", "back"],
    ["arrest-review", "trial", "never"],
    ["prosecution-review", "trial", "forward"],
    ["prosecution-review", "arrest-review", "never"],
    ["prosecution-review", "prosecution-review", "never"],
    ["trial", "prosecution-review", "back"],
    ["trial", "closed", "forward"],
    ["closed", "prosecution-review", "back"],
    ["closed", "early-intervention", "never"],
  ];
  for (const [from, to, kind] of MOVES) {
    test(`${from} → ${to}: ${kind}`, () => {
      const silent = decide(move(to), given(from), context);
      const explained = decide(move(to, "2026-11-20", "撤回起诉"), given(from), context);
      if (kind === "never") expect(explained).toMatchObject({ ok: false, kind: "wrong-state" });
      else expect(explained).toMatchObject({ ok: true, value: { from, to, reason: "撤回起诉" } });
      if (kind === "forward") expect(silent.ok).toBe(true);
      if (kind === "back") expect(silent).toMatchObject({ ok: false, kind: "invalid-input", detail: { place: "action.reason" } });
      expect(nextStages(from).includes(to)).toBe(kind !== "never");
    });
  }

  test("a move is dated from the last move to today, both days included", () => {
    const state = given("prosecution-review", { stageSince: "2026-11-10" });
    for (const [on, ok] of [
      ["2026-11-09", false],
      ["2026-11-10", true],
      ["2026-11-24", true],
      ["2026-11-25", false],
    ] as const) {
      expect(decide(move("trial", on), state, context).ok, on).toBe(ok);
    }
  });

  test("a closed case takes nothing but being taken up again", () => {
    expect(ACTIONS_OF_STAGE.closed).toEqual(["move-stage"]);
    expect(decide({ type: "rename", title: "x" }, given("closed"), context)).toMatchObject({ ok: false, kind: "wrong-state" });
  });
});

describe("办案组成员", () => {
  const add = (
    personId: string,
    role: "owner" | "technician" | "criminal-prosecutor",
    from: string,
    until: string | null = null,
  ): CaseAction => ({ type: "add-member", personId, role, from, until });

  test("one prosecutor answers for a case at any time", () => {
    expect(decide(add(OTHER, "owner", "2026-11-20"), given("trial"), context)).toMatchObject({ ok: false, kind: "already-exists" });
    const ended = decide({ type: "end-membership", personId: OWNER, until: "2026-11-24", reason: "轮岗" }, given("trial"), context);
    if (!ended.ok) throw new Error(ended.kind);
    const after = evolve(given("trial"), ended.value);
    expect(after.members).toEqual([{ personId: OWNER, role: "owner", from: "2026-11-01", until: "2026-11-24" }]);
    expect(decide(add(OTHER, "owner", "2026-11-24"), after, context).ok).toBe(false);
    expect(decide(add(OTHER, "owner", "2026-11-25"), after, context).ok).toBe(true);
  });

  test("nobody takes a part for which their role in the office does not fit", () => {
    const technician = { ...context, rolesOfNewMember: ["technician"] as const };
    expect(decide(add(OTHER, "criminal-prosecutor", "2026-11-20"), given("trial"), technician)).toMatchObject({
      ok: false,
      kind: "invalid-input",
    });
    expect(decide(add(OTHER, "technician", "2026-11-20"), given("trial"), technician).ok).toBe(true);
    expect(decide(add(OTHER, "technician", "2026-11-20"), given("trial"), { ...context, rolesOfNewMember: null })).toMatchObject({
      ok: false,
      kind: "not-found",
    });
  });

  test("a membership is not ended in the past: what was done as a member stays so", () => {
    const end = (until: string): CaseAction => ({ type: "end-membership", personId: OWNER, until, reason: "轮岗" });
    expect(decide(end("2026-11-23"), given("trial"), context)).toMatchObject({ ok: false, kind: "invalid-input" });
    expect(decide(end("2026-11-24"), given("trial"), context).ok).toBe(true);
    expect(decide({ ...end("2026-11-24"), personId: OTHER } as CaseAction, given("trial"), context)).toMatchObject({
      ok: false,
      kind: "not-found",
    });
  });
});

test("parties are added, corrected and removed as recorded events; the fold tells the present", () => {
  const party = { kind: "natural-person", role: "suspect", name: "张某", note: null } as const;
  const added = decide({ type: "add-party", party }, given("trial"), context);
  if (!added.ok) throw new Error(added.kind);
  const withParty = evolve(given("trial"), added.value);
  expect(withParty.parties).toEqual([{ ...party, id: PARTY }]);
  const corrected = decide(
    { type: "correct-party", partyId: PARTY, party: { ...party, name: "章某" }, reason: "笔误" },
    withParty,
    context,
  );
  if (!corrected.ok) throw new Error(corrected.kind);
  const after = evolve(withParty, corrected.value);
  expect(after.parties).toEqual([{ ...party, id: PARTY, name: "章某" }]);
  const removed = decide({ type: "remove-party", partyId: PARTY, reason: "与本案无关" }, after, context);
  expect(removed.ok && evolve(after, removed.value).parties).toEqual([]);
  expect(decide({ type: "remove-party", partyId: OTHER, reason: "x" }, after, context)).toMatchObject({ ok: false, kind: "not-found" });
});

test("a case without the event that opened it cannot be folded", () => {
  expect(() => fold([])).toThrow();
  expect(() => fold([{ type: "renamed", title: "x" }])).toThrow('"opened"');
});

test("the day of an office is the day in China", () => {
  expect(officeDay(new Date("2026-11-23T15:59:59Z"))).toBe("2026-11-23");
  expect(officeDay(new Date("2026-11-23T16:00:00Z"))).toBe("2026-11-24");
});
