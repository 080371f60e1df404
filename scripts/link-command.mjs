// Makes `npx tandem` answer at once from this checkout: a link in node_modules/.bin, as npm would make for a dependency, and a first count
// of next to nothing, which leaves its compiled code behind (see src/cli/tandem.mjs).
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
if (existsSync(join(root, "node_modules"))) {
  mkdirSync(bin, { recursive: true });
  const target = join(root, "src", "cli", "tandem.mjs");
  if (process.platform === "win32") {
    writeFileSync(join(bin, "tandem.cmd"), `@node "${target}" %*\r\n`);
  } else {
    rmSync(join(bin, "tandem"), { force: true });
    symlinkSync(join("..", "..", "src", "cli", "tandem.mjs"), join(bin, "tandem"));
    if (existsSync(target)) chmodSync(target, 0o755);
  }
  // Where this fails the first start is slower, and says itself what is wrong.
  spawnSync(process.execPath, [target, "count", join(root, "package.json"), "--json"], { stdio: "ignore", timeout: 60_000 });
}
