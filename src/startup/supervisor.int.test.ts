import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { buildFolder, buildSupervisor, type TestFolder, type TestSupervisor } from "#startup/supervisor.builder.ts";

const folders: TestFolder[] = [];
const supervisors: TestSupervisor[] = [];

afterEach(async () => {
  for (const { process: child, exit } of supervisors.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await exit;
  }
  for (const folder of folders.splice(0)) await folder.remove();
});

function newFolder(): TestFolder {
  const folder = buildFolder();
  folders.push(folder);
  return folder;
}

function start(folder: TestFolder, port = 0, worker?: string): TestSupervisor {
  const supervisor = buildSupervisor(folder, port, undefined, worker);
  supervisors.push(supervisor);
  return supervisor;
}

/** Answers the server's process id as it tells it itself, or null while it does not answer. */
async function ask(address: string): Promise<number | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2000) });
    return answer.ok ? Number(await answer.text()) : null;
  } catch {
    return null;
  }
}

/** Process ids by a piece of their command line and their parent: the system's own word, not ours. */
function findChildren(parent: number, piece: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          new RegExp(`^PPid:\\s+${parent}$`, "m").test(readFileSync(`/proc/${pid}/status`, "utf8")) &&
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(piece)
        );
      } catch {
        return false; // it ended while we looked
      }
    });
}

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

const onLinux = process.platform === "linux";

test.skipIf(!onLinux)(
  "server, worker and database killed with -9 in turn come back, and then all stop in order when asked",
  { timeout: 120_000 },
  async () => {
    const folder = newFolder();
    const port = await findFreePort();
    const supervisor = start(folder, port);
    const address = await supervisor.started;
    const parent = supervisor.process.pid ?? 0;
    for (const piece of ["stand-in-server", "stand-in-worker", "bin/postgres"]) {
      const [victim] = findChildren(parent, piece);
      expect(victim, piece).toBeDefined();
      process.kill(victim ?? 0, "SIGKILL");
      await vi.waitFor(
        async () => {
          const [next] = findChildren(parent, piece);
          expect(next, piece).toBeDefined();
          expect(next).not.toBe(victim);
          expect(await ask(address)).not.toBeNull();
        },
        { timeout: 120_000, interval: 100 },
      );
    }
    const everyone = ["stand-in-server", "stand-in-worker", "bin/postgres"].flatMap((piece) => findChildren(parent, piece));
    const askedAt = performance.now();
    supervisor.process.kill("SIGTERM");
    expect(await supervisor.exit).toBe(0);
    expect(performance.now() - askedAt, "milliseconds to stop").toBeLessThan(15_000);
    expect(everyone.filter(isRunning)).toEqual([]);
    expect(readdirSync(folder.data)).not.toContain("tandem.lock");
  },
);

test.skipIf(!onLinux)(
  "a supervisor killed with -9 takes server and worker along, and the next start takes over lock and database",
  { timeout: 120_000 },
  async () => {
    const folder = newFolder();
    const first = start(folder);
    await first.started;
    const parent = first.process.pid ?? 0;
    const [server, worker, database] = ["stand-in-server", "stand-in-worker", "bin/postgres"].map(
      (piece) => findChildren(parent, piece)[0] ?? 0,
    );
    first.process.kill("SIGKILL");
    await first.exit;
    await vi.waitFor(() => expect([server, worker].filter((pid) => isRunning(pid ?? 0))).toEqual([]), { timeout: 120_000 });
    expect(isRunning(database ?? 0), "PostgreSQL outlives it; that is why the next start must cope").toBe(true);
    const second = start(folder);
    expect(await ask(await second.started)).not.toBeNull();
    expect(isRunning(database ?? 0)).toBe(false);
  },
);

test("a second copy on the same data folder is refused with a line that names the first", async () => {
  const folder = newFolder();
  const first = start(folder);
  await first.started;
  const second = start(folder);
  expect(await second.exit).toBe(2);
  expect(second.printed()).toContain(`进程 ${first.process.pid}`);
  expect(await ask(await first.started), "the first is not disturbed").not.toBeNull();
});

test("a busy port is refused at once with a clear line, before anything is started", async () => {
  const folder = newFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const supervisor = start(folder, port);
  expect(await supervisor.exit).toBe(2);
  expect(supervisor.printed()).toContain(`端口 ${port} 已被占用`);
  expect(readdirSync(folder.data)).toEqual([]);
  other.close();
});

test("after a kill the port may still be in use by the server that was left: the next start waits for it", {
  timeout: 60_000,
}, async () => {
  const folder = newFolder();
  mkdirSync(folder.data);
  chmodSync(folder.data, 0o711);
  writeFileSync(join(folder.data, "tandem.lock"), JSON.stringify({ pid: 4194304, bornAt: "x" }));
  const leftover = createServer();
  const port = await findFreePort();
  await new Promise<void>((resolve) => leftover.listen(port, "127.0.0.1", resolve));
  setTimeout(() => leftover.close(), 1500);
  expect(await ask(await start(folder, port).started)).not.toBeNull();
});

test("asked to stop in the middle of the first start, it leaves nothing running and the next start goes through", {
  timeout: 60_000,
}, async () => {
  const folder = newFolder();
  const first = start(folder);
  await vi.waitFor(() => expect(first.printed()).toContain("正在创建数据库"), { timeout: 120_000, interval: 10 });
  first.process.kill("SIGINT");
  expect(await first.exit).toBe(0);
  if (onLinux) expect(readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && worksIn(pid, join(folder.data, "postgres")))).toEqual([]);
  const second = start(folder);
  expect(await ask(await second.started)).not.toBeNull();
});

test("asked to stop while a child never gets ready, it stops all the same", async () => {
  const folder = newFolder();
  const supervisor = start(folder, 0, "never-ready");
  await vi.waitFor(() => expect(supervisor.printed()).toContain("starting the worker"), { timeout: 120_000, interval: 20 });
  supervisor.process.kill("SIGTERM");
  expect(await supervisor.exit).toBe(0);
  expect(supervisor.printed()).toContain("stopped");
});

test("a child that ends before it was ready is reported with its last words, and nothing stays behind", async () => {
  const folder = newFolder();
  const supervisor = start(folder, 0, "broken");
  expect(await supervisor.exit).toBe(1);
  expect(supervisor.printed()).toContain("this program is broken");
  expect(readdirSync(folder.data)).not.toContain("tandem.lock");
});

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
