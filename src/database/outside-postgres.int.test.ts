import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getPostgresAccount } from "#database/postgres-account.ts";
import { buildFolder, buildSupervisor, type TestFolder } from "#startup/supervisor.builder.ts";

/** Where Debian keeps the oldest PostgreSQL we promise to run on. */
const BINARIES = "/usr/lib/postgresql/15/bin";
const isHere = existsSync(join(BINARIES, "postgres"));
let folder: TestFolder;
let url: string;
let server: ReturnType<typeof spawn>;

beforeAll(async () => {
  if (!isHere) return;
  folder = buildFolder();
  const home = join(folder.path, "outside");
  const account = getPostgresAccount();
  mkdirSync(home);
  if (account) chownSync(home, account.uid, account.gid);
  const files = join(home, "files");
  spawnSync(join(BINARIES, "initdb"), ["-D", files, "-U", "boss", "--auth=trust", "-E", "UTF8", "--locale=C"], { ...account, cwd: home });
  server = spawn(join(BINARIES, "postgres"), ["-D", files, "-c", "listen_addresses=", "-c", `unix_socket_directories=${home}`], {
    ...account,
    cwd: home,
    stdio: "ignore",
  });
  url = `postgresql://boss@localhost/postgres?host=${encodeURIComponent(home)}`;
  await vi.waitFor(() => run(url, "select 1"), { timeout: 120_000 });
  await run(url, "create database office");
  await run(url, "create role clerk login");
  await run(url, "create database clerks owner clerk");
});
afterAll(async () => {
  if (!isHere) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  await ended;
  await folder.remove();
});

async function run(address: string, text: string) {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test.skipIf(!isHere)(
  "an existing PostgreSQL 15 is migrated and used, with a role of its own, twice (skipped without Debian's PostgreSQL 15)",
  async () => {
    for (const _start of [1, 2]) {
      const supervisor = buildSupervisor(folder, 0, url.replace("/postgres?", "/office?"));
      expect((await fetch(await supervisor.started)).status).toBe(200);
      supervisor.process.kill("SIGTERM");
      expect(await supervisor.exit).toBe(0);
    }
    expect(existsSync(join(folder.data, "postgres")), "no cluster of our own").toBe(false);
    expect(await run(url, "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'tandem_app'")).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
  },
);

test.skipIf(!isHere)(
  "an account that may not make the application's role is told so (skipped without Debian's PostgreSQL 15)",
  async () => {
    await run(url, "drop database office");
    await run(url, "drop role if exists tandem_app");
    const supervisor = buildSupervisor(folder, 0, url.replace("boss@", "clerk@").replace("/postgres?", "/clerks?"));
    expect(await supervisor.exit).toBe(2);
    expect(supervisor.printed()).toMatch(/cannot make the database role tandem_app; DATABASE_URL must name an account with CREATEROLE/);
  },
);

test.skipIf(!isHere)(
  "an address where no PostgreSQL answers is told without its password (skipped without Debian's PostgreSQL 15)",
  async () => {
    const supervisor = buildSupervisor(folder, 0, "postgresql://boss:secret-word@127.0.0.1:9/office");
    expect(await supervisor.exit).toBe(2);
    expect(supervisor.printed()).toContain("DATABASE_URL");
    expect(supervisor.printed()).not.toContain("secret-word");
  },
);
