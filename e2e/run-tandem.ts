import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs the command `tandem` as a process of its own, as `npx tandem` does. */
export async function runTandem(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ status: number | null; out: string; words: string }> {
  const child = spawn(process.execPath, [join(root, "src", "cli", "tandem.mjs"), ...args], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let words = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (words += text));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, out, words };
}
