import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { endLeftover } from "#database/end-leftover.ts";

export type TestFolder = { readonly path: string; readonly data: string; readonly key: string; readonly remove: () => Promise<void> };

/** A folder for one installation. PostgreSQL's account can enter it unless `mode` says otherwise. */
export function buildFolder(mode = 0o711): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "tandem-test-"));
  chmodSync(path, mode);
  const data = join(path, "data");
  return {
    path,
    data,
    key: join(path, "keys", "master.key"),
    remove: async () => {
      // A cluster placed elsewhere is ours to remove as well.
      const remembered = join(data, "database.json");
      const home: unknown = existsSync(remembered) ? JSON.parse(readFileSync(remembered, "utf8")).home : null;
      if (typeof home === "string") {
        await endLeftover(resolve(data, home, "pgdata"), () => undefined);
        rmSync(resolve(data, home), { recursive: true, force: true });
      }
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export type TestSupervisor = {
  readonly process: ChildProcess;
  readonly printed: () => string;
  /** resolves with the address once everything runs; rejects with what was printed when it ends before */
  readonly started: Promise<string>;
  readonly exit: Promise<number | null>;
};

/** Runs stand-in-main.builder.ts as a process of its own. */
export function buildSupervisor(folder: TestFolder, port = 0, databaseUrl?: string, worker = "worker"): TestSupervisor {
  const main = fileURLToPath(new URL("stand-in-main.builder.ts", import.meta.url));
  const args = [main, folder.data, folder.key, String(port), worker, ...(databaseUrl ? [databaseUrl] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const started = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        printed += chunk.toString("utf8");
        const address = /^started (\S+)$/m.exec(printed)?.[1];
        if (address) resolve(address);
      });
    }
    void exit.then((code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
  started.catch(() => undefined); // a test that wants the failure awaits it itself
  return { process: child, printed: () => printed, started, exit };
}
