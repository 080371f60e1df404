import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { ClueContent } from "#clues/clues.contract.ts";
import { getClue } from "#clues/get-clue.query.ts";
import { registerClue } from "#clues/register-clue.command.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { actOnTransfer } from "#transfers/act-on-transfer.command.ts";
import { exportBundle } from "#transfers/bundles/export-bundle.command.ts";
import { importBundle } from "#transfers/bundles/import-bundle.command.ts";
import { buildKeys } from "#transfers/bundles/keys.builder.ts";
import { sealBundle } from "#transfers/bundles/seal-bundle.ts";
import { handOverClue } from "#transfers/hand-over-clue.command.ts";
import { getTransfer } from "#transfers/list-transfers.query.ts";
import { loadTransferClocks } from "#transfers/load-transfer-clocks.query.ts";
import type { Transfer, TransferAction } from "#transfers/transfers.contract.ts";

/** Two installations as two databases that know the same offices, each with keys of its own. */
let here: TestDatabase;
let there: TestDatabase;
let people: Record<"prosecutor" | "manager" | "thereManager" | "thereProsecutor", Actor>;
const [keysHere, keysThere] = [buildKeys(), buildKeys()];
const calendar = loadCalendar();
const shared = {
  tables: loadProcedureTables(new Set(calendar.rules.keys())),
  kinds: loadDocumentKinds(),
  calendar,
  clocks: loadTransferClocks(),
};
const partsHere = () => ({ ...shared, database: here.database, keys: keysHere });
const partsThere = () => ({ ...shared, database: there.database, keys: keysThere });

beforeAll(async () => {
  [here, there] = await Promise.all([buildTestDatabase(), buildTestDatabase()]);
  await Promise.all([buildOffices(here.owner), buildOffices(there.owner)]);
  people = {
    prosecutor: await buildPerson(here.owner, "刑事检察官", ["criminal-prosecutor"]),
    manager: await buildPerson(here.owner, "案管", ["case-manager"]),
    thereManager: await buildPerson(there.owner, "邻院案管", ["case-manager"], "990102"),
    thereProsecutor: await buildPerson(there.owner, "邻院公益", ["pil-prosecutor"], "990102"),
  };
});
afterAll(() => Promise.all([here.close(), there.close()]));

/** A transfer to the neighbour, forwarded unless told otherwise. */
async function build(forwarded = true): Promise<Transfer> {
  const content = ClueContent.parse({ title: "某快递站点", summary: "", field: "personal-information" });
  const clue = mustDo(
    await registerClue(here.database, askingOf(people.prosecutor), { requestId: randomUUID(), content, source: "举报", caseId: null }),
  );
  const form = {
    ground: "ordinary" as const,
    foundOn: "2026-11-20",
    basis: "办案中发现",
    content: "举报人电话13800138000，身份证号110101199003070134",
    evidence: [{ name: "讯问笔录", evidenceId: randomUUID() }],
    opinion: "移送管辖",
  };
  const target = { kind: "procuratorate" as const, officeCode: "990102" };
  let transfer = mustDo(
    await handOverClue(partsHere(), askingOf(people.prosecutor), clue.id, {
      requestId: randomUUID(),
      expectedVersion: clue.version,
      target,
      form,
    }),
  );
  const actions: TransferAction[] = [{ type: "register" }, { type: "forward" }];
  for (const action of forwarded ? actions : []) {
    const request = { requestId: randomUUID(), expectedVersion: transfer.version, action };
    transfer = mustDo(await actOnTransfer(partsHere(), askingOf(people.manager), transfer.id, request));
  }
  return transfer;
}
const exported = async ({ id }: Transfer, actor = people.manager) => exportBundle(partsHere(), askingOf(actor), id);
const textOf = async (transfer: Transfer) => Buffer.from(mustDo(await exported(transfer)).bytes).toString();
const take = (bundle: string, trust = keysHere.fingerprint, actor = people.thereManager) =>
  importBundle(partsThere(), askingOf(actor), { requestId: randomUUID(), bundle, trust });
const takeBack = (bundle: string, trust = keysThere.fingerprint) =>
  importBundle(partsHere(), askingOf(people.manager), { requestId: randomUUID(), bundle, trust });

