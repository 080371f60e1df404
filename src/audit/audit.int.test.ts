import { randomUUID } from "node:crypto";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAnchorFile } from "#audit/anchor.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import { AuditVerification } from "#audit/audit.contract.ts";
import { keepAnchors } from "#audit/keep-anchors.worker.ts";
import { execute } from "#cli/main.ts";
import { buildTestServer, type TestServer } from "#http/test-server.builder.ts";

let it: TestServer;
beforeEach(async () => {
  it = await buildTestServer();
});
afterEach(() => it.close());

const append = (part: string) =>
  it.test.database.transact({ as: "nobody" }, (tx) =>
    appendEntry(tx, { event: { kind: "case-read", part }, actor: null, caseId: null, requestId: randomUUID() }),
  );

async function appendMany(many: number): Promise<void> {
  for (let entry = 0; entry < many; entry += 1) await append(`part-${entry}`);
}

async function verify(): Promise<AuditVerification> {
  const auditor = await it.signIn("auditor");
  const answer = await auditor.send("POST", "/api/audit/verification", {});
  expect(answer.statusCode).toBe(200);
  return AuditVerification.parse(answer.json());
}
const named = (verification: AuditVerification) => verification.problems.map((problem) => `${problem.seq} ${problem.problem}`);

/** What only the owner of the database can do: switch the guard off and rewrite. */
async function tamper(...statements: string[]): Promise<void> {
  await it.test.owner.transaction().execute(async (tx) => {
    await sql`alter table audit_entries disable trigger user`.execute(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
    await sql`alter table audit_entries enable trigger user`.execute(tx);
  });
}

describe("an untouched chain", () => {
  test("holds as the database wrote it: text, escapes, microseconds and nulls are hashed alike on both sides", async () => {
    await append('引号"、反斜线\\、换行\n、表情😀、\u0001');
    await it.test.database.transact({ as: "nobody" }, (tx) =>
      appendEntry(tx, {
        event: { kind: "cases-searched", queryHash: null, filters: { b: "2", a: "1" }, found: 0 },
        actor: null,
        caseId: randomUUID(),
        requestId: randomUUID(),
      }),
    );
    const answer = await verify();
    expect(answer).toMatchObject({ holds: true, entries: 3, problems: [] });
    expect((await it.entries()).at(-1)).toMatchObject({
      kind: "audit-verified",
      data: { entries: 3, holds: true },
      person_id: it.people.auditor.id,
    });
  });

  test("fifty writers at once make one chain without a fork", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, writer) => append(`writer-${writer}`)));
    const rows = await it.test.owner.selectFrom("audit_entries").select(["seq", "previous_hash", "hash"]).orderBy("seq").execute();
    expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(new Set(rows.map((row) => row.previous_hash.toString("hex"))).size).toBe(50);
    expect(await verify()).toMatchObject({ holds: true, entries: 51 });
  });

  test("an entry whose transaction is rolled back leaves neither itself nor a gap", async () => {
    await append("kept");
    const broken = it.test.database.transact({ as: "nobody" }, async (tx) => {
      await appendEntry(tx, { event: { kind: "case-read", part: "lost" }, actor: null, caseId: null, requestId: randomUUID() });
      throw new Error("the change failed");
    });
    await expect(broken).rejects.toThrow("the change failed");
    await append("kept too");
    expect(await verify()).toMatchObject({ holds: true, entries: 3 });
  });

  test("more entries than a page are walked without losing one", async () => {
    await sql`insert into audit_entries (kind, data, request_id) select 'case-read', '{"part": "x"}', 'r' from generate_series(1, 4100)`.execute(
      it.test.owner,
    );
    expect(await verify()).toMatchObject({ holds: true, entries: 4101 });
  });
});

describe("the guard", () => {
  test("the application can neither change nor delete nor empty, and what it says about number and hash is overwritten", async () => {
    await append("a");
    for (const statement of ["update audit_entries set kind = 'x'", "delete from audit_entries", "truncate audit_entries"]) {
      await expect(sql.raw(statement).execute(it.test.database.pool)).rejects.toThrow(/permission denied/);
      await expect(sql.raw(statement).execute(it.test.owner)).rejects.toThrow(/append-only/);
    }
    await sql`insert into audit_entries (seq, at, kind, data, request_id, previous_hash, hash)
      values (99, '2001-01-01', 'case-read', '{"part": "x"}', 'r', ${Buffer.alloc(32, 1)}, ${Buffer.alloc(32, 2)})`.execute(
      it.test.database.pool,
    );
    expect(await verify()).toMatchObject({ holds: true, entries: 3 });
  });

  test("a field that the event's contract does not know is not stored", async () => {
    const event = { kind: "case-read" as const, part: "overview", name: "王小虚构" };
    await it.test.database.transact({ as: "nobody" }, (tx) => appendEntry(tx, { event, actor: null, caseId: null, requestId: "r" }));
    expect((await it.entries())[0]?.data).toEqual({ part: "overview" });
  });
});

