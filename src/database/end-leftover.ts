import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Say } from "#database/say.ts";

/**
 * PostgreSQL outlives a supervisor that was killed. Ends such a one (fast stop, nothing acknowledged is lost), and removes the
 * pid file of one that is gone: its number may belong to somebody else by now, and PostgreSQL would refuse to start.
 */
export async function endLeftover(files: string, say: Say): Promise<void> {
  const pid = findPid(files);
  if (pid === null) return;
  if (isPostgresOf(pid, files)) {
    say({
      zh: `上次没有正常关闭，正在停止遗留的数据库（进程 ${pid}）…`,
      en: `the last run was cut off; stopping the database it left behind (process ${pid})…`,
    });
    for (const [signal, patience] of [
      ["SIGINT", 10_000],
      ["SIGQUIT", 5_000],
      ["SIGKILL", 5_000],
    ] as const) {
      send(pid, signal);
      const until = Date.now() + patience;
      while (Date.now() < until && isPostgresOf(pid, files)) await wait(30);
      if (!isPostgresOf(pid, files)) break;
    }
    if (isPostgresOf(pid, files))
      throw new Error(`进程 ${pid}（旧的 PostgreSQL）停不下来。 / process ${pid} (an old PostgreSQL) cannot be stopped.`);
  }
  if (findPid(files) === pid) rmSync(join(files, "postmaster.pid"), { force: true });
}

function findPid(files: string): number | null {
  const path = join(files, "postmaster.pid");
  if (!existsSync(path)) return null;
  const pid = Number(readFileSync(path, "utf8").split("\n")[0]);
  // A file cut off in the middle has no number; 0 stands for "nobody", so that it is removed.
  return Number.isInteger(pid) && pid > 1 ? pid : 0;
}

/** A postmaster works inside its data directory; that names it beyond doubt. Elsewhere than on Linux its command line does. */
function isPostgresOf(pid: number, files: string): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  if (process.platform === "linux") {
    try {
      if (/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) return false;
      return readlinkSync(`/proc/${pid}/cwd`) === files || readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(files);
    } catch {
      // Another user's process hides its folder; its command line is public.
      return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(files);
    }
  }
  if (process.platform === "win32")
    return spawnSync("tasklist", ["/FI", `PID eq ${pid}`], { encoding: "utf8" }).stdout.includes("postgres");
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.includes(files);
}

function send(pid: number, signal: "SIGINT" | "SIGQUIT" | "SIGKILL"): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return;
    throw new Error(`不能停止进程 ${pid}（旧的 PostgreSQL）。 / may not stop process ${pid} (an old PostgreSQL).`, { cause: error });
  }
}
