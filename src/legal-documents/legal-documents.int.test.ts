import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { readDocument } from "#documents/read-document.query.ts";
import { actOnDocument } from "#legal-documents/act-on-document.command.ts";
import { textOfDocument } from "#legal-documents/compose-document.ts";
import { draftDocument, draftDocumentIn } from "#legal-documents/draft-document.command.ts";
import type { DocumentAction, LegalDocument } from "#legal-documents/legal-documents.contract.ts";
import { getDocument, listDocuments, listOfficeDocuments, previewDraft } from "#legal-documents/list-documents.query.ts";
import { listNumbers } from "#legal-documents/list-numbers.query.ts";
import { printTemplate } from "#legal-documents/list-templates.query.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { TEMPLATE_LIMITS } from "#legal-documents/output/open-template.ts";
import { buildTemplate, paragraph } from "#legal-documents/output/template.builder.ts";
import { printDocument } from "#legal-documents/print-document.query.ts";
import { setShortName } from "#legal-documents/set-short-name.command.ts";
import { uploadTemplate, useStandardText } from "#legal-documents/upload-template.command.ts";
import { actOnProcedure } from "#procedures/act-on-procedure.command.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { openProcedure } from "#procedures/open-procedure.command.ts";

let db: TestDatabase;
let people: { owner: Actor; leader: Actor; manager: Actor; technician: Actor; otherPil: Actor; otherLeader: Actor };
let caseId: string;
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
const kinds = loadDocumentKinds();
const parts = () => ({ database: db.database, kinds, tables, calendar });
const FACTS = { facts: "张某在网上出售公民个人信息。", evidence: "电子数据", reason: "应当追究", lawBasis: "刑法", court: "云岭法院" };

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    leader: await buildPerson(db.owner, "检察长", ["leader"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    otherPil: await buildPerson(db.owner, "邻院", ["pil-prosecutor"], "990102"),
    otherLeader: await buildPerson(db.owner, "邻院检察长", ["leader"], "990102"),
  };
  caseId = (await buildCase(db.database, people.owner, [[people.technician, "technician"]])).id;
});
afterAll(() => db.close());

const draft = (kind: string, fields: Record<string, string> = {}, actor = people.owner, requestId: string = randomUUID()) =>
  draftDocument(parts(), askingOf(actor), caseId, { requestId, kind, procedureId: null, fields });
const act = ({ id, version }: LegalDocument, action: DocumentAction, actor = people.owner) =>
  actOnDocument(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, action });
const approved = async (kind = "indictment") => {
  const made = mustDo(await draft(kind, { ...FACTS, suspects: "张某" }));
  const submitted = mustDo(await act(made, { type: "submit" }));
  return mustDo(await act(submitted, { type: "approve", note: "" }, people.leader));
};
const issue = { type: "issue" as const, on: "2026-11-24" };

test("a draft holds what the case knows, lists what is missing, and is made once however often it is sent", async () => {
  const requestId = randomUUID();
  const made = mustDo(await draft("indictment", { facts: "虚构事实" }, people.owner, requestId));
  expect(mustDo(await draft("indictment", { facts: "虚构事实" }, people.owner, requestId)).id).toBe(made.id);
  expect(made.fields.find(({ id }) => id === "charge")).toMatchObject({ value: "侵犯公民个人信息罪", source: "case" });
  expect(made.fields.find(({ id }) => id === "facts")).toMatchObject({ value: "虚构事实", source: "written" });
  expect(made.missingFields.filter(({ mandatory }) => mandatory).map(({ id }) => id)).toContain("suspects");
  expect(textOfDocument(made)).toContain("【待填：犯罪嫌疑人（被告人）】");
  expect(made).toMatchObject({ status: "draft", number: null, form: "placeholder" });
  expect(await act(made, { type: "submit" })).toMatchObject({ ok: false, kind: "invalid-input" });
});

