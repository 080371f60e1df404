import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lagAnswers, readLag } from "./lag-answers.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How the folder of an installation begins; the process that started it follows. */
export const PREFIX = "tandem-e2e-";

export type Installation = {
  readonly address: string;
  readonly folder: string;
  /** environment with which a command line reaches this installation */
  readonly environment: NodeJS.ProcessEnv;
  /** process ids now, read from the system; a killed one gets a new id when the supervisor has brought it back */
  pids(): { supervisor: number; server: number | null; worker: number | null; postgres: number | null };
  /** everything the supervisor printed so far */
  printed(): string;
  stop(): Promise<void>;
  /** stops and removes all of it */
  remove(): Promise<void>;
};

/** Starts what `npm start` starts (the supervisor itself) on a data folder of its own and waits until it answers. */
export async function startInstallation(options: { folder?: string; environment?: NodeJS.ProcessEnv } = {}): Promise<Installation> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root PostgreSQL runs as nobody: in a folder it cannot enter it would be given a place elsewhere, which nobody removes.
  chmodSync(folder, 0o711);
  const port = await findFreePort();
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    TANDEM_PORT: String(port),
    TANDEM_DATA: join(folder, "data"),
    TANDEM_KEY_FILE: join(folder, "keys", "master.key"),
    ...options.environment,
  };
  delete environment["DATABASE_URL"];
  const address = `http://127.0.0.1:${port}`;
  const supervisor = spawn(process.execPath, [join(root, "src", "main.ts")], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  supervisor.stdout.on("data", (text) => (printed += text));
  supervisor.stderr.on("data", (text) => (printed += text));
  await waitUntil(
    `the address answers`,
    async () => {
      if (supervisor.exitCode !== null) throw new Error(`npm start ended with ${supervisor.exitCode}:\n${printed}`);
      return printed.includes(address) && (await answers(`${address}/readyz`));
    },
    120_000,
    () => printed,
  );
  const lag = readLag(process.env);
  const lagging = lag === null ? null : await lagAnswers(address, lag);
  if (lag !== null) process.stdout.write(`TANDEM_LAG=${lag.most} TANDEM_LAG_SEED=${lag.seed}\n`);
  const stop = async () => {
    lagging?.close();
    await stopProcess(supervisor);
  };
  return {
    address: lagging?.address ?? address,
    folder,
    environment,
    pids: () => findProcesses(supervisor.pid ?? -1, join(folder, "data")),
    printed: () => printed,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Polls until `ready` answers true. @throws after `limit` milliseconds, with what was waited for */
export async function waitUntil(
  what: string,
  ready: () => Promise<boolean> | boolean,
  limit = 60_000,
  explain: () => string = () => "",
): Promise<void> {
  const end = performance.now() + limit;
  for (;;) {
    if (await ready()) return;
    if (performance.now() > end) throw new Error(`waited ${limit / 1000} s in vain until ${what}\n${explain()}`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false; // nobody listens yet: what the caller is waiting for
  }
}

async function stopProcess(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  const ended = new Promise((resolve) => supervisor.once("exit", resolve));
  supervisor.kill("SIGTERM");
  const late = setTimeout(() => supervisor.kill("SIGKILL"), 30_000);
  await ended;
  clearTimeout(late);
}

function findProcesses(supervisor: number, dataFolder: string) {
  const found: { supervisor: number; server: number | null; worker: number | null; postgres: number | null } = {
    supervisor,
    server: null,
    worker: null,
    postgres: null,
  };
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const pid = Number(entry);
    const command = readText(`/proc/${entry}/cmdline`).split("\0");
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readText(`/proc/${entry}/status`))?.[1] ?? -1);
    if (parent === supervisor && command.some((part) => part.endsWith("src/server.ts"))) found.server = pid;
    if (parent === supervisor && command.some((part) => part.endsWith("src/worker.ts"))) found.worker = pid;
    if (
      /postgres$/.test(command[0] ?? "") &&
      command.includes("-D") &&
      (parent === supervisor || command.some((part) => part.startsWith(dataFolder)))
    )
      found.postgres = pid;
  }
  return found;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // the process ended while we looked
  }
}

/**
 * A port nobody listens on now, below those the system gives to outgoing connections (32768 and up): the server takes it only when the database stands, and one
 * of theirs had been given to another connection by then.
 */
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
