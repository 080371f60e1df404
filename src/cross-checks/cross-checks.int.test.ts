import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import { type Clue, type ClueAction, ClueContent } from "#clues/clues.contract.ts";
import { getClue } from "#clues/get-clue.query.ts";
import { registerClue } from "#clues/register-clue.command.ts";
import { actOnContact } from "#cross-checks/act-on-contact.command.ts";
import { askContact } from "#cross-checks/ask-contact.command.ts";
import { checkClue } from "#cross-checks/check-clue.query.ts";
import { compareSome } from "#cross-checks/compare-clues.worker.ts";
import { type Contact, type ContactAction, CrossCheck } from "#cross-checks/cross-checks.contract.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { getContact, listContacts } from "#cross-checks/list-contacts.query.ts";
import { listHits } from "#cross-checks/list-hits.query.ts";
import { makeFingerprints } from "#cross-checks/make-fingerprints.ts";
import { replaceTraits } from "#cross-checks/replace-traits.command.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";

let db: TestDatabase;
let people: Record<"a" | "aColleague" | "aManager" | "b" | "bLeader" | "c" | "city", Actor>;
const tables = loadProcedureTables(new Set(loadCalendar().rules.keys()));
const traitFingerprint = openTraitFingerprint(new Uint8Array(32).fill(1));
/** The database says itself what day it is where it guards the words; a contact must outlast the real today. */
const TODAY = new Date();
const UNTIL = new Date(TODAY.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
const SECRET = "云岭北辰专案";

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  await db.owner
    .insertInto("offices")
    .values({ code: "990103", level: "county", parent_code: "990100", name_zh: "云岭990103院", name_en: "Office 990103" })
    .execute();
  people = {
    a: await buildPerson(db.owner, "甲院检察官", ["pil-prosecutor"]),
    aColleague: await buildPerson(db.owner, "甲院同事", ["criminal-prosecutor"]),
    aManager: await buildPerson(db.owner, "甲院案管", ["case-manager"]),
    b: await buildPerson(db.owner, "乙院检察官", ["criminal-prosecutor"], "990102"),
    bLeader: await buildPerson(db.owner, "乙院领导", ["leader"], "990102"),
    c: await buildPerson(db.owner, "丙院检察官", ["pil-prosecutor"], "990103"),
    city: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
  };
});
afterAll(() => db.close());

const ask = (actor: Actor) => askingOf(actor, TODAY);
const compare = async () => {
  while ((await compareSome({ database: db.database, traitFingerprint, clock: () => TODAY })) > 0);
};
/** Registered by hand and compared by the worker. */
async function register(actor: Actor, summary: string, title = SECRET): Promise<Clue> {
  const content = ClueContent.parse({ title, summary, field: "personal-information" });
  const clue = mustDo(await registerClue(db.database, ask(actor), { requestId: randomUUID(), content, source: "群众举报", caseId: null }));
  await compare();
  return clue;
}
const act = async (actor: Actor, { id }: Clue, action: ClueAction) => {
  const { version } = mustDo(await getClue(db.database, ask(actor), id));
  return mustDo(
    await actOnClue({ database: db.database, tables }, ask(actor), id, { requestId: randomUUID(), expectedVersion: version, action }),
  );
};
const check = async (actor: Actor, { id }: Clue) => CrossCheck.parse(mustDo(await checkClue(db.database, ask(actor), id)));
let host = 0;
const newHost = () => `https://host${(host += 1)}.top`;
const disclosure = (actor: Actor) => ({
  contactId: actor.personId,
  phone: "内线8101",
  title: true,
  caseNumber: true,
  summary: "涉案站点同一",
});
const requestFor = (actor: Actor, hit: string) => ({
  requestId: randomUUID(),
  hit,
  purpose: "joinder" as const,
  reason: "同一供应商，拟并案",
  until: UNTIL,
  disclosure: disclosure(actor),
});
const answer = (actor: Actor, { id, version }: Contact, action: ContactAction, requestId: string = randomUUID()) =>
  actOnContact(db.database, ask(actor), id, { requestId, expectedVersion: version, action });
const agree = (actor: Actor): ContactAction => ({ type: "agree", reason: "同意会商", until: UNTIL, disclosure: disclosure(actor) });