test("from draft over approval to issue, service and receipt; then nothing of it changes, and its number stays when it is called back", async () => {
  const ready = await approved();
  expect(await act(ready, issue, people.technician)).toMatchObject({ kind: "not-permitted" });
  const out = mustDo(await act(ready, issue));
  expect(out.number).toMatch(/^云岭990101检刑诉〔2026〕\d+号$/);
  expect(textOfDocument(out)).toContain(out.number);
  expect(out.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await act(out, { type: "edit", fields: { facts: "改" }, body: null })).toMatchObject({ kind: "wrong-state" });
  const served = mustDo(await act(out, { type: "serve", way: "in-person", on: "2026-11-24", receiver: "云岭法院", note: "" }));
  const closed = mustDo(await act(served, { type: "record-receipt", on: "2026-11-24", receipt: "回证第1号" }));
  expect(closed).toMatchObject({ status: "served", receipt: { receipt: "回证第1号" } });
  expect(await act(closed, { type: "withdraw", reason: "误发" })).toMatchObject({ kind: "not-permitted" });
  const called = mustDo(await act(closed, { type: "withdraw", reason: "误发" }, people.leader));
  expect(called).toMatchObject({ status: "withdrawn", number: out.number });
  const numbers = mustDo(await listNumbers(parts(), askingOf(people.manager), 2026)).items;
  expect(numbers.find(({ number }) => number === out.number)).toMatchObject({ voided: "误发" });
  const next = mustDo(await act(await approved(), issue));
  expect(next.number).not.toBe(out.number);
});

test("only a leader of the office approves, and a return goes back to a draft", async () => {
  const submitted = mustDo(await act(mustDo(await draft("indictment", { ...FACTS, suspects: "张某" })), { type: "submit" }));
  expect(await act(submitted, { type: "approve", note: "" })).toMatchObject({ kind: "not-permitted" });
  expect(await act(submitted, { type: "approve", note: "" }, people.manager)).toMatchObject({ kind: "not-permitted" });
  const back = mustDo(await act(submitted, { type: "return", reason: "证据列得不全" }, people.leader));
  expect(back.status).toBe("draft");
  expect(await act(submitted, { type: "submit" })).toMatchObject({ kind: "stale-version" });
});

