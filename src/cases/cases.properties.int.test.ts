import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import { fold } from "#cases/case.ts";
import { type CaseAction, MemberRole, Stage } from "#cases/cases.contract.ts";
import { findEvents } from "#cases/cases.store.ts";
import { getCase } from "#cases/get-case.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";

let db: TestDatabase;
let leader: Actor;
let others: Actor[];

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  leader = await buildPerson(db.owner, "leader", ["leader", "criminal-prosecutor"]);
  others = [
    await buildPerson(db.owner, "one", ["criminal-prosecutor", "technician"]),
    await buildPerson(db.owner, "two", ["pil-prosecutor"]),
  ];
});
afterAll(() => db.close());

const days = fc.constantFrom("2026-11-20", "2026-11-24", "2026-11-30", "2027-01-05");
const index = fc.nat({ max: 3 });

/** Actions whose person and party are chosen among those there are when the turn comes. */
const steps = fc.array(
  fc.record({
    type: fc.constantFrom("rename", "move-stage", "add-party", "correct-party", "remove-party", "add-member", "end-membership"),
    at: index,
    stage: fc.constantFrom(...Stage.options),
    role: fc.constantFrom(...MemberRole.options),
    from: days,
    until: fc.option(days),
    stale: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  }),
  { minLength: 1, maxLength: 14 },
);

test("after any sequence of actions the projection is the fold of the events, and versions have no gap", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      let detail = await buildCase(db.database, leader);
      let version = 1;
      for (const step of sequence) {
        const action = buildAction(
          step,
          detail.parties.map(({ id }) => id),
        );
        const expectedVersion = step.stale ? detail.version - 1 : detail.version;
        const outcome = await actOnCase(db.database, askingOf(leader), detail.id, { requestId: randomUUID(), expectedVersion, action });
        if (outcome.ok) {
          expect(step.stale).toBe(false);
          version += 1;
          detail = outcome.value;
        }
        expect(detail.version).toBe(version);
      }
      const { events, row, parties, members } = await db.database.transact({ as: "person", actor: leader }, async (tx) => ({
        events: await findEvents(tx, detail.id),
        row: await tx.selectFrom("cases").selectAll().where("id", "=", detail.id).executeTakeFirstOrThrow(),
        parties: await tx.selectFrom("case_parties").selectAll().where("case_id", "=", detail.id).execute(),
        members: await tx.selectFrom("case_members").selectAll().where("case_id", "=", detail.id).execute(),
      }));
      expect(events.map((event) => event.version)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
      const state = fold(events.map(({ event }) => event));
      expect(row).toMatchObject({
        number: state.number,
        title: state.title,
        stage: state.stage,
        version: state.version,
        office_code: state.officeCode,
      });
      expect(sorted(parties.map(({ id, kind, role, name, note }) => ({ id, kind, role, name, note })))).toEqual(sorted(state.parties));
      expect(sorted(members.map((one) => ({ personId: one.person_id, role: one.role, from: one.from_day, until: one.until_day })))).toEqual(
        sorted(state.members),
      );
      const { can: _can, ...read } = mustDo(await getCase(db.database, askingOf(leader), detail.id));
      const { can: _before, ...answered } = detail;
      expect(read).toEqual(answered);
    }),
    { numRuns: 25 },
  );
});

type Step = { type: string; at: number; stage: Stage; role: MemberRole; from: string; until: string | null };

function buildAction({ type, at, stage, role, from, until }: Step, parties: readonly string[]): CaseAction {
  const personId = [leader, ...others][at]?.personId ?? randomUUID();
  const partyId = parties[at] ?? randomUUID();
  const party = { kind: "natural-person", role: "suspect", name: `张某${at}`, note: null } as const;
  switch (type) {
    case "rename":
      return { type, title: `案件${at}` };
    case "move-stage":
      return { type, stage, on: "2026-11-24", reason: at === 0 ? null : "理由" };
    case "add-party":
      return { type, party };
    case "correct-party":
      return { type, partyId, party: { ...party, name: "更正" }, reason: "笔误" };
    case "remove-party":
      return { type, partyId, reason: "重复" };
    case "add-member":
      return { type, personId, role, from, until };
    default:
      return { type: "end-membership", personId, until: from, reason: "轮岗" };
  }
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row, Object.keys(row ?? {}).sort())).sort();
}
