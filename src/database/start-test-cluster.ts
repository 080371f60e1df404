import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startCluster } from "#database/start-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** address of the database `postgres` in the cluster of this test run, as its owner */
    testCluster: string;
  }
}

/** Vitest's global set-up: one throw-away PostgreSQL for the run. Without fsync: nothing in it must survive. */
export default async function startTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-tests-"));
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
