import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Holder = z.object({ pid: z.number().int(), bornAt: z.string() });
type Holder = z.infer<typeof Holder>;

/** `fromDead`: it was left by a holder who was killed; what he had started may still be on its way out */
export type Lock =
  | { readonly outcome: "locked"; readonly fromDead: boolean; readonly release: () => void }
  | { readonly outcome: "held"; readonly pid: number };

/**
 * One supervisor per folder. The lock names its holder by number and by the moment that process was born, since a number alone may
 * belong to somebody else after a crash (in a container it nearly always does). A lock of a dead holder is taken over.
 */
export function lockFolder(folder: string): Lock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "tandem.lock");
  const mine = JSON.stringify({ pid: process.pid, bornAt: findBirth(process.pid) ?? "" } satisfies Holder);
  let fromDead = false;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (tryCreate(path, mine)) {
      return { outcome: "locked", fromDead, release: () => (readText(path) === mine ? rmSync(path, { force: true }) : undefined) };
    }
    const found = readText(path);
    const holder = found === null ? null : parseHolder(found);
    if (holder && isAlive(holder)) return { outcome: "held", pid: holder.pid };
    if (found !== null) takeAway(path, found);
    fromDead = true;
  }
  throw new Error(`无法锁定 ${path}。 / cannot lock ${path}.`);
}

function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: "wx", mode: 0o600, flush: true });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead lock away; if another starter was faster and it is his live one that was moved, puts it back. */
function takeAway(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  if (readText(aside) === dead) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** A lock that was cut off while it was written belongs to nobody. */
function parseHolder(text: string): Holder | null {
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  if (isDefunct(holder.pid)) return false;
  const birth = findBirth(holder.pid);
  return birth === null || holder.bornAt === "" || birth === holder.bornAt;
}

/** Killed, but its parent has not asked for it yet (in a container whose first process never asks, for ever): it holds nothing any more. */
function isDefunct(pid: number): boolean {
  return process.platform === "linux" && /^State:\s+[ZX]/m.test(readText(`/proc/${pid}/status`) ?? "");
}

/** When a process began, in words that differ between two processes of one number; null where the system does not tell. */
function findBirth(pid: number): string | null {
  if (process.platform === "linux") {
    const stat = readText(`/proc/${pid}/stat`);
    const boot = readText("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
    // Field 22, counted after the program's name, which may hold blanks and brackets itself.
    return stat === null ? null : `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
  }
  if (process.platform === "win32") return null;
  return spawnSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8" }).stdout?.trim() || null;
}