/** A clue of each office that share a domain, and the contact A asked for. */
async function askedContact() {
  const value = newHost();
  const [mine, theirs] = [await register(people.a, `登录${value}出售`), await register(people.b, `群众反映${value}泄露信息`, "乙院线索")];
  const [hit] = (await check(people.a, mine)).hits;
  if (!hit) throw new Error("a hit is expected");
  const request = requestFor(people.a, hit.id);
  const contact = mustDo(await askContact(db.database, ask(people.a), mine.id, request));
  return { value, mine, theirs, hit, request, contact };
}
/** All a person of the office can read by SQL of their own. */
async function readEverything(actor: Actor): Promise<string> {
  const names = [
    "clues",
    "clue_events",
    "clue_traits",
    "clue_comparisons",
    "clues_to_compare",
    "clue_contacts",
    "clue_contact_sides",
    "clue_contact_events",
    "clue_contact_words",
  ];
  return db.database.transact({ as: "person", actor }, async (tx) => {
    const found: unknown[] = [];
    for (const name of names) found.push((await sql`select * from ${sql.table(name)}`.execute(tx)).rows);
    return JSON.stringify(found);
  });
}

test("two offices see that they share something, of what kind and how much, and nothing else; of one office it is a clue with its name", async () => {
  const value = newHost();
  const mine = await register(people.a, `登录${value}出售，另见${newHost()}`);
  expect(await check(people.a, mine)).toMatchObject({
    live: true,
    hits: [],
    duplicates: [],
    mayAsk: true,
    compared: { waiting: false, left: 0 },
  });
  const theirs = await register(people.b, `举报${value.toUpperCase()}/a?b=1`, "乙院线索");
  const [seen, back] = [await check(people.a, mine), await check(people.b, theirs)];
  expect(seen.hits).toEqual([{ id: expect.any(String), strength: "some", traits: [{ kind: "domain", many: 1 }], contact: null }]);
  expect(back.hits).toMatchObject([{ strength: "some", traits: [{ kind: "domain", many: 1 }], contact: null }]);
  expect(back.hits[0]?.id).not.toBe(seen.hits[0]?.id);
  expect(JSON.stringify(seen)).not.toContain(theirs.id);
  const own = await register(people.aColleague, `又见${value}`, "同院线索");
  expect((await check(people.a, own)).duplicates).toMatchObject([{ id: mine.id, title: SECRET, traits: [{ kind: "domain", many: 1 }] }]);
  expect((await check(people.aManager, mine)).mayAsk, "case management looks, it does not ask").toBe(false);
  expect(
    (await check(people.city, mine)).duplicates.map(({ title }) => title),
    "a leader above both sees both",
  ).toContain("乙院线索");
  const list = mustDo(await listHits(db.database, ask(people.b), { size: 200 }));
  expect(list.items.filter(({ clue }) => clue.id === theirs.id)).toHaveLength(2);
  expect(await checkClue(db.database, ask(people.b), mine.id)).toMatchObject({ kind: "not-found" });
});