test("a key that nobody confirmed opens nothing; with its fingerprint typed the clue stands in the queue, and the receipt moves the transfer on", async () => {
  const transfer = await build();
  const bundle = await textOf(transfer);
  expect(await take(bundle, "")).toMatchObject({ kind: "needs-confirmation" });
  expect(await take(bundle, "0".repeat(64))).toMatchObject({ kind: "invalid-input", detail: { place: "密钥指纹" } });
  expect(await take(bundle, "", people.thereProsecutor)).toMatchObject({ kind: "not-permitted" });
  const taken = mustDo(await take(bundle));
  const clue = mustDo(await getClue(there.database, askingOf(people.thereProsecutor), taken.clueId ?? ""));
  expect(clue).toMatchObject({ status: "queued", origin: { kind: "bundle", bundleId: transfer.id }, office: { code: "990102" } });
  expect(mustDo(await takeBack(taken.receipt ?? ""))).toMatchObject({ kind: "receipt", transferId: transfer.id });
  const after = mustDo(await getTransfer(here.database, askingOf(people.prosecutor), transfer.id));
  expect(after).toMatchObject({ status: "accepted", receipt: { receiver: "邻院案管" } });
  expect(after.can, "the result is recorded by hand, the other side is not connected").toEqual(["feed-back"]);
});

test("a bundle and a receipt are taken in once", async () => {
  const transfer = await build();
  const bundle = await textOf(transfer);
  const taken = mustDo(await take(bundle));
  expect(await take(bundle)).toMatchObject({ kind: "already-exists" });
  expect(await take(await textOf(transfer))).toMatchObject({ kind: "already-exists" });
  mustDo(await takeBack(taken.receipt ?? ""));
  expect(await takeBack(taken.receipt ?? "")).toMatchObject({ kind: "already-exists" });
});

test("texts are masked before they leave, evidence goes by its name only", async () => {
  const bundle = await textOf(await build());
  expect(bundle).not.toMatch(/13800138000|110101199003070134/);
  expect(bundle).toContain("讯问笔录");
  expect(JSON.parse(bundle).payload.form.evidence).toEqual([{ name: "讯问笔录", evidenceId: null }]);
});

test("addressed to another office, or changed on the way: refused, nothing is taken in", async () => {
  const bundle = await textOf(await build());
  const elsewhere = await buildPerson(there.owner, "第三人", ["case-manager"], "990100");
  expect(await take(bundle, keysHere.fingerprint, elsewhere)).toMatchObject({ kind: "invalid-input", detail: { place: "接收院" } });
  expect(await take(bundle.replace("移送管辖", "移送办理"))).toMatchObject({ kind: "invalid-input", detail: { place: "移送包" } });
  expect(await take("不是移送包")).toMatchObject({ kind: "invalid-input", detail: { place: "移送包" } });
  mustDo(await take(bundle));
});

test("only what case management forwarded to a procuratorate goes out, and only by case management", async () => {
  expect(await exported(await build(false))).toMatchObject({ kind: "wrong-state" });
  expect(await exported(await build(), people.prosecutor)).toMatchObject({ kind: "not-permitted" });
});

test("a receipt for a transfer that is not this office's is not found", async () => {
  const transfer = await build();
  const taken = mustDo(await take(await textOf(transfer)));
  const leader = await buildPerson(here.owner, "市院案管", ["case-manager"], "990100");
  const answer = await importBundle(partsHere(), askingOf(leader), {
    requestId: randomUUID(),
    bundle: taken.receipt ?? "",
    trust: keysThere.fingerprint,
  });
  expect(answer).toMatchObject({ kind: "invalid-input", detail: { place: "接收院" } });
});

test("a receipt dated before the transfer went out or after today is refused", async () => {
  const transfer = await build();
  const taken = mustDo(await take(await textOf(transfer)));
  const { payload } = JSON.parse(taken.receipt ?? "");
  for (const on of ["2026-11-23", "2026-11-25"])
    expect(await takeBack(sealBundle({ ...payload, on }, keysThere))).toMatchObject({
      kind: "invalid-input",
      detail: { place: "回执日期" },
    });
  mustDo(await takeBack(sealBundle(payload, keysThere)));
});