describe("tampering by somebody who owns the database", () => {
  test.each<[string, string[], string[]]>([
    ["data changed", [`update audit_entries set data = '{"part": "other"}' where seq = 4`], ["4 changed"]],
    ["a person exchanged", [`update audit_entries set person_id = gen_random_uuid() where seq = 2`], ["2 changed"]],
    ["the time moved by a microsecond", [`update audit_entries set at = at + interval '1 microsecond' where seq = 3`], ["3 changed"]],
    ["an entry deleted", ["delete from audit_entries where seq = 3"], ["3 deleted"]],
    ["the first entries deleted", ["delete from audit_entries where seq <= 2"], ["1 deleted"]],
    [
      "two entries swapped",
      ["update audit_entries set seq = -seq where seq in (2, 5)", "update audit_entries set seq = 7 + seq where seq < 0"],
      ["2 reordered", "5 reordered"],
    ],
    [
      "an entry changed and its hash made to fit",
      [
        `update audit_entries set data = '{"part": "other"}' where seq = 4`,
        `update audit_entries set hash = sha256(previous_hash || convert_to(audit_canonical(seq, at, kind, data, person_id, office_code, case_id, request_id), 'UTF8')) where seq = 4`,
      ],
      ["4 changed"],
    ],
  ])("%s", async (_, statements, expected) => {
    await appendMany(6);
    await tamper(...statements);
    const answer = await verify();
    expect([answer.holds, named(answer)]).toEqual([false, expected]);
    expect(answer.problems[0]?.sentence.zh).toMatch(/^第\d/);
  });

  test("the end cut off after an anchor is named, and the short chain is not anchored anew", async () => {
    await appendMany(6);
    expect((await verify()).holds).toBe(true);
    await tamper("delete from audit_entries where seq > 3");
    const answer = await verify();
    expect([answer.holds, named(answer)]).toEqual([false, ["5 cut-off"]]); // entry 4 is the sign-in of the second verification
    expect((await it.anchors.read()).map((anchor) => anchor.seq)).toEqual([8]);
  });

  test("the whole table rewritten differs from its anchor", async () => {
    await appendMany(3);
    await verify();
    const rows = await it.test.owner.selectFrom("audit_entries").selectAll().orderBy("seq").execute();
    await it.test.owner.transaction().execute(async (tx) => {
      await sql`alter table audit_entries disable trigger audit_entries_append_only`.execute(tx);
      await sql`delete from audit_entries`.execute(tx);
      for (const row of rows)
        await tx.insertInto("audit_entries").values({ kind: row.kind, data: '{"part": "forged"}', request_id: row.request_id }).execute();
    });
    expect(named(await verify())).toEqual(["5 anchor-mismatch"]);
  });
});

describe("anchors", () => {
  test("the keeper writes the head when it has moved, once, and a last time at the stop", async () => {
    const problems: Error[] = [];
    const keeper = await keepAnchors({
      database: it.test.database,
      anchors: it.anchors,
      clock: it.now,
      everyMs: 20,
      onProblem: (problem) => problems.push(problem),
    });
    await appendMany(2);
    await expect.poll(async () => (await it.anchors.read()).at(-1)?.seq).toBe(2);
    await append("late");
    await keeper.stop();
    expect((await it.anchors.read()).at(-1)).toMatchObject({ seq: 3, genuine: true });
    expect(problems).toEqual([]);
  });

  test("the keeper does not cover up a chain that was cut off: it says so and leaves the old anchor", async () => {
    await appendMany(3);
    await verify();
    await tamper("delete from audit_entries where seq > 1");
    const problems: Error[] = [];
    const keeper = await keepAnchors({
      database: it.test.database,
      anchors: it.anchors,
      clock: it.now,
      everyMs: 10_000,
      onProblem: (problem) => problems.push(problem),
    });
    await keeper.stop();
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining("no longer agrees with its anchor of entry 5")]);
    expect((await it.anchors.read()).map((anchor) => anchor.seq)).toEqual([5]);
  });

  test("a forged line has a broken seal; a line torn by a crash is passed over and the next one begins anew", async () => {
    const folder = it.anchorFolder;
    const path = join(folder, "audit.anchors");
    await it.anchors.append({ seq: 1, hash: "ab".repeat(32) }, it.now());
    await appendFile(path, '{"seq":2,"hash":"cd');
    await it.anchors.append({ seq: 3, hash: "ef".repeat(32) }, it.now());
    expect((await it.anchors.read()).map(({ seq, genuine }) => [seq, genuine])).toEqual([
      [1, true],
      [3, true],
    ]);
    await writeFile(path, (await readFile(path, "utf8")).replace('"seq":3', '"seq":4'));
    expect((await it.anchors.read()).map(({ seq, genuine }) => [seq, genuine])).toEqual([
      [1, true],
      [4, false],
    ]);
    await writeFile(join(folder, "other.key"), "6b".repeat(32));
    expect((await (await openAnchorFile(path, join(folder, "other.key"))).read()).every((anchor) => !anchor.genuine)).toBe(true);
    expect(dirname(path)).toBe(folder);
  });
});

