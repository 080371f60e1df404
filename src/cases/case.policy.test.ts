import { expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { abilitiesOf, canDo, canOpenCase, canSeeRows } from "#cases/case.policy.ts";
import { type CaseAbility, type MemberRole, Stage } from "#cases/cases.contract.ts";
import { Role } from "#offices/offices.contract.ts";

const TODAY = "2026-11-24";
const CHANGE: readonly CaseAbility[] = [
  "rename",
  "move-stage",
  "add-party",
  "correct-party",
  "remove-party",
  "add-member",
  "end-membership",
];
const HANDLE: readonly CaseAbility[] = ["take-in-evidence", "change-custody"];
const COUNT: readonly CaseAbility[] = ["count", "correct-count", "record-deliveries", "calculate-gains", "sample"];

const REMEDIES: readonly CaseAbility[] = ["compose-damages", "decide-damages", "keep-compensation", "keep-remedies"];

/** actor: part in the case or nothing, roles in the office, own office or another; then what they may do while the case is open. */
const TABLE: readonly (readonly [MemberRole | null, readonly Role[], "own" | "other", readonly CaseAbility[]])[] = [
  [
    "owner",
    ["criminal-prosecutor"],
    "own",
    [
      ...CHANGE,
      ...HANDLE,
      ...COUNT,
      "decide-items",
      "override-proof",
      "assess",
      "sign",
      "keep-measures",
      "keep-outlines",
      ...REMEDIES,
      "keep-leniency",
    ],
  ],
  [
    "criminal-prosecutor",
    ["criminal-prosecutor"],
    "own",
    [...HANDLE, ...COUNT, "decide-items", "assess", "sign", "keep-measures", "keep-outlines", ...REMEDIES, "keep-leniency"],
  ],
  [
    "criminal-prosecutor",
    ["criminal-prosecutor"],
    "other",
    [...HANDLE, ...COUNT, "decide-items", "assess", "sign", "keep-measures", "keep-outlines", ...REMEDIES, "keep-leniency"],
  ],
  ["pil-prosecutor", ["pil-prosecutor"], "own", [...HANDLE, ...COUNT, "decide-items", "assess", "keep-outlines", ...REMEDIES]],
  ["technician", ["technician"], "own", [...HANDLE, ...COUNT]],
  ["technician", ["technician", "criminal-prosecutor"], "own", [...HANDLE, ...COUNT]],
  [
    "owner",
    ["technician"],
    "own",
    [
      ...CHANGE,
      ...HANDLE,
      ...COUNT,
      "decide-items",
      "override-proof",
      "assess",
      "keep-measures",
      "keep-outlines",
      ...REMEDIES.filter((one) => one !== "decide-damages"),
      "keep-leniency",
    ],
  ],
  [null, ["case-manager"], "own", [...CHANGE, ...HANDLE, "keep-measures", "keep-compensation"]],
  [null, ["case-manager"], "other", []],
  [null, ["leader"], "own", [...CHANGE, "override-proof"]],
  [null, ["leader"], "other", []],
  [null, ["criminal-prosecutor"], "own", []],
  [null, ["technician"], "own", []],
  [null, ["auditor"], "own", []],
  [null, ["administrator"], "own", []],
  [null, [], "own", []],
];

for (const [part, roles, office, abilities] of TABLE) {
  for (const stage of Stage.options) {
    test(`${part ?? "no member"}, ${roles.join("+") || "no role"}, ${office} office, ${stage}`, () => {
      const actor = buildActor(roles, office);
      const members = part === null ? [] : [{ personId: actor.personId, role: part, from: "2026-01-01", until: null }];
      const leads = office === "own" && roles.includes("leader");
      const outliving = abilities.filter((one) => one === "keep-compensation" || one === "keep-remedies");
      const expected = stage === "closed" ? [...(leads ? ["move-stage"] : []), ...outliving] : abilities;
      expect(abilitiesOf(actor, { stage, officeCode: "990101", members }, TODAY)).toEqual(expected);
    });
  }
}

test("membership counts on its days only, both included", () => {
  const actor = buildActor(["criminal-prosecutor"], "own");
  const facts = {
    stage: "trial",
    officeCode: "990101",
    members: [{ personId: actor.personId, role: "owner", from: "2026-11-02", until: "2026-11-05" }],
  } as const;
  for (const [day, allowed] of [
    ["2026-11-01", false],
    ["2026-11-02", true],
    ["2026-11-05", true],
    ["2026-11-06", false],
  ] as const) {
    expect(canDo("sign", actor, facts, day).allowed, day).toBe(allowed);
  }
});

test("a refusal says whether the person or the state is in the way", () => {
  const owner = buildActor(["criminal-prosecutor"], "own");
  const members = [{ personId: owner.personId, role: "owner", from: "2026-01-01", until: null }] as const;
  const facts = { stage: "closed", officeCode: "990101", members } as const;
  expect(canDo("sign", owner, facts, TODAY)).toMatchObject({ refusal: { kind: "wrong-state" } });
  expect(canDo("sign", buildActor(["leader"], "own", 2), facts, TODAY)).toMatchObject({ refusal: { kind: "not-permitted" } });
  expect(canDo("move-stage", owner, facts, TODAY)).toMatchObject({ refusal: { kind: "not-permitted" } });
});

test("only case managers, prosecutors and leaders accept cases", () => {
  const openers = Role.options.filter((role) => canOpenCase(buildActor([role], "own")).allowed);
  expect(openers.sort()).toEqual(["case-manager", "criminal-prosecutor", "leader", "pil-prosecutor"]);
});

test("leaders of other offices see figures, not rows", () => {
  const facts = { stage: "trial", officeCode: "990101", members: [] } as const;
  expect(canSeeRows(buildActor(["leader"], "other"), facts, TODAY).allowed).toBe(false);
  expect(canSeeRows(buildActor(["leader"], "own"), facts, TODAY).allowed).toBe(true);
  expect(canSeeRows(buildActor(["case-manager"], "own"), facts, TODAY).allowed).toBe(true);
  expect(canSeeRows(buildActor(["auditor"], "own"), facts, TODAY).allowed).toBe(false);
});

function buildActor(roles: readonly Role[], office: "own" | "other", id = 1): Actor {
  const officeCode = office === "own" ? "990101" : "990100";
  return { personId: `00000000-0000-4000-8000-00000000000${id}`, name: "李某", officeCode, department: "criminal", roles: [...roles] };
}
