import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  clueContent,
  damages,
  delivery,
  design,
  evidenceLink,
  FLOW,
  facts,
  handOver,
  type Ids,
  outlineContent,
  party,
  ROWS,
  recommendationContent,
  SECRET_NAME,
  SECRET_TITLE,
  type World,
} from "#http/refusal-rows.cases.ts";
import type { ServerRoute } from "#http/route.ts";
import { buildTestServer, type Client, type TestServer } from "#http/test-server.builder.ts";
import { REFUSALS } from "#refusals/refusal.ts";
import { type AllServices, allRoutes } from "#routes.ts";

const nameOf = (route: ServerRoute<AllServices>) => `${route.method} ${route.path}`;
const guarded = allRoutes.filter((route) => route.access === "signed-in").map((route) => [nameOf(route), route] as const);
const ofCases = guarded.filter(([, route]) => route.path.includes(":"));
const changes = guarded.filter(([, route]) => route.method !== "GET");

let it: TestServer;
let clients: Record<"prosecutor" | "outsider" | "administrator" | "technician", Client>;
let open: Ids;
let closed: Ids;
beforeAll(async () => {
  it = await buildTestServer({ limits: { requestsPerMinute: 100_000 } });
  clients = {
    prosecutor: await it.signIn("prosecutor"),
    outsider: await it.signIn("outsider"),
    administrator: await it.signIn("administrator"),
    technician: await it.signIn("technician"),
  };
  open = await buildCaseWithEverything(1);
  closed = await buildCaseWithEverything(2);
  const detail = (await clients.prosecutor.send("GET", `/api/cases/${closed.caseId}`)).json();
  const close = {
    requestId: randomUUID(),
    expectedVersion: detail.version,
    action: { type: "move-stage", stage: "closed", on: "2026-11-02", reason: "起诉", closeWithOpenClocks: true },
  };
  expect((await clients.prosecutor.send("POST", `/api/cases/${closed.caseId}/actions`, close)).statusCode).toBe(200);
});
afterAll(() => it.close());

test("every route has a row here, every row a route, and only sign-in is public", () => {
  expect(guarded.map(([name]) => name).sort()).toEqual(Object.keys(ROWS).sort());
  expect(allRoutes.filter((route) => route.access === "public").map(nameOf)).toEqual(["POST /session"]);
  expect(
    ofCases.filter(([name, route]) => route.method !== "GET" && ROWS[name]?.closed === undefined).map(([name]) => name),
    "say what a closed case refuses",
  ).toEqual([]);
  expect(
    guarded.filter(([name, route]) => !route.path.includes(":") && ROWS[name]?.notFor === undefined).map(([name]) => name),
    "say who may not",
  ).toEqual([]);
  expect(
    guarded.filter(([name, route]) => route.schemas.body && !ROWS[name]?.body).map(([name]) => name),
    "give a body",
  ).toEqual([]);
});

describe("a request without a session", () => {
  test.each(guarded)("%s", async (name, route) => {
    await refused(it.server.inject({ method: route.method, url: urlOf(name, open), ...bodyOf(name) }), 401, "not-signed-in");
    await refused(
      it.server.inject({
        method: route.method,
        url: urlOf(name, open),
        headers: { cookie: `tandem_session=${"x".repeat(43)}` },
        ...bodyOf(name),
      }),
      401,
      "session-expired",
    );
  });
});

describe("a change without its anti-forgery token", () => {
  test.each(changes)("%s", async (name, route) => {
    const answer = it.server.inject({
      method: route.method,
      url: urlOf(name, open),
      headers: { cookie: clients.prosecutor.cookie, ...typeOf(name) },
      ...bodyOf(name),
    });
    await refused(answer, 403, "forged-request");
  });
});

describe("a person of another office, or one who sees no case at all", () => {
  test.each(ofCases)("%s", async (name) => {
    await refused(ask("outsider", name, open), 404, "not-found");
    await refused(ask("administrator", name, open), 404, "not-found");
  });
});

describe("a thing that is not there looks like one that is hidden", () => {
  const nothing: Ids = {
    caseId: randomUUID(),
    evidenceId: randomUUID(),
    countId: randomUUID(),
    assessmentId: randomUUID(),
    correctionId: randomUUID(),
    deliveryTableId: randomUUID(),
    moneyFlowId: randomUUID(),
    calculationId: randomUUID(),
    sampleId: randomUUID(),
    nullSetId: randomUUID(),
    deadlineId: randomUUID(),
    measureId: randomUUID(),
    procedureId: randomUUID(),
    clueId: randomUUID(),
    legalDocumentId: randomUUID(),
    linkId: randomUUID(),
    outlineId: randomUUID(),
    noticeId: randomUUID(),
    recommendationId: randomUUID(),
    remedyId: randomUUID(),
    caseDocumentId: randomUUID(),
    documentBatchId: randomUUID(),
    transferId: randomUUID(),
    contactId: randomUUID(),
  };
  test.each(ofCases)("%s", async (name) => {
    const missing = await refused(ask("prosecutor", name, nothing), 404, "not-found");
    const hidden = await refused(ask("outsider", name, open), 404, "not-found");
    expect({ ...hidden, requestId: "" }).toEqual({ ...missing, requestId: "" });
  });
});

