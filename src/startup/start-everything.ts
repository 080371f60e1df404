import { accessSync, chmodSync, constants, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lockFolder } from "#database/lock-folder.ts";
import { rememberDatabase } from "#database/place-cluster.ts";
import { createDatabase, type Prepared, prepareDatabase } from "#database/prepare-database.ts";
import type { Say } from "#database/say.ts";
import { DATABASE, startCluster } from "#database/start-cluster.ts";
import { installJobs } from "#jobs/install-jobs.ts";
import { checkPort } from "#startup/check-port.ts";
import { keepRunning } from "#startup/keep-running.ts";
import { openLogFile } from "#startup/open-log-file.ts";
import { prepareKeyFile } from "#startup/prepare-key-file.ts";
import { startChild } from "#startup/start-child.ts";

/** What stands in the way is the operator's to change: one line for him, exit status 2, no stack. */
export class CannotStart extends Error {}

export type Installation = {
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly host: string;
  readonly port: number;
  /** an existing PostgreSQL as owner, or null for the embedded one */
  readonly databaseUrl: string | null;
  readonly migrations: string;
  /** the programs of the server and of the worker */
  readonly server: string;
  readonly worker: string;
  /** the environment the children get, without the owner's DATABASE_URL */
  readonly environment: NodeJS.ProcessEnv;
  /** brings invented cases into a database that has none yet */
  readonly loadSample: (appUrl: string, signal: AbortSignal) => Promise<void>;
};

export type Started = { readonly address: string };

/**
 * Starts the whole workbench in order: lock, port, database, migrations, key, sample, server, worker. What it starts it pushes on
 * `stops` at once, to be stopped from the last to the first, also when a later step throws or `signal` aborts.
 */
export async function startEverything(
  place: Installation,
  say: Say,
  signal: AbortSignal,
  stops: (() => Promise<void>)[],
): Promise<Started> {
  const { fromDead } = takeDataFolder(place.dataFolder, stops);
  await refuseBusyPort(place.host, place.port, fromDead ? LEFTOVER_MS : 0, signal);
  signal.throwIfAborted();
  const prepared = await startDatabase(place, say, signal, stops);
  signal.throwIfAborted();
  if (prepareKeyFile(place.keyFile, place.dataFolder)) {
    say({
      zh: `已生成证据主密钥 ${place.keyFile}，请另行备份（没有它证据无法解密）`,
      en: `made the master key ${place.keyFile}; back it up apart (evidence cannot be read without it)`,
    });
  }
  await place.loadSample(prepared.appUrl, signal);
  signal.throwIfAborted();
  const { DATABASE_URL: _ownersOnly, ...environment } = place.environment;
  const childEnvironment = { ...environment, TANDEM_APP_DATABASE_URL: prepared.appUrl };
  say({ zh: "正在启动计数进程…", en: "starting the worker…" });
  await keepChild("worker", place.worker);
  signal.throwIfAborted();
  say({ zh: "正在启动网页服务…", en: "starting the server…" });
  const server = await keepChild("server", place.server);
  signal.throwIfAborted();
  const host = place.host.includes(":") ? `[${place.host}]` : place.host;
  return { address: `http://${host}:${(await server.current()).port ?? place.port}/` };

  async function keepChild(name: "server" | "worker", file: string) {
    const log = openLogFile(join(place.dataFolder, "logs", `${name}.log`));
    const kept = await keepRunning(() => startChild(file, childEnvironment, log, signal), tellOf(name, say));
    stops.push(kept.stop);
    return kept;
  }
}

/** The server of a supervisor that was killed lets go of the port once its last requests are answered, or after 10 s (obey-supervisor.ts). */
const LEFTOVER_MS = 11_000;

