import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endLeftover } from "../src/database/end-leftover.ts";
import { prepareBrowser } from "./open-browser.ts";
import { PREFIX, waitUntil } from "./start-installation.ts";

/** Vitest's global set-up: the browser is unpacked once, before the files that run side by side would start one that is half written. */
export default async function prepareRun(): Promise<void> {
  await removeLeftovers();
  await prepareBrowser();
}

/** A run that was killed leaves its installations behind, which would slow every later run; the folder tells whose one is. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = /^(\d+)-/.exec(name.slice(PREFIX.length))?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    const supervisor = readSupervisor(join(folder, "data", "tandem.lock"));
    if (supervisor !== null) {
      process.kill(supervisor, "SIGTERM");
      await waitUntil(`the left-over installation in ${folder} has stopped`, () => !isAlive(supervisor));
    }
    await endLeftover(join(folder, "data", "postgres", "pgdata"), () => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The process that holds the folder; null where none does, or its number belongs to another program by now. */
function readSupervisor(lock: string): number | null {
  if (!existsSync(lock)) return null;
  const { pid }: { pid?: unknown } = JSON.parse(readFileSync(lock, "utf8"));
  if (typeof pid !== "number" || !isAlive(pid) || !existsSync(`/proc/${pid}/cmdline`)) return null;
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(join("src", "main.ts")) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
