import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseAction, CaseDetail } from "#cases/cases.contract.ts";
import { findCases } from "#cases/find-cases.query.ts";
import { getCase } from "#cases/get-case.query.ts";
import { listEvents } from "#cases/list-events.query.ts";
import { openCase } from "#cases/open-case.command.ts";
import { askingOf, buildCase, buildOffices, buildPerson, LONG_AGO, mustDo, NOW } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";

const fingerprint = (words: string) => createHmac("sha256", "a key of the test").update(words).digest();

let db: TestDatabase;
const people: Record<string, Actor> = {};

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  for (const [name, roles, office] of [
    ["owner", ["criminal-prosecutor"], "990101"],
    ["colleague", ["criminal-prosecutor"], "990101"],
    ["manager", ["case-manager"], "990101"],
    ["leader", ["leader"], "990101"],
    ["cityLeader", ["leader"], "990100"],
    ["provinceLeader", ["leader"], "990000"],
    ["neighbourLeader", ["leader"], "990102"],
    ["neighbour", ["criminal-prosecutor"], "990102"],
    ["technician", ["technician"], "990100"],
    ["auditor", ["auditor"], "990101"],
    ["administrator", ["administrator"], "990101"],
  ] as const) {
    people[name] = await buildPerson(db.owner, name, roles, office);
  }
});
afterAll(() => db.close());

const who = (name: string): Actor => {
  const actor = people[name];
  if (!actor) throw new Error(name);
  return actor;
};
const act = (actor: Actor, detail: CaseDetail, action: CaseAction, expectedVersion = detail.version, requestId = randomUUID()) =>
  actOnCase(db.database, askingOf(actor), detail.id, { requestId, expectedVersion, action });
const rename = (title: string): CaseAction => ({ type: "rename", title });
const opening = (number: string, requestId = randomUUID()) =>
  ({ requestId, number, title: "张某案", stage: "prosecution-review", acceptedOn: "2020-11-02" }) as const;

test("a prosecutor who opens a case owns it; a case manager opens it for whoever comes", async () => {
  const owned = mustDo(await openCase(db.database, askingOf(who("owner")), opening("云岭检刑诉受〔2026〕9001号")));
  expect(owned).toMatchObject({
    version: 1,
    owner: "owner",
    officeCode: "990101",
    members: [{ role: "owner", from: "2020-11-02", until: null }],
  });
  expect(owned.can).toContain("sign");
  const managed = mustDo(await openCase(db.database, askingOf(who("manager")), opening("云岭检刑诉受〔2026〕9002号")));
  expect(managed).toMatchObject({ owner: null, members: [] });
  expect(managed.can).not.toContain("sign");
  expect(await openCase(db.database, askingOf(who("technician")), opening("云岭检刑诉受〔2026〕9003号"))).toMatchObject({
    kind: "not-permitted",
  });
});

test("a number is given once, also where the other case is not to be seen", async () => {
  const number = "云岭检刑诉受〔2026〕9010号";
  mustDo(await openCase(db.database, askingOf(who("owner")), opening(number)));
  expect(await openCase(db.database, askingOf(who("neighbour")), opening(number))).toMatchObject({ ok: false, kind: "already-exists" });
  const found = mustDo(
    await findCases({ database: db.database, fingerprint }, askingOf(who("neighbour")), {
      query: "9010",
      sort: "updated",
      page: 1,
      size: 20,
    }),
  );
  expect(found.total).toBe(0);
});

test("the same request again answers the first case and opens none", async () => {
  const request = opening("云岭检刑诉受〔2026〕9011号");
  const first = mustDo(await openCase(db.database, askingOf(who("owner")), request));
  expect(mustDo(await openCase(db.database, askingOf(who("owner")), request))).toEqual(first);
  const detail = mustDo(await act(who("owner"), first, rename("一"), 1, "00000000-0000-4000-8000-00000000aaaa"));
  expect(mustDo(await act(who("owner"), first, rename("一"), 1, "00000000-0000-4000-8000-00000000aaaa"))).toEqual(detail);
  expect(mustDo(await listEvents(db.database, askingOf(who("owner")), first.id)).items).toHaveLength(2);
});

test("who changes what they have not seen is told the present version, and nothing is lost", async () => {
  const detail = await buildCase(db.database, who("owner"));
  const [one, other] = await Promise.all([act(who("owner"), detail, rename("甲")), act(who("manager"), detail, rename("乙"))]);
  const [won, lost] = one.ok ? [one, other] : [other, one];
  expect(won.ok).toBe(true);
  expect(lost).toMatchObject({ ok: false, kind: "stale-version", detail: { current: 2 } });
});

