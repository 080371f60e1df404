import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { Asking } from "#cases/asking.ts";
import { findCases } from "#cases/find-cases.query.ts";
import { listClues } from "#clues/list-clues.query.ts";
import { openDatabase } from "#database/open-database.ts";
import { createDatabase, prepareDatabase } from "#database/prepare-database.ts";
import { startCluster } from "#database/start-cluster.ts";
import { getBoardDay, getDeadlineBoard, remindOfDeadlines } from "#deadlines/get-deadline-board.query.ts";
import { listOpenDeadlines } from "#deadlines/list-deadlines.query.ts";
import type { Role } from "#offices/offices.contract.ts";
import { findAllProcedures } from "#procedures/find-all-procedures.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import type { Outcome } from "#refusals/refusal.ts";
import { print } from "./bench.ts";
import { fillDatabase, WALL_OFFICE } from "./casework/fill-database.ts";
import { measurePaint } from "./casework/measure-paint.ts";

/**
 * `npm run bench:casework`: lists and boards over an office tree of some 3,600 procuratorates with 1,000,000 cases, on the embedded PostgreSQL
 * with its ordinary settings (fsync on), as people of every level. Each figure is the whole operation: visibility, query, audit entry, answer.
 * `-- --paint`: what a browser needs to paint the pages of an office of 5,000 cases, on a whole installation.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string" },
    times: { type: "string" },
    /** the pages in a browser, over 5,000 cases of one office, in place of the lists */
    paint: { type: "boolean", default: false },
    /** boards whose name holds this */
    only: { type: "string", default: "" },
  },
});
if (values.paint) {
  await measurePaint(Number(values.cases ?? 5_000), Number(values.times ?? 5));
  process.exit();
}
const [cases, times] = [Number(values.cases ?? 1_000_000), Number(values.times ?? 60)];
const NOW = new Date("2026-11-24T04:00:00Z");
const GOAL_MS = 300;

/** What is searched for, by how many of the cases hold it. */
const WORDS = {
  "in every title": "侵犯公民个人信息",
  "one surname (1 in 24)": "王",
  "a number's beginning (1 in 100)": "〔2026〕12",
  "one number": "〔2026〕654321号",
  "one name's end": "乐慨",
  "two words": "赵 12345",
  "in none": "无人有此词",
  "one character, in none": "鑫",
};

const folder = mkdtempSync(join(tmpdir(), "tandem-bench-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(folder, () => undefined, {});
try {
  await createDatabase(cluster.urlOf("postgres"), "casework");
  const { ownerUrl, appUrl } = await prepareDatabase(
    cluster.urlOf("casework"),
    "bench-only",
    join(import.meta.dirname, "..", "migrations"),
  );
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const began = performance.now();
  await fillDatabase(client, { provinces: 32, citiesEach: 12, countiesEach: 8, cases, wall: Math.min(5_000, cases) });
  const offices = await client.query<{ n: string }>("select count(*) as n from offices");
  await client.end();
  print(
    `${offices.rows[0]?.n} offices, ${cases.toLocaleString("en")} cases, filled in ${Math.round((performance.now() - began) / 1000)} s`,
  );
  const database = openDatabase(appUrl, { connections: 4 });
  const calendar = loadCalendar();
  const tables = loadProcedureTables(new Set(calendar.rules.keys()));
  const fingerprint = (words: string) => createHash("sha256").update(words).digest();
  const page = { page: 1, size: 20 } as const;
  const boards: Record<string, (asking: Asking) => Promise<Outcome<unknown>>> = {
    "cases, first page": (asking) => findCases({ database, fingerprint }, asking, { ...page, sort: "updated" }),
    "cases in one stage, by number, page 3": (asking) =>
      findCases({ database, fingerprint }, asking, { page: 3, size: 20, sort: "number", stage: "trial" }),
    "cases, own": (asking) => findCases({ database, fingerprint }, asking, { ...page, sort: "updated", mine: "true" }),
    ...Object.fromEntries(
      Object.entries(WORDS).map(([name, query]) => [
        `cases by words: ${name}`,
        (asking: Asking) => findCases({ database, fingerprint }, asking, { ...page, sort: "updated", query }),
      ]),
    ),
    "cases by words: common, one stage, by number": (asking) =>
      findCases({ database, fingerprint }, asking, { ...page, sort: "number", stage: "trial", query: "侵犯公民" }),
    "clues, queue": (asking) => listClues({ database, fingerprint }, asking, { ...page, status: "queued" }),
    "procedures, open": (asking) => findAllProcedures({ database, calendar, tables }, asking, { ...page, open: "true" }),
    "deadline board by day, with workload": (asking) => getDeadlineBoard({ database }, asking, { mine: "false" }),
    "deadline board, one day, first page": (asking) =>
      getBoardDay({ database, calendar }, asking, { bucket: "2026-12-10", mine: "false", page: 1, lang: "zh" }),
    "deadlines, reminder at the door": (asking) => remindOfDeadlines({ database }, asking),
    "deadline wall": (asking) => listOpenDeadlines({ database, calendar }, asking, { lang: "zh", size: 200 }),
  };
  const people: readonly (readonly [string, Actor])[] = [
    ["prosecutor, some 600 own cases", actor(WALL_OFFICE, 8, "criminal-prosecutor")],
    ["case manager, office of 5,000 cases", actor(WALL_OFFICE, 1, "case-manager")],
    ["leader of a city", actor("110200", 2, "leader")],
    ["leader of a province", actor("120000", 2, "leader")],
    ["leader of the supreme office", actor("000000", 2, "leader")],
  ];
  for (const [board, ask] of Object.entries(boards).filter(([board]) => board.includes(values.only)))
    for (const [name, person] of people) {
      const taken: number[] = [];
      for (let at = 0; at < times + 3; at++) {
        const start = performance.now();
        const outcome = await ask({ actor: person, now: NOW, requestId: `bench-${at}` });
        if (!outcome.ok) throw new Error(`${board}, ${name}: ${outcome.kind}`);
        if (at >= 3) taken.push(performance.now() - start);
      }
      const sorted = taken.sort((one, other) => one - other);
      const [p50, p95] = [0.5, 0.95].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
      print(
        `${board.padEnd(40)} ${name.padEnd(38)} p50 ${p50?.toFixed(1)} ms  p95 ${p95?.toFixed(1)} ms ${(p95 ?? 0) > GOAL_MS ? "OVER" : ""}`,
      );
    }
  await database.close();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A person whom `fillDatabase` made: the id is told by office and number. */
function actor(officeCode: string, number: number, role: Role): Actor {
  const hex = createHash("md5").update(`p${officeCode}${number}`).digest("hex");
  const personId = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
  return { personId, name: `人员${officeCode}${number}`, officeCode, department: "criminal", roles: [role] };
}