describe("an address that holds no id", () => {
  const broken: Ids = {
    caseId: "x",
    evidenceId: "1' or '1'='1",
    countId: "..",
    assessmentId: "%00",
    correctionId: "1",
    deliveryTableId: "0",
    moneyFlowId: "null",
    calculationId: "true",
    sampleId: "-",
    nullSetId: "~",
    deadlineId: "*",
    measureId: "*",
    procedureId: "&",
    clueId: "%",
    legalDocumentId: "^",
    linkId: "+",
    outlineId: "=",
    noticeId: "§",
    recommendationId: "|",
    remedyId: "x",
    caseDocumentId: "!",
    documentBatchId: "!",
    transferId: "[",
    contactId: "]",
  };
  test.each(ofCases.filter(([name]) => !name.includes(":countId")))("%s", async (name) => {
    const error = await refused(ask("prosecutor", name, broken), 400, "invalid-input");
    expect(Object.keys(error.detail).sort()).toEqual(["expected", "expected.en", "found", "found.en", "place"]);
  });
});

describe("a closed case", () => {
  test.each(ofCases.filter(([name]) => ROWS[name]?.closed))("%s", async (name) => {
    const kind = ROWS[name]?.closed ?? "";
    await refused(ask("prosecutor", name, closed), kind === "wrong-state" ? 409 : 403, kind);
  });
});

describe("a person whose role does not allow it", () => {
  test.each(guarded.filter(([name]) => ROWS[name]?.notFor))("%s", async (name) => {
    const who = ROWS[name]?.notFor;
    if (who !== "technician" && who !== "administrator" && who !== "prosecutor") throw new Error(`no client for ${who}`);
    await refused(ask(who, name, open), 403, "not-permitted");
  });
});

describe("a body that does not fit its contract", () => {
  test.each(guarded.filter(([, route]) => route.schemas.body))("%s", async (name, route) => {
    for (const body of [[1], ...(route.schemas.body?.safeParse({}).success ? [] : [{}])]) {
      const error = await refused(clients.prosecutor.send(route.method, urlOf(name, open), body), 400, "invalid-input");
      expect(error.message.zh).toMatch(/^填写有误：.+应为.+，收到的是.+。$/);
    }
    const torn = it.server.inject({
      method: route.method,
      url: urlOf(name, open),
      payload: "{",
      headers: headersOf("prosecutor", "application/json"),
    });
    await refused(torn, 400, "invalid-input");
    const large = { requestId: "x".repeat(1 << 20) };
    await refused(clients.prosecutor.send(route.method, urlOf(name, open), large), 413, "too-large");
  });
});

describe("a query that does not fit its contract", () => {
  test.each(guarded.filter(([, route]) => route.schemas.query))("%s", async (name, route) => {
    const bad = ROWS[name]?.badQuery;
    if (bad === undefined) throw new Error("give a badQuery");
    const error = await refused(ask("prosecutor", name, open, bad), 400, "invalid-input");
    expect(route.schemas.query).toBeDefined();
    expect(Object.keys(error.detail).sort()).toEqual(["expected", "expected.en", "found", "found.en", "place"]);
  });
});

test("what was refused to a signed-in person stands in the audit, without content; the log names no person and no case", async () => {
  const entries = (await it.entries()).filter((entry) => entry.kind === "refused");
  expect(new Set(entries.map((entry) => JSON.stringify(entry.data)))).toContain(
    JSON.stringify({ refusal: "not-found", operation: "GET /api/cases/:caseId" }),
  );
  expect(entries.length).toBeGreaterThan(100);
  expect(JSON.stringify(await it.entries())).not.toMatch(/钱某某/);
  expect(it.logs.join("")).not.toMatch(/钱某某|虚构|云岭|tandem_session/);
});

const ErrorBody = z.strictObject({
  error: z.strictObject({
    kind: z.enum(Object.keys(REFUSALS)),
    message: z.strictObject({ zh: z.string().regex(/\p{Script=Han}/u), en: z.string() }),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    requestId: z.uuid(),
  }),
});

