import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import { ClueContent } from "#clues/clues.contract.ts";
import { registerClue } from "#clues/register-clue.command.ts";
import { compareSome } from "#cross-checks/compare-clues.worker.ts";
import { findComparison, forgetWaiting, holdWaiting } from "#cross-checks/cross-checks.store.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";

let db: TestDatabase;
let actor: Actor;
const tables = loadProcedureTables(new Set(loadCalendar().rules.keys()));
const traitFingerprint = openTraitFingerprint(new Uint8Array(32).fill(1));

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  actor = await buildPerson(db.owner, "甲院检察官", ["pil-prosecutor"]);
});
afterAll(() => db.close());

test("a correction that comes while the worker compares the clue is compared too: it waits again", async () => {
  const said = { title: "出售车主信息", summary: "登录https://one.top", field: "personal-information" };
  const content = ClueContent.parse(said);
  const { id, version } = mustDo(
    await registerClue(db.database, askingOf(actor, NOW), { requestId: randomUUID(), content, source: "举报", caseId: null }),
  );
  const correct = () =>
    actOnClue({ database: db.database, tables }, askingOf(actor, NOW), id, {
      requestId: randomUUID(),
      expectedVersion: version,
      action: { type: "correct", content: ClueContent.parse({ ...said, summary: "登录https://two.top" }), reason: "网址有误" },
    });
  const corrected = await db.database.transact({ as: "worker" }, async (tx) => {
    const waiting = await holdWaiting(tx, 50);
    expect(waiting).toEqual([id]);
    const running = correct();
    await Promise.race([running, pause(500)]); // the correction comes between reading and forgetting, or waits until it is over
    await forgetWaiting(tx, waiting);
    return { running };
  });
  mustDo(await corrected.running);
  const isWaiting = () => db.database.transact({ as: "person", actor }, async (tx) => (await findComparison(tx, id)).waiting);
  expect(await isWaiting()).toBe(true);
  await compareSome({ database: db.database, traitFingerprint, clock: () => NOW });
  expect(await isWaiting()).toBe(false);
});
