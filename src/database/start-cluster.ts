import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { endLeftover } from "#database/end-leftover.ts";
import { type ClusterPlace, placeCluster, rememberDatabase, rememberMade } from "#database/place-cluster.ts";
import { getPostgresAccount, refuseNamelessUser } from "#database/postgres-account.ts";
import { type Binaries, preparePostgresBinaries } from "#database/postgres-binaries.ts";
import type { Say } from "#database/say.ts";

const OWNER = "tandem_owner";
/** the one database of an installation */
export const DATABASE = "tandem";
const LONGEST_LOG = 10_000_000;

export type StartOptions = {
  /** settings beside our own, as `postgres -c` takes them */
  readonly settings?: Readonly<Record<string, string>>;
  /** ends the waiting for a database that recovers, and the database with it */
  readonly signal?: AbortSignal;
};

/** A running PostgreSQL of our own. */
export type Cluster = {
  /** address of a database in it, as the owner role */
  readonly urlOf: (database: string) => string;
  readonly pid: number;
  /** settles when PostgreSQL ended, for whatever reason, with words for the log */
  readonly ended: Promise<string>;
  /** fast stop: open transactions are rolled back, everything acknowledged is on disk. Escalates when it hangs. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that belongs to a data folder, after making its cluster if there is none and ending one that outlived
 * its supervisor. Ready for connections when it resolves.
 * @throws with the last lines of PostgreSQL's log when it does not come up
 */
export async function startCluster(dataFolder: string, say: Say, options: StartOptions = {}): Promise<Cluster> {
  const place = placeCluster(dataFolder, getPostgresAccount(), say);
  const binaries = preparePostgresBinaries(place.account, say);
  const { ownerPassword } = rememberDatabase(dataFolder);
  await endLeftover(place.files, say);
  if (!existsSync(join(place.files, "PG_VERSION"))) {
    say({ zh: "第一次启动：正在创建数据库…", en: "first start: creating the database…" });
    refuseNamelessUser(place.account);
    await makeCluster(binaries, place, ownerPassword);
  }
  rememberMade(dataFolder);
  const port = process.platform === "win32" ? await findFreePort() : 5432;
  // Backends of a killed PostgreSQL take a moment to notice; until then the shared memory counts as in use.
  for (let attempt = 1; ; attempt++) {
    const started = await startOnce(binaries, place, port, ownerPassword, options);
    if (typeof started !== "string") return started;
    if (attempt === 5 || !/shared memory|lock file|in use/i.test(started))
      throw new Error(`PostgreSQL 没有启动 / PostgreSQL did not start:\n${started}`);
    await wait(200 * attempt);
  }
}

/** Where a cluster that was made answers if it runs; null when there is none, or no telling (Windows: its port is another each time). */
export function findClusterUrl(dataFolder: string, database: string): string | null {
  const { isMade, ownerPassword } = rememberDatabase(dataFolder);
  if (!isMade || process.platform === "win32") return null;
  return urlTo(
    placeCluster(dataFolder, getPostgresAccount(), () => undefined),
    5432,
    database,
    ownerPassword,
  );
}

/** initdb into a folder of another name, then rename: a half-made cluster is never taken for a whole one. */
async function makeCluster(binaries: Binaries, place: ClusterPlace, password: string): Promise<void> {
  for (const name of readdirSync(place.home))
    if (name.startsWith("pgdata")) rmSync(join(place.home, name), { recursive: true, force: true });
  const half = `${place.files}.new`;
  const passwordFile = join(place.home, "initial-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
    const args = [
      "--pgdata",
      half,
      "--username",
      OWNER,
      "--pwfile",
      passwordFile,
      "--auth",
      "scram-sha-256",
      "--encoding",
      "UTF8",
      "--data-checksums",
    ];
    const run = spawn(binaries.initdb, [...args, "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"], {
      ...place.account,
      cwd: place.home,
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const said: string[] = [];
    run.stdout.on("data", (chunk) => said.push(String(chunk)));
    run.stderr.on("data", (chunk) => said.push(String(chunk)));
    const code = await new Promise((resolve, reject) => run.once("error", reject).once("close", resolve));
    if (code !== 0) throw new Error(`initdb 失败 / initdb failed (${code}):\n${said.join("").slice(-2000)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, place.files);
}

async function startOnce(
  binaries: Binaries,
  place: ClusterPlace,
  port: number,
  password: string,
  options: StartOptions,
): Promise<Cluster | string> {
  const logFile = join(place.home, "postgres.log");
  if (existsSync(logFile) && statSync(logFile).size > LONGEST_LOG) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a", 0o600);
  const logStart = statSync(logFile).size;
  const args = Object.entries({ ...fixedSettings(place, port), ...options.settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  // A session of its own: Ctrl-C in the terminal must not reach PostgreSQL before the server has drained.
  const child = spawn(binaries.postgres, ["-D", place.files, ...args], {
    ...place.account,
    cwd: place.home,
    env: environment(),
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`PostgreSQL ended (${signal ?? code})`));
  });
  let last: string | null = null;
  void ended.then((words) => {
    last = words;
  });
  const urlOf = (database: string) => urlTo(place, port, database, password);
  const stop = () => stopPostgres(child, ended);
  while (last === null) {
    if (options.signal?.aborted) {
      await stop();
      options.signal.throwIfAborted();
    }
    try {
      if (await isReady(urlOf("postgres"))) return { urlOf, pid: child.pid ?? 0, ended, stop };
    } catch (cause) {
      await stop();
      throw new Error(
        "数据库拒绝了所有者的口令：数据目录里的 database.json 与数据库不配套。 / the database refuses its owner: database.json in the data folder does not belong to it.",
        { cause },
      );
    }
    await Promise.race([ended, wait(30)]);
  }
  return `${last}\n${readFileSync(logFile, "utf8").slice(logStart).slice(-2000)}`;
}

function fixedSettings(place: ClusterPlace, port: number): Record<string, string> {
  return {
    port: String(port),
    ...(process.platform === "win32"
      ? { listen_addresses: "127.0.0.1" }
      : { listen_addresses: "", unix_socket_directories: place.sockets, unix_socket_permissions: "0777" }),
    max_connections: "100",
    fsync: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log must hold no personal data: no statements, no details with the values of a key.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_line_prefix: "%m [%p] ",
  };
}

function urlTo(place: ClusterPlace, port: number, database: string, password: string): string {
  const address = new URL(`postgresql://${OWNER}:${encodeURIComponent(password)}@localhost/${database}`);
  if (process.platform === "win32") address.port = String(port);
  else address.searchParams.set("host", place.sockets);
  return address.href;
}

/** Ready = a query is answered. While it starts or recovers the answer is "not yet"; anything else (a wrong password) is an error. */
async function isReady(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined); // the same error rejects the call below
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (
      ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "57P03", "57P01", "57P02"].includes(code) ||
      /terminated|timeout/i.test(String(error))
    )
      return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined); // it is being thrown away
  }
}

async function stopPostgres(child: ChildProcess, ended: Promise<string>): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    if (await Promise.race([ended.then(() => true), wait(patience, false, { ref: false })])) return;
  }
}

/** Nothing of our environment is PostgreSQL's business, PG* variables least of all; Windows starts nothing without its own. */
function environment(): NodeJS.ProcessEnv {
  return process.platform === "win32" ? process.env : { PATH: "/usr/bin:/bin", LC_ALL: "C" };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