function takeDataFolder(folder: string, stops: (() => Promise<void>)[]): { readonly fromDead: boolean } {
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      // PostgreSQL's account passes through but sees nothing; whatever lies inside is closed by itself.
      chmodSync(folder, 0o711);
    }
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new CannotStart(
      `数据目录 ${folder} 不可写，请用 TANDEM_DATA 指定另一个。 / the data folder cannot be written; choose another by TANDEM_DATA.`,
      { cause },
    );
  }
  const lock = lockFolder(folder);
  if (lock.outcome === "held") {
    throw new CannotStart(
      `数据目录 ${folder} 正被另一个双轨使用（进程 ${lock.pid}）。 / the data folder is in use by another Tandem (process ${lock.pid}).`,
    );
  }
  stops.push(async () => lock.release());
  return { fromDead: lock.fromDead };
}

async function refuseBusyPort(host: string, port: number, patience: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + patience;
  let state = await checkPort(host, port);
  while (state === "busy" && performance.now() < until && !signal.aborted) {
    await wait(200);
    state = await checkPort(host, port);
  }
  switch (state) {
    case "free":
      return;
    case "busy":
      throw new CannotStart(`端口 ${port} 已被占用，请用 TANDEM_PORT 指定另一个。 / port ${port} is busy; choose another by TANDEM_PORT.`);
    case "forbidden":
      throw new CannotStart(
        `无权使用端口 ${port}，请用 TANDEM_PORT 指定 1024 以上的端口。 / port ${port} is not allowed; choose one above 1024 by TANDEM_PORT.`,
      );
    case "no-such-host":
      throw new CannotStart(`本机没有地址 ${host}（TANDEM_HOST）。 / this machine has no address ${host} (TANDEM_HOST).`);
  }
}

async function startDatabase(place: Installation, say: Say, signal: AbortSignal, stops: (() => Promise<void>)[]): Promise<Prepared> {
  const { appPassword } = rememberDatabase(place.dataFolder);
  let ownerUrl = place.databaseUrl;
  if (ownerUrl === null) {
    say({ zh: "正在启动数据库…", en: "starting the database…" });
    const cluster = await keepRunning(() => startCluster(place.dataFolder, say, { signal }), tellOf("database", say));
    stops.push(cluster.stop);
    const { urlOf } = await cluster.current();
    await createDatabase(urlOf("postgres"), DATABASE);
    ownerUrl = urlOf(DATABASE);
  } else say({ zh: "使用 DATABASE_URL 指定的 PostgreSQL", en: "using the PostgreSQL of DATABASE_URL" });
  const prepared = await prepareOrExplain(ownerUrl, place, appPassword);
  if (prepared.applied.length > 0)
    say({ zh: `已执行 ${prepared.applied.length} 个数据库迁移`, en: `applied ${prepared.applied.length} migrations` });
  await installJobs(ownerUrl);
  return prepared;
}

/** With an outside database most failures are its operator's to mend; the address itself is not repeated (it holds a password). */
async function prepareOrExplain(ownerUrl: string, place: Installation, appPassword: string): Promise<Prepared> {
  try {
    return await prepareDatabase(ownerUrl, appPassword, place.migrations);
  } catch (cause) {
    if (place.databaseUrl === null) throw cause;
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`DATABASE_URL 指定的数据库不能使用 / the database of DATABASE_URL cannot be used: ${words}`, { cause });
  }
}

const NAMES = {
  database: { zh: "数据库", en: "the database" },
  server: { zh: "网页服务", en: "the server" },
  worker: { zh: "计数进程", en: "the worker" },
} as const;

function tellOf(name: keyof typeof NAMES, say: Say) {
  const { zh, en } = NAMES[name];
  return {
    onDeath: (words: string, delay: number) =>
      say({
        zh: `${zh}意外退出（${shorten(words)}），${delay / 1000} 秒后重启`,
        en: `${en} ended unexpectedly (${shorten(words)}), starting it again in ${delay / 1000} s`,
      }),
    onReturn: () => say({ zh: `${zh}已恢复`, en: `${en} is back` }),
  };
}

/** One line at the terminal; the whole of it is in the log. */
function shorten(words: string): string {
  const line = words.split("\n").find((text) => /error|fatal|拒绝|失败/i.test(text)) ?? words.split("\n")[0] ?? "";
  return line.trim().slice(0, 160);
}
