import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { listCaseDeadlines } from "#deadlines/list-deadlines.query.ts";
import { actOnDocument } from "#legal-documents/act-on-document.command.ts";
import type { DocumentAction } from "#legal-documents/legal-documents.contract.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { actOnProcedure } from "#procedures/act-on-procedure.command.ts";
import { getProcedure } from "#procedures/get-procedure.query.ts";
import { openProcedure } from "#procedures/open-procedure.command.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { actOnRecommendation } from "#recommendations/act-on-recommendation.command.ts";
import { draftRecommendation } from "#recommendations/draft-recommendation.command.ts";
import { findRecommendations, getRecommendation, listCaseRecommendations } from "#recommendations/list-recommendations.query.ts";
import { procedures, types } from "#recommendations/recommendation.cases.ts";
import { pilContent, wholeContent } from "#recommendations/recommendation-content.cases.ts";
import type { RecommendationAction, RecommendationContent } from "#recommendations/recommendation-event.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";

let db: TestDatabase;
let people: { owner: Actor; pil: Actor; leader: Actor; stranger: Actor; cityLeader: Actor; technician: Actor };
let file: CaseDetail;
const calendar = loadCalendar();
const documents = loadDocumentKinds();
const parts = () => ({ database: db.database, calendar, types, procedures, documents });
const tables = () => ({ database: db.database, calendar, tables: procedures });

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益检察官", ["pil-prosecutor"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    stranger: await buildPerson(db.owner, "路人", ["pil-prosecutor"], "990102"),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
  };
  file = await buildCase(db.database, people.owner, [
    [people.pil, "pil-prosecutor"],
    [people.technician, "technician"],
  ]);
});
afterAll(() => db.close());

const draft = (content: RecommendationContent, actor = people.pil, requestId: string = randomUUID(), procedureId: string | null = null) =>
  draftRecommendation(parts(), askingOf(actor), file.id, { requestId, procedureId, content });
const act = (
  { id, version }: Recommendation,
  action: RecommendationAction,
  actor = people.pil,
  requestId: string = randomUUID(),
  now = NOW,
) => actOnRecommendation(parts(), askingOf(actor, now), id, { requestId, expectedVersion: version, action });
const clocks = async () => mustDo(await listCaseDeadlines(tables(), askingOf(people.owner), file.id, "zh")).items;
const review: RecommendationAction = { type: "review", reviewer: "李研", opinion: "agree", note: "", on: "2026-01-04" };
const approve: RecommendationAction = { type: "approve", by: "chief-procurator", on: "2026-01-05", note: "" };
let running = 0;
const issue = (change: object = {}): RecommendationAction => ({
  ...{ type: "issue", number: `云岭检建〔2026〕${(running += 1)}号`, on: "2026-01-06", deliveredOn: "2026-01-10" },
  ...{ way: "written", consent: false, copies: ["regulator"], ...change },
});
const reply = (on: string): RecommendationAction => ({ type: "reply", on, document: "云快函1号", summary: "已全部整改" });
const check = (result: "met" | "not-met", on: string, count: number): RecommendationAction => ({
  ...{ type: "check", measureId: "m1", on, result, found: "抽查面单50张", evidence: [], counted: { sample: 50, count } },
});

async function issued(content = wholeContent()): Promise<Recommendation> {
  let made = mustDo(await draft(content));
  if (content.type === "social-governance") made = mustDo(await act(made, review));
  made = mustDo(await act(made, approve, people.leader));
  return mustDo(await act(made, issue()));
}