test("neither before both agree nor by SQL of one's own does an office learn anything of the other: no value, no fingerprint, no title, no person", async () => {
  const { value, mine, theirs, contact } = await askedContact();
  const listed = mustDo(await listContacts(db.database, ask(people.b), { side: "answering", size: 100 })).items.find(
    ({ id }) => id === contact.id,
  );
  expect(listed).toMatchObject({
    side: "answering",
    status: "asked",
    askingLevel: "county",
    traits: [{ kind: "domain", many: 1 }],
    other: null,
    clue: { id: theirs.id },
  });
  const seen = mustDo(await getContact(db.database, ask(people.b), contact.id));
  expect(seen).toMatchObject({ received: null, shown: null, can: ["agree", "decline"], history: [{ by: null, reason: null }] });
  const [read, pattern] = [
    await readEverything(people.b),
    new RegExp([mine.id, SECRET, people.a.personId, "甲院检察官", "拟并案", "站点同一", "8101", '"990101"'].join("|")),
  ];
  expect(read).not.toMatch(pattern);
  expect(read, "B reads what is B's own").toContain(theirs.id);
  expect(JSON.stringify(seen)).not.toMatch(pattern);
  expect(await readEverything(people.a)).not.toMatch(new RegExp([theirs.id, "乙院线索", people.b.personId, '"990102"'].join("|")));
  const stored = JSON.stringify((await sql`select * from clue_traits`.execute(db.owner)).rows);
  expect(stored).not.toContain(new URL(value).host);
  await expect(
    db.database.transact({ as: "person", actor: people.b }, (tx) =>
      sql`select * from shared_traits(array[${theirs.id}]::uuid[], 9)`.execute(tx),
    ),
  ).rejects.toThrow(/permission denied/);
  await expect(
    db.database.transact({ as: "person", actor: people.b }, (tx) =>
      sql`select contact_between(${theirs.id}::uuid, ${mine.id}::uuid)`.execute(tx),
    ),
  ).rejects.toThrow(/permission denied/);
  const probes = await db.database.transact({ as: "person", actor: people.b }, (tx) =>
    sql`select * from find_hits(array[${mine.id}]::uuid[], 9)`.execute(tx),
  );
  expect(probes.rows, "of a clue one does not see nothing is told").toEqual([]);
});

test("by SQL nobody gives the other side's consent, puts a value in, or lengthens a contact", async () => {
  const { mine, contact } = await askedContact();
  const by = (actor: Actor, statement: ReturnType<typeof sql>) =>
    db.database.transact({ as: "person", actor }, (tx) => statement.execute(tx));
  const forged = sql`insert into clue_contact_events (contact_id, version, side, type, data, at, request_id)
    values (${contact.id}, 2, 'answering', 'agreed', ${JSON.stringify({ until: UNTIL })}, now(), ${randomUUID()})`;
  await expect(by(people.a, forged)).rejects.toThrow(/row-level security/);
  await expect(by(people.c, forged)).rejects.toThrow(/row-level security/);
  const planted = sql`insert into clue_traits (clue_id, source, kind, fingerprint) values (${mine.id}, 'text', 'mobile', ${Buffer.alloc(32)})`;
  await expect(by(people.a, planted)).rejects.toThrow(/row-level security/);
  await by(people.a, sql`update clue_contacts set status = 'agreed', until = '2099-01-01' where id = ${contact.id}`);
  expect(await readEverything(people.b), "a status is no consent").not.toMatch(/拟并案|甲院检察官/);
  expect(mustDo(await getContact(db.database, ask(people.b), contact.id)).received).toBeNull();
  await expect(by(people.a, sql`update clue_contact_events set type = 'ended' where contact_id = ${contact.id}`)).rejects.toThrow(
    /permission denied/,
  );
});

test("when both agree each sees office, person and what the other chose, and nothing after the end, however it is asked", async () => {
  const { mine, theirs, request, contact } = await askedContact();
  expect(mustDo(await askContact(db.database, ask(people.a), mine.id, request)).id, "the same request again").toBe(contact.id);
  const requestId = randomUUID();
  const agreed = mustDo(await answer(people.b, contact, agree(people.bLeader), requestId));
  expect(agreed).toMatchObject({ status: "agreed", other: { zh: "云岭990101院" }, can: ["end"] });
  expect(agreed.received).toEqual({
    office: { zh: "云岭990101院", en: "Office 990101" },
    contact: "甲院检察官",
    phone: "内线8101",
    title: SECRET,
    caseNumber: null,
    summary: "涉案站点同一",
  });
  const back = mustDo(await getContact(db.database, ask(people.a), contact.id));
  expect(back.received).toMatchObject({ office: { zh: "云岭990102院" }, contact: "乙院领导", title: "乙院线索" });
  expect(back.history.map(({ by }) => by)).toEqual(["甲院检察官", "乙院检察官"]);
  expect(JSON.stringify(back)).not.toContain(theirs.id);
  expect((await check(people.a, mine)).hits[0]?.contact).toEqual({ id: contact.id, status: "agreed" });
  expect(await getContact(db.database, ask(people.c), contact.id)).toMatchObject({ kind: "not-found" });
  const ended = mustDo(await answer(people.a, back, { type: "end", reason: "已并案" }));
  expect(ended).toMatchObject({ status: "ended", received: null, other: null, can: [] });
  expect(mustDo(await getContact(db.database, ask(people.b), contact.id))).toMatchObject({ received: null, other: null });
  expect(
    mustDo(await answer(people.b, contact, agree(people.bLeader), requestId)).received,
    "the first answer is not kept either",
  ).toBeNull();
  expect(await readEverything(people.b)).not.toMatch(/甲院检察官|拟并案|8101.*云岭990101院/);
  const kept = await db.owner.selectFrom("requests").select("response").where("person_id", "=", people.b.personId).execute();
  expect(JSON.stringify(kept)).not.toContain(SECRET);
});

