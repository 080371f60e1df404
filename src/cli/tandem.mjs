#!/usr/bin/env node
// The command `tandem`. Plain JavaScript, so that any Node can read it: it hands over to the pinned Node 24 if it is not running on it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = join(dirname(fileURLToPath(import.meta.url)), "main.ts");
const modules = join(dirname(main), "..", "..", "node_modules");
// Compiled code is kept beside what it is compiled from, for whoever may write there, and taken only where the source is the same: half the
// time of a start. Not in the folder for temporary files, where another user could lay code for us. Threads and the pinned Node read the variable.
process.env.NODE_COMPILE_CACHE ??= join(modules, ".cache", "tandem-compiled");
if (Number(process.versions.node.split(".")[0]) >= 24) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const { runCommand } = await import(main);
  await runCommand(process.argv.slice(2));
} else {
  const pinned = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(pinned)) {
    process.stderr.write("请先运行 npm ci（或 npm start）。 / Run npm ci (or npm start) first.\n");
    process.exitCode = 3;
  } else {
    const run = spawnSync(pinned, [main, "--", ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = run.status ?? 3;
  }
}