test("twelve documents issued at once have twelve numbers without a gap; one that fails gives its number back", async () => {
  const ready = [];
  for (let at = 0; at < 12; at += 1) ready.push(await approved("filing-decision"));
  const answers = await Promise.all(ready.map((one) => act(one, issue)));
  const running = answers.map((answer) => Number(/〕(\d+)号/.exec(mustDo(answer).number ?? "")?.[1])).sort((a, b) => a - b);
  expect(running).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  const [one] = [await approved("filing-decision")];
  const twice = await Promise.all([act(one, issue), act(one, issue)]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  const failed = db.database.transact({ as: "person", actor: people.owner }, async (tx) => {
    const [row] = await tx
      .selectFrom("legal_documents")
      .select("id")
      .where("id", "=", (await approved("filing-decision")).id)
      .execute();
    const { giveNumber } = await import("#legal-documents/legal-documents.store.ts");
    expect(await giveNumber(tx, row?.id ?? "", { shortName: "云岭", word: "检公益立", on: "2026-11-24" })).toContain("〕14号");
    throw new Error("the caller fails");
  });
  await expect(failed).rejects.toThrow("the caller fails");
  const after = mustDo(await act(await approved("filing-decision"), issue));
  expect(after.number).toContain("〕14号");
});

test("a step of a procedure fills its document: the choice by its name, reasons of an earlier step line by line", async () => {
  const opened = mustDo(
    await openProcedure(parts(), askingOf(people.owner), caseId, {
      requestId: randomUUID(),
      kind: "supervision",
      title: "张某案",
      number: null,
      officeCode: "990101",
      handler: people.owner.personId,
      on: "2026-11-01",
      continues: {},
    }),
  );
  const step = async (name: string, fields: Record<string, string | boolean>, version: number) =>
    mustDo(
      await actOnProcedure(parts(), askingOf(people.owner), opened.id, {
        requestId: randomUUID(),
        expectedVersion: version,
        action: { type: "take-step", step: name, on: "2026-11-02", fields, note: null, closeWithOpenClocks: false },
      }),
    ).version;
  let version = await step("ask-for-reasons", { of: "not-filed", document: "—" }, opened.version);
  version = await step("receive-reasons", { reasons: "数量不足\n来源合法" }, version);
  await step("order-filing", { document: "—" }, version);
  const preview = async (kind: string) =>
    textOfDocument(mustDo(await previewDraft(parts(), askingOf(people.owner), caseId, { kind, procedureId: opened.id })));
  expect(await preview("reasons-request")).toContain("张某案进行立案监督（应当立案而不立案）");
  expect(await preview("filing-order")).toContain("\n数量不足\n来源合法\n");
  expect(await previewDraft(parts(), askingOf(people.owner), caseId, { kind: "nothing" })).toMatchObject({ kind: "invalid-input" });
});

test("another slice drafts a document about no case in its own transaction; the office it goes to reads it once it is issued", async () => {
  const fields = { addressee: "邻院", caseTitle: "快递面单", clueSource: "举报", summary: "外传面单", reason: "管辖", receiver: "邻院" };
  const about = { caseId: null, procedureId: null, kind: "clue-transfer", toOffice: "990102" };
  const made = await db.database.transact({ as: "person", actor: people.manager }, async (tx) =>
    mustDo(await draftDocumentIn(tx, parts(), askingOf(people.manager), { ...about, fields }, randomUUID())),
  );
  expect(made.missing.filter(({ mandatory }) => mandatory)).toEqual([]);
  expect(await getDocument(parts(), askingOf(people.otherPil), made.id)).toMatchObject({ kind: "not-found" });
  expect(await getDocument(parts(), askingOf(people.technician), made.id)).toMatchObject({ kind: "not-found" });
  let document = mustDo(await getDocument(parts(), askingOf(people.manager), made.id));
  document = mustDo(await act(document, { type: "submit" }, people.manager));
  document = mustDo(await act(document, { type: "approve", note: "" }, people.leader));
  document = mustDo(await act(document, issue, people.manager));
  const read = mustDo(await getDocument(parts(), askingOf(people.otherPil), made.id));
  expect(read.number).toBe(document.number);
  expect(read.can).toEqual([]);
  expect(await act(read, { type: "withdraw", reason: "不收" }, people.otherLeader)).toMatchObject({ ok: false });
});

test("a value for a field that no template knows is refused, not lost", async () => {
  expect(await draft("notice", { factz: "错" })).toMatchObject({ kind: "invalid-input", detail: { place: "fields.factz" } });
});

test("an office sets its short name; numbers given before stay", async () => {
  expect(await setShortName(db.database, askingOf(people.owner), { requestId: randomUUID(), shortName: "云" })).toMatchObject({
    kind: "not-permitted",
  });
  mustDo(await setShortName(db.database, askingOf(people.manager), { requestId: randomUUID(), shortName: "云岭" }));
  const out = mustDo(await act(await approved("non-prosecution"), issue));
  expect(out.number).toBe("云岭检刑不诉〔2026〕1号");
  const register = mustDo(await listNumbers(parts(), askingOf(people.manager), undefined));
  expect(register).toMatchObject({ shortName: "云岭", shortNameSet: true, mayManage: true });
  expect(register.items.some(({ number }) => number.startsWith("云岭990101检"))).toBe(true);
});

test("who may not see the case sees none of its documents", async () => {
  expect(await listDocuments(parts(), askingOf(people.otherPil), caseId)).toMatchObject({ kind: "not-found" });
  expect(mustDo(await listDocuments(parts(), askingOf(people.technician), caseId)).mayDraft).toBe(false);
});

test("an office's own template is used from then on, versions are kept, and the way back to the standard text is a version as well", async () => {
  const upload = (bytes: Buffer, actor = people.manager) =>
    uploadTemplate(parts(), askingOf(actor), {
      requestId: randomUUID(),
      kind: "suspension",
      name: "中止.docx",
      stream: Readable.from([bytes]),
    });
  expect(await upload(buildTemplate(paragraph("甲")), people.owner)).toMatchObject({ kind: "not-permitted" });
  expect(await upload(buildTemplate(paragraph("{{wrong}}")))).toMatchObject({ kind: "invalid-input", detail: { place: "正文第1段" } });
  expect(await upload(Buffer.alloc(TEMPLATE_LIMITS.bytes + 1))).toMatchObject({ kind: "too-large" });
  const before = mustDo(await draft("suspension", { addressee: "某局", reason: "旧" }));
  const own = paragraph("本院格式 {{documentNumber}}") + paragraph("因{{rea", "son}}，由{{handler}}承办");
  expect(mustDo(await upload(buildTemplate(own)))).toMatchObject({
    versions: [{ version: 1, fields: ["reason", "handler"] }],
    lacks: ["addressee", "caseTitle"],
  });
  const after = mustDo(await draft("suspension", { reason: "新" }));
  expect(after).toMatchObject({ form: "office", templateVersion: 1 });
  expect(textOfDocument(after)).toContain("因新，由承办人承办");
  expect(mustDo(await getDocument(parts(), askingOf(people.owner), before.id)).form).toBe("placeholder");
  mustDo(await upload(buildTemplate(paragraph("第二版{{reason}}"))));
  const submitted = mustDo(await act(after, { type: "submit" }));
  const out = mustDo(await act(mustDo(await act(submitted, { type: "approve", note: "" }, people.leader)), issue));
  const file = mustDo(await printDocument(parts(), askingOf(people.owner), out.id, "docx"));
  expect(file.name).toBe(`中止审查决定书-${out.number}.docx`);
  expect(createHash("sha256").update(file.bytes).digest("hex")).toBe(out.sha256);
  const text = await readBytes(Buffer.from(file.bytes));
  expect(text).toContain(`本院格式 ${out.number}`);
  expect(text).toContain("因新，由承办人承办");
  const pdf = mustDo(await printDocument(parts(), askingOf(people.owner), out.id, "pdf"));
  expect((await readBytes(Buffer.from(pdf.bytes))).replace(/\s/g, "")).toContain("因新，由承办人承办");
  const back = mustDo(await useStandardText(parts(), askingOf(people.leader), { requestId: randomUUID(), kind: "suspension" }));
  expect(back.versions.map(({ version, standard }) => [version, standard])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  expect(mustDo(await draft("suspension")).form).toBe("placeholder");
  const [, second] = back.versions;
  expect(mustDo(await printTemplate(parts(), askingOf(people.owner), second?.id ?? "")).bytes.length).toBeGreaterThan(100);
  expect(await printTemplate(parts(), askingOf(people.otherPil), second?.id ?? "")).toMatchObject({ kind: "not-found" });
});

async function readBytes(bytes: Buffer): Promise<string> {
  const source = { path: "a", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  return (await readDocument(source, new AbortController().signal)).text;
}

test("a text that people changed is what goes out, and its fields are the ones that must be filled", async () => {
  const made = mustDo(await draft("suspension", { addressee: "某局", reason: "停产" }));
  expect(await act(made, { type: "edit", fields: {}, body: ["{{nothing}}"] })).toMatchObject({ detail: { found: "{{nothing}}" } });
  const changed = mustDo(await act(made, { type: "edit", fields: {}, body: ["新文：{{reason}}", { heading: "另需{{period}}" }] }));
  expect(changed).toMatchObject({ bodyChanged: true, missing: 1 });
  expect(textOfDocument(changed)).toContain("新文：停产");
  expect(await act(changed, { type: "submit" })).toMatchObject({ kind: "invalid-input", detail: { place: "期限" } });
  const filled = mustDo(await act(changed, { type: "edit", fields: { period: "十日" }, body: null }));
  expect(textOfDocument(mustDo(await act(filled, { type: "submit" })))).toContain("另需十日");
});

test("what waits for a leader is found in their own office, and nowhere else", async () => {
  const made = mustDo(await act(mustDo(await draft("suspension", { addressee: "某局", reason: "停产" })), { type: "submit" }));
  const find = async (actor: Actor) => mustDo(await listOfficeDocuments(parts(), askingOf(actor), "submitted")).items.map(({ id }) => id);
  expect(await find(people.leader)).toContain(made.id);
  expect(await find(people.otherLeader)).toEqual([]);
});