test("a contact ends by itself after its last day", async () => {
  const { contact } = await askedContact();
  mustDo(await answer(people.b, contact, agree(people.b)));
  const later = askingOf(people.b, new Date(TODAY.getTime() + 31 * 86_400_000));
  expect(mustDo(await getContact(db.database, later, contact.id))).toMatchObject({
    status: "expired",
    received: null,
    other: null,
    can: [],
  });
});

test("a request is declined with a code the other side reads and a reason it does not; it can be asked again", async () => {
  const { mine, request, contact } = await askedContact();
  mustDo(await answer(people.b, contact, { type: "decline", code: "secrecy", reason: "侦查中，不便透露" }));
  const seen = mustDo(await getContact(db.database, ask(people.a), contact.id));
  expect(seen).toMatchObject({ status: "declined", can: [], received: null });
  expect(seen.history[1]).toMatchObject({ by: null, reason: null, sentence: { zh: expect.stringContaining("保密") } });
  const again = mustDo(await askContact(db.database, ask(people.a), mine.id, { ...request, requestId: randomUUID() }));
  expect(mustDo(await answer(people.a, again, { type: "withdraw", reason: "另行处理" }))).toMatchObject({ status: "withdrawn" });
});

test("only prosecutors and leaders of the clue's office ask, about a hit there is, with a colleague as contact, for half a year at most", async () => {
  const { mine, request, contact, theirs } = await askedContact();
  const again = (changes: Partial<typeof request>, actor = people.a) =>
    askContact(db.database, ask(actor), mine.id, { ...request, requestId: randomUUID(), ...changes });
  expect(await again({}, people.aManager)).toMatchObject({ kind: "not-permitted" });
  expect(await again({}, people.city)).toMatchObject({ kind: "not-permitted" });
  expect(await again({}, people.b)).toMatchObject({ kind: "not-found" });
  expect(await again({ hit: randomUUID() })).toMatchObject({ kind: "not-found" });
  expect(await again({ until: "2020-01-01" })).toMatchObject({ kind: "invalid-input" });
  expect(await again({ disclosure: disclosure(people.b) })).toMatchObject({
    kind: "invalid-input",
    detail: { place: "disclosure.contactId" },
  });
  expect(await again({}), "they are in contact already").toMatchObject({ kind: "wrong-state" });
  const [hit] = (await check(people.b, theirs)).hits;
  expect(
    await askContact(db.database, ask(people.b), theirs.id, requestFor(people.b, hit?.id ?? "")),
    "from the other side too",
  ).toMatchObject({ kind: "wrong-state" });
  expect(await answer(people.a, contact, agree(people.a)), "nobody agrees with themselves").toMatchObject({ kind: "wrong-state" });
  expect(await answer(people.city, contact, agree(people.city))).toMatchObject({ kind: "not-permitted" });
  expect(await answer(people.b, { ...contact, version: 7 }, agree(people.b))).toMatchObject({ kind: "stale-version" });
});

