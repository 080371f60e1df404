import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import type { Delivery } from "#deliveries/deliveries.contract.ts";
import { buildDelivery } from "#deliveries/delivery.builder.ts";
import { getDeliveryTable } from "#deliveries/get-delivery-table.query.ts";
import { listDeliveries } from "#deliveries/list-deliveries.query.ts";
import { readDeliveryUpload } from "#deliveries/read-delivery-upload.query.ts";
import { recordDeliveries } from "#deliveries/record-deliveries.command.ts";
import { tryDeliveries } from "#deliveries/try-deliveries.query.ts";
import { buildFinishedCount } from "#groups/finished-count.builder.ts";
import { buildMobile } from "#scan/count.builder.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

let db: TestDatabase;
let people: { owner: Actor; technician: Actor; manager: Actor; cityLeader: Actor; stranger: Actor };
let file: CaseDetail;
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
  file = await buildCase(db.database, people.owner, [[people.technician, "technician"]]);
});
afterAll(() => db.close());

const services = () => ({ database: db.database, provisions: loadProvisions() });
const lines = (): Delivery[] => [
  buildDelivery({ items: 200 }),
  buildDelivery({ direction: "sold", party: "钱某" }),
  buildDelivery({ direction: "sold", party: "赵某" }),
];
const record = (actor: Actor, deliveries = lines(), requestId: string = randomUUID()) =>
  recordDeliveries(services(), askingOf(actor), file.id, { requestId, name: "流转表", deliveries });

test("a table is kept with its count, once for each request, and read again as it was", async () => {
  const requestId = randomUUID();
  const deliveries = lines();
  const table = mustDo(await record(people.technician, deliveries, requestId));
  expect(table).toMatchObject({
    name: "流转表",
    recordedBy: "技术",
    count: { total: { counted: { least: 400, most: 400 }, once: { least: 200 } } },
  });
  expect(mustDo(await record(people.technician, deliveries, requestId)).id).toBe(table.id);
  expect(mustDo(await getDeliveryTable(db.database, askingOf(people.owner), table.id))).toEqual(table);
  expect(mustDo(await listDeliveries(db.database, askingOf(people.manager), file.id)).items).toEqual([table]);
  const [entry] = await db.owner.selectFrom("audit_entries").select("data").where("kind", "=", "quantity-recorded").execute();
  expect(entry?.data).toEqual({ quantity: "deliveries", quantityId: table.id });
});

describe("who may", () => {
  test("record: the team; read: those who may see rows; others learn nothing", async () => {
    const { id } = mustDo(await record(people.owner));
    expect(await record(people.manager)).toMatchObject({ kind: "not-permitted", detail: { rule: "仅办案组成员可以记录流转情况" } });
    expect(await record(people.stranger)).toMatchObject({ kind: "not-found" });
    expect(await listDeliveries(db.database, askingOf(people.cityLeader), file.id)).toMatchObject({ kind: "not-permitted" });
    expect(await getDeliveryTable(db.database, askingOf(people.cityLeader), id)).toMatchObject({ kind: "not-found" });
    expect(await getDeliveryTable(db.database, askingOf(people.stranger), id)).toMatchObject({ kind: "not-found" });
    expect(await listDeliveries(db.database, askingOf(people.stranger), file.id)).toMatchObject({ kind: "not-found" });
    expect(await tryDeliveries(services(), askingOf(people.stranger), file.id, lines())).toMatchObject({ kind: "not-found" });
  });
  test("nobody changes or deletes a table, and nobody records in another's name", async () => {
    const { id } = mustDo(await record(people.owner));
    const as = { as: "person", actor: people.owner } as const;
    for (const change of [sql`update delivery_tables set name = 'x' where id = ${id}`, sql`delete from delivery_tables where id = ${id}`]) {
      await expect(db.database.transact(as, (tx) => change.execute(tx))).rejects.toThrow(/permission denied/);
      await expect(change.execute(db.owner)).rejects.toThrow(/append-only/);
    }
    const forged = sql`insert into delivery_tables (id, case_id, name, deliveries, count, recorded_by, recorded_at) values (${randomUUID()}, ${file.id}, 'x', '[]', '{}', ${people.technician.personId}, now())`;
    await expect(db.database.transact(as, (tx) => forged.execute(tx))).rejects.toThrow(/row-level security/);
  });
});

test("a line that refers to a count has the ledger's distinct items; another case's count and another number are refused", async () => {
  const countId = await buildFinishedCount(db.owner, people.owner, file.id, {
    "名单.csv": `姓名,手机号\n${[1, 2, 3, 3].map((at) => `甲某,${buildMobile(at)}`).join("\n")}\n`,
  });
  const refer = (parts: Partial<Delivery>) => buildDelivery({ tier: null, ledger: { countId, tier: "C" }, ...parts });
  const table = mustDo(await record(people.owner, [refer({}), buildDelivery({ direction: "sold", party: "钱某", tier: null })]));
  expect(table.deliveries[0]).toMatchObject({ items: 3, tier: "C" });
  expect(table.count.total.counted).toEqual({ least: 3, most: 3 });
  expect(await record(people.owner, [refer({ items: 4 })])).toMatchObject({
    kind: "invalid-input",
    detail: { place: "deliveries[0].items" },
  });
  const other = await buildCase(db.database, people.owner);
  const foreign = await recordDeliveries(services(), askingOf(people.owner), other.id, {
    requestId: randomUUID(),
    name: "x",
    deliveries: [refer({})],
  });
  expect(foreign).toMatchObject({ kind: "invalid-input", detail: { place: "deliveries[0].ledger.countId" } });
});

test("trying and reading a file keep nothing", async () => {
  const before = await db.owner.selectFrom("delivery_tables").select("id").execute();
  expect(mustDo(await tryDeliveries(services(), askingOf(people.owner), file.id, lines())).total.counted.least).toBe(400);
  const upload = (text: string) => ({
    name: "流转.csv",
    stream: (async function* () {
      yield Buffer.from(text);
    })(),
    signal: new AbortController().signal,
  });
  const read = mustDo(
    await readDeliveryUpload(db.database, askingOf(people.owner), file.id, upload("批次,方向,条数\n甲,取得,5\n甲,借给,5\n")),
  );
  expect([read.deliveries.length, read.problems.length]).toEqual([1, 1]);
  expect(await readDeliveryUpload(db.database, askingOf(people.owner), file.id, upload("%PDF-1.7\n"))).toMatchObject({
    kind: "invalid-input",
  });
  expect(await db.owner.selectFrom("delivery_tables").select("id").execute()).toEqual(before);
});