test("the case is visible to its team on their days, its office's managers and leaders, and leaders above; to nobody else", async () => {
  const tomorrow = officeDay(new Date(Date.now() + 86_400_000));
  const detail = await buildCase(db.database, who("owner"), [[who("technician"), "technician"]]);
  const later: CaseAction = {
    type: "add-member",
    personId: who("colleague").personId,
    role: "criminal-prosecutor",
    from: tomorrow,
    until: null,
  };
  mustDo(await act(who("owner"), detail, later));
  const sees = async (name: string) => (await getCase(db.database, askingOf(who(name)), detail.id)).ok;
  const seen: Record<string, boolean> = {};
  for (const name of Object.keys(people)) seen[name] = await sees(name);
  expect(seen).toEqual({
    owner: true,
    colleague: false,
    manager: true,
    leader: true,
    cityLeader: true,
    provinceLeader: true,
    neighbourLeader: false,
    neighbour: false,
    technician: true,
    auditor: false,
    administrator: false,
  });
  await db.owner
    .updateTable("case_members")
    .set({ until_day: "2020-01-02" })
    .where("person_id", "=", who("technician").personId)
    .where("case_id", "=", detail.id)
    .execute();
  expect(await sees("technician")).toBe(false);
});

test("what one may see and what one may do are two things", async () => {
  const detail = await buildCase(db.database, who("owner"), [[who("technician"), "technician"]]);
  const canOf = async (name: string) => mustDo(await getCase(db.database, askingOf(who(name)), detail.id)).can;
  expect(await canOf("cityLeader")).toEqual([]);
  const counting = ["count", "correct-count", "record-deliveries", "calculate-gains", "sample"];
  expect(await canOf("technician")).toEqual(["take-in-evidence", "change-custody", ...counting]);
  expect(await act(who("cityLeader"), mustDo(await getCase(db.database, askingOf(who("owner")), detail.id)), rename("x"))).toMatchObject({
    kind: "not-permitted",
  });
  expect(await act(who("neighbour"), detail, rename("x"))).toMatchObject({ kind: "not-found" });
  for (const name of Object.keys(people)) {
    const seen = await getCase(db.database, askingOf(who(name)), detail.id);
    if (!seen.ok) continue;
    const answer = await act(who(name), seen.value, rename("y"), seen.value.version);
    expect(answer.ok, `${name}: the list of abilities and the command agree`).toBe(seen.value.can.includes("rename"));
  }
});

test("a closed case is taken up again by a leader of its office only, with a reason", async () => {
  let detail = await buildCase(db.database, who("owner"));
  const today = officeDay(NOW);
  detail = mustDo(await act(who("owner"), detail, { type: "move-stage", stage: "closed", on: today, reason: "不起诉" }));
  // Compensation and promises are followed to their end, long after the prosecution.
  expect(detail.can).toEqual(["keep-compensation", "keep-remedies"]);
  expect(await act(who("owner"), detail, rename("x"))).toMatchObject({ kind: "wrong-state" });
  const reopen = (reason: string | null): CaseAction => ({ type: "move-stage", stage: "prosecution-review", on: today, reason });
  expect(await act(who("owner"), detail, reopen("复议成立"))).toMatchObject({ kind: "not-permitted" });
  expect(await act(who("leader"), detail, reopen(null))).toMatchObject({ kind: "invalid-input" });
  expect(mustDo(await act(who("leader"), detail, reopen("复议成立")))).toMatchObject({ stage: "prosecution-review" });
});

test("cases are found by number, title and party, with wildcards taken as they are written", async () => {
  let detail = await buildCase(db.database, who("owner"));
  detail = mustDo(await act(who("owner"), detail, rename("100%_折扣案")));
  mustDo(
    await act(who("owner"), detail, {
      type: "add-party",
      party: { kind: "natural-person", role: "suspect", name: "欧阳某某", note: null },
    }),
  );
  const find = async (query: string, actor = who("owner")) =>
    mustDo(
      await findCases({ database: db.database, fingerprint }, askingOf(actor), { query, sort: "updated", page: 1, size: 5 }),
    ).items.map(({ id }) => id);
  expect(await find("100%_折")).toEqual([detail.id]);
  expect(await find("%%%_")).toEqual([]);
  expect(await find("欧阳")).toEqual([detail.id]);
  expect(await find(detail.number)).toEqual([detail.id]);
  expect(await find("欧阳", who("neighbour"))).toEqual([]);
  expect(await find("\\")).toEqual([]);
});