test("two at once: of two requests from both sides one is made, of two answers one is taken", async () => {
  const value = newHost();
  const [mine, theirs] = [await register(people.a, value), await register(people.b, value)];
  const [hit, back] = [(await check(people.a, mine)).hits[0]?.id ?? "", (await check(people.b, theirs)).hits[0]?.id ?? ""];
  const asked = await Promise.all([
    askContact(db.database, ask(people.a), mine.id, requestFor(people.a, hit)),
    askContact(db.database, ask(people.b), theirs.id, requestFor(people.b, back)),
  ]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(asked.find(({ ok }) => !ok)).toMatchObject({ kind: "wrong-state" });
  const { contact } = await askedContact();
  const answers = await Promise.all([
    answer(people.b, contact, agree(people.b)),
    answer(people.bLeader, contact, { type: "decline", code: "not-related", reason: "无关" }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version" });
});

test("a clue that was dismissed or merged meets nobody; taken up again it does; a correction is compared anew", async () => {
  const [value, other] = [newHost(), newHost()];
  const [mine, theirs] = [await register(people.a, value), await register(people.b, value)];
  expect((await check(people.a, mine)).hits).toHaveLength(1);
  await act(people.b, theirs, { type: "dismiss", code: "evidence-too-thin", reason: "" });
  expect((await check(people.a, mine)).hits).toEqual([]);
  expect(await check(people.b, theirs)).toMatchObject({ live: false, hits: [], mayAsk: false });
  const reopened = await act(people.b, theirs, { type: "reopen", reason: "有新材料" });
  expect((await check(people.a, mine)).hits).toHaveLength(1);
  await act(people.bLeader, theirs, { type: "correct", content: { ...reopened.content, summary: other }, reason: "网址有误" });
  expect((await check(people.bLeader, theirs)).compared.waiting).toBe(true);
  await compare();
  expect((await check(people.a, mine)).hits).toEqual([]);
  const into = await register(people.bLeader, "另一条线索");
  await act(people.bLeader, theirs, { type: "correct", content: { ...reopened.content, summary: value }, reason: "改回" });
  await compare();
  expect((await check(people.a, mine)).hits).toHaveLength(1);
  await act(people.bLeader, theirs, { type: "merge", into: into.id, reason: "同一事实" });
  expect((await check(people.a, mine)).hits).toEqual([]);
});

test("what more than ten matters carry is noise; numbers of persons come from documents only, never from what somebody types", async () => {
  const value = newHost();
  const clues = [await register(people.a, value)];
  for (let at = 0; at < 9; at += 1) clues.push(await register(at % 2 ? people.b : people.c, value));
  const [first] = clues;
  if (!first) throw new Error("a clue is expected");
  expect((await check(people.a, first)).hits).toHaveLength(9);
  await register(people.c, value);
  expect((await check(people.a, first)).hits).toEqual([]);

  const spoken = "被告人使用手机13800138000。";
  const [mine, typed] = [await register(people.a, "无特征"), await register(people.b, spoken)];
  const made = makeFingerprints(spoken, "document", traitFingerprint);
  await db.database.transact({ as: "worker" }, (tx) => replaceTraits(tx, [mine.id], "document", made, NOW));
  expect((await check(people.a, mine)).compared.traits).toEqual([{ kind: "mobile", many: 1 }]);
  expect((await check(people.a, mine)).hits, "typing a number finds nobody").toEqual([]);
  await db.database.transact({ as: "worker" }, (tx) => replaceTraits(tx, [typed.id], "document", made, NOW));
  expect((await check(people.a, mine)).hits).toMatchObject([{ traits: [{ kind: "mobile", many: 1 }] }]);
});

test("every look and every act is in the audit of its own side, under one's own clue: the entries of two offices do not tell that they belong together", async () => {
  const { mine, theirs, contact } = await askedContact();
  mustDo(await answer(people.b, contact, agree(people.b)));
  const entries = await db.owner
    .selectFrom("audit_entries")
    .select(["kind", "data", "person_id"])
    .where("kind", "in", ["work-changed", "work-read"])
    .execute();
  const text = JSON.stringify(entries);
  expect(text).toContain(`"thingId":"${mine.id}"`);
  const changed = entries.filter(({ data }) => JSON.stringify(data).includes("contact-"));
  expect(changed.map(({ data, person_id }) => [JSON.stringify(data).match(/contact-\w+/)?.[0], person_id]).slice(-2)).toEqual([
    ["contact-asked", people.a.personId],
    ["contact-agreed", people.b.personId],
  ]);
  expect(JSON.stringify(changed.at(-1)?.data)).toContain(theirs.id);
  expect(text).not.toContain(contact.id);
});
