import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseState, decide, evolve, fold, isMemberOn, nextStages } from "#cases/case.ts";
import type { CaseEvent } from "#cases/case-event.contract.ts";
import { type CaseAction, MemberRole, Stage } from "#cases/cases.contract.ts";
import { Role } from "#offices/offices.contract.ts";

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const person = fc.integer({ min: 1, max: 4 }).map(id);
const party = fc.integer({ min: 100, max: 104 }).map(id);
const day = fc
  .integer({ min: 0, max: 60 })
  .map((after) => new Date(Date.parse("2026-10-01") + after * 86_400_000).toISOString().slice(0, 10));
const words = fc.string({ minLength: 1, maxLength: 8 });
const facts = fc.record({
  kind: fc.constantFrom("natural-person", "unit"),
  role: fc.constantFrom("suspect", "victim"),
  name: words,
  note: fc.constant(null),
});

const action: fc.Arbitrary<CaseAction> = fc.oneof(
  fc.record({ type: fc.constant("rename" as const), title: words }),
  fc.record({ type: fc.constant("move-stage" as const), stage: fc.constantFrom(...Stage.options), on: day, reason: fc.option(words) }),
  fc.record({ type: fc.constant("add-party" as const), party: facts }),
  fc.record({ type: fc.constant("correct-party" as const), partyId: party, party: facts, reason: words }),
  fc.record({ type: fc.constant("remove-party" as const), partyId: party, reason: words }),
  fc.record({
    type: fc.constant("add-member" as const),
    personId: person,
    role: fc.constantFrom(...MemberRole.options),
    from: day,
    until: fc.option(day),
  }),
  fc.record({ type: fc.constant("end-membership" as const), personId: person, until: day, reason: words }),
);
const opened: CaseEvent = {
  type: "opened",
  number: "云岭检刑诉受〔2026〕12号",
  title: "张某案",
  offence: "infringing-personal-information",
  stage: "prosecution-review",
  officeCode: "990101",
  acceptedOn: "2026-10-01",
  owner: id(1),
};

test("whatever is tried: versions have no gap, one owner a day, a closed case only reopens, days never run backwards", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(action, day), { maxLength: 40 }), fc.subarray(Role.options), (tried, roles) => {
      const events: CaseEvent[] = [opened];
      let state: CaseState = fold(events);
      let parties = 100;
      for (const [wish, today] of tried) {
        const decided = decide(wish, state, { today, newPartyId: id(parties), rolesOfNewMember: roles });
        if (!decided.ok) continue;
        if (wish.type === "add-party") parties += 1;
        const before = state;
        events.push(decided.value);
        state = evolve(state, decided.value);
        expect(state.version).toBe(before.version + 1);
        if (before.stage === "closed") expect(decided.value.type).toBe("stage-moved");
        if (state.stage !== before.stage) expect(nextStages(before.stage)).toContain(state.stage);
        expect(state.stageSince >= before.stageSince).toBe(true);
        for (const { from, until } of state.members) expect(until === null || until >= from).toBe(true);
        expect(state.members.filter((one) => one.role === "owner" && isMemberOn(one, today)).length).toBeLessThanOrEqual(1);
        expect(new Set(state.parties.map((one) => one.id)).size).toBe(state.parties.length);
      }
      expect(fold(events)).toEqual(state);
      expect(state.version).toBe(events.length);
    }),
    { numRuns: 300 },
  );
});