describe("a recommendation for social governance", () => {
  test("goes from draft over review and decision to the addressee, with its clocks and its document", async () => {
    const made = mustDo(await draft(wholeContent({ triggers: [] })));
    expect(made).toMatchObject({ status: "drafting", version: 1, type: { id: "social-governance" } });
    expect(made.missing.map(({ zh }) => zh).join()).toContain("情形");
    expect(await act(made, approve, people.leader)).toMatchObject({ kind: "condition-not-met" });
    const whole = mustDo(await act(made, { type: "revise", content: wholeContent(), reason: "补情形" }));
    expect(whole.missing).toEqual([]);
    expect(await act(whole, approve, people.pil)).toMatchObject({ kind: "not-permitted" });
    expect(await act(whole, approve, people.leader)).toMatchObject({ kind: "condition-not-met" });
    const reviewed = mustDo(await act(whole, review));
    const approved = mustDo(await act(reviewed, approve, people.leader));
    expect(approved).toMatchObject({ status: "approved", approved: { person: "院领导" } });
    const document = await db.owner
      .selectFrom("legal_documents")
      .selectAll()
      .where("id", "=", approved.approved?.documentId ?? "")
      .executeTakeFirstOrThrow();
    expect(document).toMatchObject({ kind: "recommendation", addressee: "云岭某快递有限公司", case_id: file.id });
    const out = mustDo(await act(approved, issue({ deliveredOn: "2026-01-31" })));
    // Two months from January 31 end on the last day of March, and 5 days from the issue on Sunday roll over.
    expect(out).toMatchObject({ status: "issued", replyDue: "2026-03-31", deliveredOn: "2026-01-31", nextRecheck: "2026-03-01" });
    const own = (await clocks()).filter(({ state }) => state.subject === "云岭某快递有限公司");
    expect(own.map(({ state: { rule, from } }) => [rule, from]).sort()).toEqual([
      ["SG-FILE-5", "2026-01-06"],
      ["SG-REPLY-2M", "2026-01-31"],
    ]);
  });

  test("sent twice it is drafted and issued once; a number stands once", async () => {
    const [requestId, issueId] = [randomUUID(), randomUUID()];
    const one = mustDo(await draft(wholeContent(), people.pil, requestId));
    expect(mustDo(await draft(wholeContent(), people.pil, requestId)).id).toBe(one.id);
    const approved = mustDo(await act(mustDo(await act(one, review)), approve, people.leader));
    const action = issue();
    const once = mustDo(await act(approved, action, people.pil, issueId));
    const again = mustDo(await act(approved, action, people.pil, issueId));
    expect(again.version).toBe(once.version);
    const other = mustDo(await act(mustDo(await act(mustDo(await draft(wholeContent())), review)), approve, people.leader));
    expect(await act(other, action)).toMatchObject({ kind: "already-exists" });
  });

  test("two at once: one act is taken, the other reads that somebody was faster", async () => {
    const out = await issued();
    const answers = await Promise.all([act(out, reply("2026-02-01")), act(out, reply("2026-02-02"), people.owner)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version" });
  });

  test("an organ that answers twice, a re-check that finds nothing done: the effect stays below the reply", async () => {
    let out = mustDo(await act(await issued(), reply("2026-02-01")));
    out = mustDo(await act(out, reply("2026-03-20")));
    expect(out).toMatchObject({ repliedOn: "2026-02-01", effect: { replies: 2, met: 0, unchecked: 2 } });
    expect(out.replies.map(({ late }) => late)).toEqual([false, true]);
    expect((await clocks()).find(({ id, state }) => state.rule === "SG-REPLY-2M" && state.done?.on === "2026-02-01" && id)).toBeDefined();
    expect(await act(out, check("met", "2026-03-21", 3))).toMatchObject({ kind: "condition-not-met" });
    out = mustDo(await act(out, check("not-met", "2026-03-21", 3), people.technician));
    expect(out).toMatchObject({ effect: { notMet: 1 }, nextRecheck: "2026-06-01" });
    out = mustDo(await act(out, check("met", "2026-06-01", 0)));
    expect(out).toMatchObject({ effect: { met: 1, unchecked: 1 }, nextRecheck: null });
    expect(await act(out, { type: "close", on: "2026-06-02", reason: "" })).toMatchObject({ kind: "condition-not-met" });
    const escalate: RecommendationAction = {
      ...{
        type: "escalate",
        way: "report-up",
        on: "2026-07-01",
        urgedOn: "2026-06-10",
        failure: null,
        body: "市院",
        reason: "第二项未整改",
      },
    };
    expect(await act(out, escalate)).toMatchObject({ kind: "not-permitted" });
    out = mustDo(await act(out, escalate, people.leader));
    expect(out.escalations).toHaveLength(1);
    out = mustDo(await act(out, { type: "close", on: "2026-07-02", reason: "另案处理" }));
    expect(out).toMatchObject({ status: "closed", can: [] });
  });

  test("a shorter day to reply, set case by case, goes before the two months", async () => {
    const out = await issued(wholeContent({ urgent: { reason: "仍在外泄", replyBy: "2026-01-20" } }));
    expect(out.replyDue).toBe("2026-01-20");
    const onTheWall = (await clocks()).find(({ state }) => state.rule === "SG-REPLY-2M" && state.setDay !== null);
    expect(onTheWall).toMatchObject({ due: "2026-01-20", state: { from: "2026-01-10", setDay: { reason: "仍在外泄" } } });
  });

  test("the number is that of the issued document: before its issue nothing goes out, and none is typed beside it", async () => {
    const approved = mustDo(await act(mustDo(await act(mustDo(await draft(wholeContent())), review)), approve, people.leader));
    const today = issue({ number: "", on: "2026-11-24", deliveredOn: "2026-11-24" });
    expect(await act(approved, issue({ on: "2026-11-24", deliveredOn: "2026-11-24" }))).toMatchObject({ kind: "wrong-state" });
    const id = approved.approved?.documentId ?? "";
    const kinds = { database: db.database, kinds: documents, tables: procedures };
    const acts: readonly (readonly [DocumentAction, Actor])[] = [
      [{ type: "edit", fields: { caseTitle: "某案", reason: "履职不到位" }, body: null }, people.pil],
      [{ type: "submit" }, people.pil],
      [{ type: "approve", note: "" }, people.leader],
      [{ type: "issue", on: "2026-11-24" }, people.pil],
    ];
    for (const [at, [action, actor]] of acts.entries())
      mustDo(await actOnDocument(kinds, askingOf(actor), id, { requestId: randomUUID(), expectedVersion: at + 1, action }));
    const out = mustDo(await act(approved, today));
    expect(out.number).toMatch(/检建〔2026〕\d+号$/);
    expect(out.approved?.document).toMatchObject({ status: "issued", number: out.number, issuedOn: "2026-11-24" });
  });

  test("evidence that does not lie in this case is no evidence of a finding", async () => {
    const [finding] = wholeContent().findings;
    const foreign = { kind: "evidence", id: randomUUID(), label: "别案证据" };
    expect(await draft(wholeContent({ findings: [{ ...finding, evidence: [foreign] }] }))).toMatchObject({ kind: "invalid-input" });
  });
});

describe("a public-interest recommendation goes with its procedure", () => {
  async function concluded(): Promise<Procedure> {
    const opened = {
      kind: "administrative-pil" as const,
      title: "督促履职案",
      number: null,
      officeCode: "990101",
      handler: people.pil.personId,
    };
    let track = mustDo(
      await openProcedure(tables(), askingOf(people.pil), file.id, { ...opened, requestId: randomUUID(), on: "2025-12-01", continues: {} }),
    );
    const steps = [
      ["file", { document: `云岭检行公立〔2026〕${(running += 1)}号`, matterOnly: false, organ: "县邮政管理局" }],
      ["record-investigation", { means: "inspect", persons: 2, content: "现场检查" }],
      ["conclude-investigation", { proposal: "提出检察建议" }],
    ] as const;
    for (const [step, fields] of steps) {
      const known = procedures.get("administrative-pil")?.steps.find(({ id }) => id === step)?.fields ?? [];
      const wanted = Object.fromEntries(
        known.map(({ id, kind, choices }) => [
          id,
          Object.entries(fields).find(([name]) => name === id)?.[1] ??
            (kind === "yes-no" ? false : kind === "number" ? 2 : kind === "day" ? "2025-12-10" : (choices?.[0]?.value ?? "某")),
        ]),
      );
      const action = { type: "take-step" as const, step, on: "2025-12-10", fields: wanted, note: null, closeWithOpenClocks: false };
      track = mustDo(
        await actOnProcedure(tables(), askingOf(people.pil), track.id, { requestId: randomUUID(), expectedVersion: track.version, action }),
      );
    }
    return track;
  }

  test("the issue takes the step and its clocks, urgent in 15 days; the reply ends them; a suit only after the period", async () => {
    const track = await concluded();
    const content = pilContent({ urgent: { reason: "损害继续扩大", replyBy: null } });
    let made = mustDo(await draft(content, people.pil, randomUUID(), track.id));
    made = mustDo(await act(made, approve, people.leader));
    made = mustDo(await act(made, issue({ on: "2026-01-08" })));
    expect(made.replyDue).toBe("2026-01-26");
    const after = mustDo(await getProcedure(tables(), askingOf(people.pil), track.id));
    expect(after).toMatchObject({ state: { id: "recommended" } });
    expect(after.steps.at(-1)?.clocks.map(({ rule }) => rule)).toEqual(["PI-REC-FILE-5", "PI-REC-REPLY"]);
    const started = (await clocks()).filter(({ state }) => ["PI-REC-REPLY", "PI-REC-SEND-3"].includes(state.rule));
    expect(started.map(({ standing }) => standing).sort()).toEqual(["done-late", "over"]);
    const suit: RecommendationAction = {
      ...{ type: "escalate", way: "suit", on: "2026-01-26", urgedOn: null, failure: "partial", body: "", reason: "仅部分整改" },
    };
    expect(await act(made, suit, people.leader)).toMatchObject({ kind: "condition-not-met" });
    made = mustDo(await act(made, reply("2026-01-20")));
    expect(mustDo(await getProcedure(tables(), askingOf(people.pil), track.id)).steps.at(-1)?.step).toBe("receive-reply");
    made = mustDo(await act(made, { ...suit, on: "2026-01-27" }, people.leader));
    expect(made.escalations[0]?.failure?.zh).toContain("部分");
  });

  test("what the procedure's table does not allow is not issued, and nothing of it is kept", async () => {
    const opened = {
      kind: "administrative-pil" as const,
      title: "督促履职案",
      number: null,
      officeCode: "990101",
      handler: people.pil.personId,
    };
    const track = mustDo(
      await openProcedure(tables(), askingOf(people.pil), file.id, { ...opened, requestId: randomUUID(), on: "2025-12-01", continues: {} }),
    );
    const approved = mustDo(await act(mustDo(await draft(pilContent(), people.pil, randomUUID(), track.id)), approve, people.leader));
    const many = (await clocks()).length;
    expect(await act(approved, issue())).toMatchObject({ kind: "wrong-step" });
    expect((await clocks()).length).toBe(many);
    expect(mustDo(await getRecommendation(parts(), askingOf(people.pil), approved.id)).version).toBe(approved.version);
    expect(await draft(wholeContent(), people.pil, randomUUID(), track.id)).toMatchObject({ kind: "invalid-input" });
  });
});

describe("who sees it", () => {
  test("a stranger finds neither the recommendation nor its board row; the leader above sees and does nothing", async () => {
    const out = await issued();
    expect(await getRecommendation(parts(), askingOf(people.stranger), out.id)).toMatchObject({ kind: "not-found" });
    expect(await act(out, reply("2026-02-01"), people.stranger)).toMatchObject({ kind: "not-found" });
    expect(await listCaseRecommendations(parts(), askingOf(people.stranger), file.id)).toMatchObject({ kind: "not-found" });
    const find = (actor: Actor) => findRecommendations(parts(), askingOf(actor), { page: 1, size: 100 });
    expect(mustDo(await find(people.stranger))).toMatchObject({ total: 0, figures: { issued: 0 } });
    expect(mustDo(await find(people.cityLeader)).items.map(({ id }) => id)).toContain(out.id);
    expect(mustDo(await getRecommendation(parts(), askingOf(people.cityLeader), out.id)).can).toEqual([]);
    expect(mustDo(await listCaseRecommendations(parts(), askingOf(people.cityLeader), file.id)).mayDraft).toBe(false);
  });

  test("the board counts by period: what is not due yet is in no rate, and due replies come nearest first", async () => {
    const board = mustDo(await findRecommendations(parts(), askingOf(people.leader), { due: "reply", page: 1, size: 100 }));
    const days = board.items.map(({ replyDue }) => replyDue ?? "");
    expect(days).toEqual([...days].sort());
    expect(board.items.every(({ repliedOn }) => repliedOn === null)).toBe(true);
    const early = mustDo(
      await findRecommendations(parts(), askingOf(people.leader, new Date("2026-01-15T04:00:00Z")), { page: 1, size: 100 }),
    );
    expect(early.figures.ended).toBe(0);
    expect(early.figures.running).toBe(early.figures.issued);
    expect(board.figures.ended).toBeGreaterThan(0);
    const rechecks = mustDo(await findRecommendations(parts(), askingOf(people.leader), { due: "recheck", page: 1, size: 100 }));
    expect(rechecks.items.every(({ nextRecheck }) => nextRecheck !== null)).toBe(true);
  });

  test("events are never changed", async () => {
    await expect(db.owner.updateTable("recommendation_events").set({ type: "closed" }).execute()).rejects.toThrow();
  });
});