test("pages follow one another without gap or repetition and filters narrow them", async () => {
  const actor = await buildPerson(db.owner, "pager", ["criminal-prosecutor"], "990102");
  for (let at = 0; at < 7; at += 1) await buildCase(db.database, actor);
  const page = async (number: number, more: object = {}) =>
    mustDo(await findCases({ database: db.database, fingerprint }, askingOf(actor), { sort: "number", page: number, size: 3, ...more }));
  const pages = [await page(1), await page(2), await page(3)];
  expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
    [7, 3],
    [7, 3],
    [7, 1],
  ]);
  const numbers = pages.flatMap(({ items }) => items.map(({ number }) => number));
  expect(new Set(numbers).size).toBe(7);
  expect((await page(1, { mine: "true" })).total).toBe(7);
  expect((await page(1, { stage: "trial" })).total).toBe(0);
  expect((await page(1, { officeCode: "990101" })).total).toBe(0);
});

test("searching, reading and changing are entries of the audit, without the words searched for", async () => {
  const detail = await buildCase(db.database, who("owner"));
  const asking = askingOf(who("owner"));
  await findCases({ database: db.database, fingerprint }, asking, { query: "欧阳某某", sort: "updated", page: 1, size: 5 });
  await getCase(db.database, asking, detail.id);
  const entries = await db.owner
    .selectFrom("audit_entries")
    .select(["kind", "data", "case_id"])
    .where("request_id", "=", asking.requestId)
    .orderBy("seq")
    .execute();
  expect(entries.map(({ kind, case_id }) => [kind, case_id])).toEqual([
    ["cases-searched", null],
    ["case-read", detail.id],
  ]);
  expect(JSON.stringify(entries)).not.toContain("欧阳");
  expect(entries[0]?.data).toMatchObject({ queryHash: expect.stringMatching(/^[0-9a-f]{64}$/), filters: { sort: "updated", page: "1" } });
});

test("the change and its audit entry stand or fall together", async () => {
  const detail = await buildCase(db.database, who("owner"));
  // The audit refuses: the change must not be there afterwards.
  await sql`create function fail_on_purpose() returns trigger language plpgsql as $$ begin raise exception 'on purpose'; end $$`.execute(
    db.owner,
  );
  await sql`create trigger fail_on_purpose before insert on audit_entries for each row when (new.kind = 'case-changed') execute function fail_on_purpose()`.execute(
    db.owner,
  );
  await expect(act(who("owner"), detail, rename("不应保存"))).rejects.toThrow("on purpose");
  await sql`drop trigger fail_on_purpose on audit_entries`.execute(db.owner);
  expect(mustDo(await getCase(db.database, askingOf(who("owner")), detail.id))).toMatchObject({ version: 1, title: detail.title });
  // The transaction fails after the entry was written: the entry must not be there afterwards.
  await sql`create constraint trigger fail_on_purpose after insert on case_events deferrable initially deferred for each row execute function fail_on_purpose()`.execute(
    db.owner,
  );
  const asking = askingOf(who("owner"));
  const request = { requestId: randomUUID(), expectedVersion: 1, action: rename("不应保存") };
  await expect(actOnCase(db.database, asking, detail.id, request)).rejects.toThrow("on purpose");
  await sql`drop trigger fail_on_purpose on case_events`.execute(db.owner);
  expect(await db.owner.selectFrom("audit_entries").select("seq").where("request_id", "=", asking.requestId).execute()).toEqual([]);
  expect(mustDo(await actOnCase(db.database, asking, detail.id, request)).version).toBe(2);
});

test("what happened is told in sentences with the names of people and parties", async () => {
  let detail = await buildCase(db.database, who("owner"), [[who("technician"), "technician"]]);
  detail = mustDo(
    await act(who("owner"), detail, { type: "add-party", party: { kind: "unit", role: "suspect", name: "云岭某公司", note: null } }),
  );
  const [party] = detail.parties;
  mustDo(await act(who("owner"), detail, { type: "remove-party", partyId: party?.id ?? "", reason: "重复登记" }));
  const { items } = mustDo(await listEvents(db.database, askingOf(who("leader")), detail.id));
  expect(items.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect(items.map(({ sentence }) => sentence.zh)).toEqual([
    `受理案件${detail.number}，阶段为审查起诉，受理日期${LONG_AGO}，承办人owner`,
    `technician自${LONG_AGO}起担任技术人员`,
    "增加犯罪嫌疑人云岭某公司",
    "移除当事人云岭某公司，理由：重复登记",
  ]);
});
