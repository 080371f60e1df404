import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#database/migrate.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";

const MIGRATIONS = fileURLToPath(new URL("../../../migrations", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tandem-earlier-"));
const name = `earlier_${randomUUID().slice(0, 8)}`;
let db: TestDatabase;
let client: Client;
let address: string;

/** Copies the migrations whose names lie in the range: the history up to a day. */
const bring = (from: string, to: string) => {
  for (const file of readdirSync(MIGRATIONS)) if (file >= from && file < to) copyFileSync(join(MIGRATIONS, file), join(folder, file));
};

beforeAll(async () => {
  db = await buildTestDatabase(); // makes the roles of the cluster
  const admin = new Client({ connectionString: db.ownerUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(db.ownerUrl);
  url.pathname = `/${name}`;
  address = url.href;
  bring("", "20261125000115");
  await migrate(address, folder);
  client = new Client({ connectionString: address });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  const admin = new Client({ connectionString: db.ownerUrl });
  await admin.connect();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  await db.close();
  rmSync(folder, { recursive: true });
});

test("prompts from before rules had names are counted by the rules their sentences told in words, with what became of them", async () => {
  const person = randomUUID();
  await client.query("insert into offices (code, level, parent_code, name_zh, name_en) values ('990101', 'supreme', null, '甲院', 'A')");
  await client.query(
    `insert into persons (id, account, name, password_hash, office_code, department, roles) values ($1, 'a', '甲', '-', '990101', 'pil', '{pil-prosecutor}')`,
    [person],
  );
  const insert = async (state: string, prompted: boolean, terms: readonly string[], dismissed: string | null) => {
    const id = randomUUID();
    await client.query(
      `insert into clues (id, office_code, state, title, field, insider, score, version, registered_at, updated_at)
       values ($1, '990101', $2, '提示', 'personal-information', true, 0.9, 1, now(), now())`,
      [id, state],
    );
    const sentences = terms.map((term) => ({ document: "甲.txt", documentId: null, text: "句", from: 0, to: 1, term, weight: 0.3 }));
    const content = {
      title: "提示",
      summary: "",
      field: "personal-information",
      industry: "courier",
      tracks: ["civil-pil"],
      insider: true,
      sentences,
    };
    const origin = { kind: "document", documentId: randomUUID(), name: "甲.txt" };
    const events = [["registered", { officeCode: "990101", origin, content, caseId: null, prompted }] as const];
    const all = dismissed === null ? events : [...events, ["dismissed", { code: dismissed, reason: "" }] as const];
    for (const [place, [type, data]] of all.entries())
      await client.query("insert into clue_events values ($1, $2, $3, $4, $5, now(), $6)", [
        id,
        place + 1,
        type,
        JSON.stringify(data),
        person,
        randomUUID(),
      ]);
    return id;
  };
  const open = await insert(
    "prompted",
    true,
    ["写到个人信息：公民个人信息", "多处写到个人信息：个人信息", "条数少：100条", "写到个人信息：重复"],
    null,
  );
  const dismissed = await insert("dismissed", true, ["内部人员：利用职务便利"], "duplicate");
  await insert("queued", true, ["电信网络诈骗，未写明个人信息来源"], null);
  await insert("queued", false, ["内部人员：手写"], null);

  bring("20261125000115", "20261125000117");
  await migrate(address, folder);

  const rules = await client.query(
    "select clue_id, rule, term, speaks_for, outcome, reason_code from clue_rules where clue_id = any ($1) order by rule",
    [[open, dismissed]],
  );
  expect(rules.rows).toEqual([
    { clue_id: open, rule: "data-words-often", term: "个人信息", speaks_for: true, outcome: "waiting", reason_code: "" },
    {
      clue_id: open,
      rule: "data-words-once",
      term: expect.stringMatching(/公民个人信息|重复/),
      speaks_for: true,
      outcome: "waiting",
      reason_code: "",
    },
    { clue_id: open, rule: "few-items", term: null, speaks_for: false, outcome: "waiting", reason_code: "" },
    { clue_id: dismissed, rule: "insider", term: null, speaks_for: true, outcome: "dismissed", reason_code: "duplicate" },
  ]);
  const counts = await client.query("select rule, outcome, many from clue_rule_counts order by rule");
  expect(counts.rows).toEqual([
    { rule: "data-words-often", outcome: "waiting", many: 1 },
    { rule: "data-words-once", outcome: "waiting", many: 1 },
    { rule: "few-items", outcome: "waiting", many: 1 },
    { rule: "fraud-without-source", outcome: "confirmed", many: 1 },
    { rule: "insider", outcome: "dismissed", many: 1 },
  ]);
  const clues = await client.query("select tracks, industry, prompted_by, outcome, dismissed_for from clues order by outcome nulls last");
  expect(clues.rows).toEqual([
    { tracks: ["civil-pil"], industry: "courier", prompted_by: "990101", outcome: "confirmed", dismissed_for: null },
    { tracks: ["civil-pil"], industry: "courier", prompted_by: "990101", outcome: "dismissed", dismissed_for: "duplicate" },
    { tracks: ["civil-pil"], industry: "courier", prompted_by: "990101", outcome: "waiting", dismissed_for: null },
    { tracks: ["civil-pil"], industry: "courier", prompted_by: null, outcome: null, dismissed_for: null },
  ]);
});
