#!/usr/bin/env node
// The command `tandem`. Plain JavaScript, so that any Node can read it: it hands over to the pinned Node 24 if it is not running on it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = join(dirname(fileURLToPath(import.meta.url)), "main.ts");
if (Number(process.versions.node.split(".")[0]) >= 24) {
  const { runCommand } = await import(main);
  await runCommand(process.argv.slice(2));
} else {
  const pinned = join(dirname(main), "..", "..", "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(pinned)) {
    process.stderr.write("请先运行 npm ci（或 npm start）。 / Run npm ci (or npm start) first.\n");
    process.exitCode = 3;
  } else {
    const run = spawnSync(pinned, [main, "--", ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = run.status ?? 3;
  }
}