/** The answer is this refusal, in the one shape, under its request id, and tells nothing of the case. */
async function refused(answer: ReturnType<Client["send"]> | ReturnType<typeof inject>, status: number, kind: string) {
  const response = await answer;
  const { error } = ErrorBody.parse(response.json());
  expect([response.statusCode, error.kind], response.body).toEqual([status, kind]);
  expect(response.headers["x-request-id"]).toBe(error.requestId);
  expect(response.body).not.toMatch(/钱某某|at \w+.*\.ts:\d+|select |insert /);
  return error;
}

function inject() {
  return it.server.inject({ url: "/" });
}

function ask(who: keyof typeof clients, name: string, ids: Ids, query?: string) {
  const [method] = name.split(" ");
  if (method !== "GET" && method !== "POST" && method !== "DELETE") throw new Error(name);
  return clients[who].send(method, urlOf(name, ids, query), ROWS[name]?.body?.(world()), typeOf(name));
}

function urlOf(name: string, ids: Ids, query = ROWS[name]?.query): string {
  const path = (name.split(" ")[1] ?? "").replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(Object.entries(ids).find(([id]) => id === key)?.[1] ?? "?"),
  );
  return `/api${path}${query ? `?${query}` : ""}`;
}

function bodyOf(name: string): { payload?: object | Buffer } {
  const payload = ROWS[name]?.body?.(world());
  return payload === undefined ? {} : { payload };
}

function typeOf(name: string): Record<string, string> {
  return Buffer.isBuffer(ROWS[name]?.body?.(world())) ? { "content-type": "application/octet-stream" } : {};
}

function headersOf(who: keyof typeof clients, type: string): Record<string, string> {
  return { cookie: clients[who].cookie, "x-csrf-token": clients[who].session.csrfToken, "content-type": type };
}

function world(): World {
  return { id: randomUUID, personId: it.people.prosecutor.id };
}