describe("reading the audit", () => {
  test("the auditor sees all of it, with names, by person and kind, page by page, and the reading is an entry", async () => {
    await it.signIn("prosecutor");
    const auditor = await it.signIn("auditor");
    const all = (await auditor.send("GET", "/api/audit")).json();
    expect(all).toMatchObject({ total: 2, page: 1, size: 50 });
    expect(all.items.map((entry: { seq: number; person: { name: string } }) => [entry.seq, entry.person.name])).toEqual([
      [2, "虚构auditor"],
      [1, "虚构prosecutor"],
    ]);
    const own = (await auditor.send("GET", `/api/audit?personId=${it.people.auditor.id}&kind=audit-read&size=1`)).json();
    expect(own.items[0].event).toEqual({ kind: "audit-read", filters: { page: "1" }, found: 2 });
  });

  test("a member reads the entries of the case, a leader who sees the case does not, an outsider finds nothing", async () => {
    const prosecutor = await it.signIn("prosecutor");
    const request = {
      requestId: randomUUID(),
      number: "云岭检刑诉受〔2026〕12号",
      title: "某案",
      stage: "trial",
      acceptedOn: "2026-11-01",
    };
    const { id } = (await prosecutor.send("POST", "/api/cases", request)).json();
    const read = async (account: "prosecutor" | "leader" | "outsider" | "auditor") =>
      (await it.signIn(account)).send("GET", `/api/audit?caseId=${id}`);
    const member = await read("prosecutor");
    expect(member.json().items.length).toBeGreaterThan(0);
    expect(member.json().items.every((entry: { caseId: string }) => entry.caseId === id)).toBe(true);
    expect((await read("auditor")).statusCode).toBe(200);
    expect((await read("leader")).json().error.kind).toBe("not-permitted");
    expect((await read("outsider")).json().error.kind).toBe("not-found");
  });
});

describe("tandem audit verify", () => {
  const run = async (argv: string[], environment: Record<string, string>) => {
    const [out, said]: [string[], string[]] = [[], []];
    const io = {
      out: async (text: string) => void out.push(text),
      say: (line: string) => void said.push(line),
      language: "zh" as const,
      now: it.now(),
      workingFolder: "/",
      environment,
      signal: new AbortController().signal,
    };
    return { status: await execute(argv, io), out: out.join(""), said: said.join("\n") };
  };

  test("answers 0 for a chain that holds, 1 and the entry for one that does not, 2 for wrong arguments, 3 where there is no installation", async () => {
    const data = join(it.anchorFolder, "data");
    const environment = { TANDEM_DATA: data, TANDEM_KEY_FILE: join(it.anchorFolder, "master.key"), DATABASE_URL: it.test.ownerUrl };
    expect((await run(["audit", "verify"], environment)).status).toBe(3);
    await it.makeInstallation(data);
    await appendMany(3);
    // Nobody anchored this chain yet: what that hides is said.
    expect(await run(["audit", "verify"], environment)).toMatchObject({ status: 0, out: expect.stringContaining("没有可对照的锚点") });
    const whole = await run(["audit", "verify", "--json"], environment);
    expect([whole.status, JSON.parse(whole.out)]).toMatchObject([0, { holds: true, entries: 4 }]);
    await tamper("delete from audit_entries where seq = 2");
    const broken = await run(["audit", "verify"], environment);
    expect([broken.status, broken.out]).toEqual([1, expect.stringContaining("第2条留痕被删除。")]);
    expect((await run(["audit", "verify", "--now"], environment)).status).toBe(2);
    expect((await run(["audit"], environment)).status).toBe(2);
  });
});
