import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { endLeftover } from "#database/end-leftover.ts";
import { startCluster } from "#database/start-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** address of the database `postgres` in the cluster of this test run, as its owner */
    testCluster: string;
  }
}

const PREFIX = "tandem-tests-";

/** Vitest's global set-up: one throw-away PostgreSQL for the run. Without fsync: nothing in it must survive. */
export default async function startTestCluster(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root PostgreSQL runs as nobody, who could not enter a folder of mode 700 and would be given one elsewhere.
  chmodSync(folder, 0o711);
  const cluster = await startCluster(folder, () => undefined, {
    settings: { fsync: "off", full_page_writes: "off", synchronous_commit: "off" },
  });
  project.provide("testCluster", cluster.urlOf("postgres"));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its PostgreSQL behind; its folder tells whose it was. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split("-")[0]))) continue;
    const folder = join(tmpdir(), name);
    await endLeftover(join(folder, "postgres", "pgdata"), () => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