/** A case with a party, a piece of evidence, a count and a draft. */
async function buildCaseWithEverything(number: number): Promise<Ids> {
  const make = async (path: string, body: object | Buffer, headers = {}) => {
    const response = await clients.prosecutor.send("POST", path, body, headers);
    if (response.statusCode !== 200)
      throw new Error(`${path}: ${response.body} ${it.logs.filter((line) => line.includes("fault")).join("")}`);
    return z.object({ id: z.uuid() }).parse(response.json()).id;
  };
  const caseId = await make("/api/cases", {
    requestId: randomUUID(),
    number: `云岭检刑诉受〔2026〕${number}号`,
    title: SECRET_TITLE,
    stage: "prosecution-review",
    acceptedOn: "2026-11-01",
  });
  await make(`/api/cases/${caseId}/actions`, { requestId: randomUUID(), expectedVersion: 1, action: { type: "add-party", party } });
  const evidenceId = await make(`/api/cases/${caseId}/evidence?requestId=${randomUUID()}&path=a.txt`, Buffer.from(SECRET_NAME), {
    "content-type": "application/octet-stream",
  });
  const countId = await make(`/api/cases/${caseId}/counts`, { requestId: randomUUID(), evidenceIds: [], options: { asOf: "2026-11-01" } });
  const assessmentId = await make(`/api/cases/${caseId}/assessments`, { requestId: randomUUID(), countId: null, facts });
  const deliveryTableId = await make(`/api/cases/${caseId}/deliveries`, { requestId: randomUUID(), name: "流转", deliveries: [delivery] });
  const moneyFlowId = await make(`/api/cases/${caseId}/money-flows?requestId=${randomUUID()}&name=a.csv`, Buffer.from(FLOW), {
    "content-type": "application/octet-stream",
  });
  const calculationId = await make(`/api/money-flows/${moneyFlowId}/gains`, { requestId: randomUUID(), choices: {} });
  const sampleId = await make(`/api/cases/${caseId}/samples`, { requestId: randomUUID(), countId: null, design });
  const deadlineId = await make(`/api/cases/${caseId}/deadlines`, {
    requestId: randomUUID(),
    state: { rule: "CR-PROS-1M", from: "2026-11-01" },
  });
  const detail = await clients.prosecutor.send("GET", `/api/cases/${caseId}`);
  const [suspect] = z.object({ parties: z.array(z.object({ id: z.uuid() })) }).parse(detail.json()).parties;
  const measureId = await make(`/api/cases/${caseId}/measures`, {
    requestId: randomUUID(),
    state: { partyId: suspect?.id, kind: "bail", from: "2026-11-01", document: "取保候审决定书" },
  });
  const nullSetId = randomUUID();
  const [requested_at, requested_by] = [it.now(), it.people.prosecutor.id];
  const waiting = { status: "waiting", sample: null, problem: null, finished_at: null } as const;
  const nullSet = { id: nullSetId, case_id: caseId, count_id: countId, seed: "1", size: 5, requested_by, requested_at, ...waiting };
  await it.test.owner.insertInto("null_sets").values(nullSet).execute();
  const office = { officeCode: it.people.prosecutor.officeCode, handler: it.people.prosecutor.id };
  const procedure = { requestId: randomUUID(), kind: "criminal", title: SECRET_TITLE, on: "2026-11-01", ...office };
  const procedureId = await make(`/api/cases/${caseId}/procedures`, procedure);
  const recommendationId = await make(`/api/cases/${caseId}/recommendations`, { requestId: randomUUID(), content: recommendationContent });
  const clueId = await make("/api/clues", { requestId: randomUUID(), content: clueContent, source: "群众举报" });
  const remedyId = await make(`/api/cases/${caseId}/remedies`, {
    requestId: randomUUID(),
    begin: { kind: "damages", content: damages },
  });
  const handed = await make("/api/clues", { requestId: randomUUID(), content: clueContent, source: "群众举报" });
  const transferId = await make(`/api/clues/${handed}/transfers`, { requestId: randomUUID(), ...handOver });
  const contactId = await makeContact(clueId, handed);
  const legalDocumentId = await make(`/api/cases/${caseId}/legal-documents`, { requestId: randomUUID(), kind: "notice" });
  const documentBatchId = await make(`/api/cases/${caseId}/document-batches`, { requestId: randomUUID(), evidenceId, kind: null });
  const caseDocumentId = await make(`/api/cases/${caseId}/case-documents`, { requestId: randomUUID(), evidenceId, kind: "judgment" });
  const quantities = {
    legalDocumentId,
    transferId,
    contactId,
    deliveryTableId,
    moneyFlowId,
    calculationId,
    sampleId,
    nullSetId,
    deadlineId,
    measureId,
    procedureId,
    clueId,
    recommendationId,
    remedyId,
    caseDocumentId,
    documentBatchId,
  };
  const link = { requestId: randomUUID(), link: evidenceLink(evidenceId) };
  const linked = await clients.prosecutor.send("POST", `/api/cases/${caseId}/evidence-links`, link);
  const [first] = z.object({ links: z.array(z.object({ id: z.uuid() })) }).parse(linked.json()).links;
  const linkId = first?.id ?? "";
  const outlineId = await make(`/api/cases/${caseId}/outlines`, { requestId: randomUUID(), content: outlineContent });
  const noticeId = randomUUID();
  const about = { ground: "over", text: "请说明", issuedOn: "2026-11-01", issuedBy: "案管", replyClock: deadlineId };
  const state = JSON.stringify({ ...about, status: "open", reply: null, withdrawn: null });
  const asked = { id: noticeId, version: 1, case_id: caseId, deadline_id: deadlineId, addressee: requested_by, state, open: true };
  const noted = { ...asked, changed_by: requested_by, changed_at: requested_at, request_id: randomUUID() };
  await it.test.owner.insertInto("process_notices").values(noted).execute();
  const outlines = { linkId, outlineId, noticeId };
  return { caseId, evidenceId, countId, assessmentId, correctionId: randomUUID(), ...quantities, ...outlines };
}

/** A contact the working office asked another one for, about one of its clues. */
async function makeContact(mine: string, theirs: string): Promise<string> {
  const id = randomUUID();
  const { owner } = it.test;
  const asked = { purpose: "joinder" as const, traits: JSON.stringify([{ kind: "domain", many: 1 }]), until: "2099-01-01" };
  const header = {
    id,
    status: "asked" as const,
    asking_level: "county" as const,
    asked_at: it.now(),
    version: 1,
    updated_at: it.now(),
    ...asked,
  };
  await owner.insertInto("clue_contacts").values(header).execute();
  for (const [side, clue_id, office_code] of [
    ["asking", mine, it.people.prosecutor.officeCode],
    ["answering", theirs, "530100"],
  ] as const)
    await owner.insertInto("clue_contact_sides").values({ contact_id: id, side, clue_id, office_code }).execute();
  const data = JSON.stringify({ ...asked, traits: [{ kind: "domain", many: 1 }], level: "county" });
  const act = { contact_id: id, version: 1, side: "asking" as const };
  await owner
    .insertInto("clue_contact_events")
    .values({ ...act, type: "asked", data, at: it.now(), request_id: randomUUID() })
    .execute();
  const words = JSON.stringify({ reason: SECRET_NAME, disclosed: null });
  await owner
    .insertInto("clue_contact_words")
    .values({ ...act, person_id: it.people.prosecutor.id, data: words })
    .execute();
  return id;
}
