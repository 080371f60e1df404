import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("stand-in-late.builder.ts", import.meta.url));

test.each([
  ["while it was still being loaded", 100],
  ["once it ran", 1000],
])("a process whose supervisor died %s ends by itself", { timeout: 20_000 }, async (_when, after) => {
  const child = fork(program, [], { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] });
  try {
    await once(child, "spawn");
    setTimeout(() => {
      // As at its death: nobody reads any more what the process writes, and the channel closes.
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.disconnect();
    }, after);
    const [code] = await once(child, "exit", { signal: AbortSignal.timeout(10_000) });
    expect(code).toBe(0);
  } finally {
    child.kill("SIGKILL");
  }
});
