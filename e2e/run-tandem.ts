import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs the command `tandem` as a process of its own, as `npx tandem` does. `peakMegabytes`: the most memory it held, as the kernel tells; null where it does not. */
export async function runTandem(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ status: number | null; out: string; words: string; peakMegabytes: number | null }> {
  const child = spawn(process.execPath, [join(root, "src", "cli", "tandem.mjs"), ...args], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let words = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (words += text));
  let peakMegabytes: number | null = null;
  const looking = setInterval(() => {
    peakMegabytes = peakOf(child.pid) ?? peakMegabytes;
  }, 50);
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(looking);
  return { status, out, words, peakMegabytes };
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null; // it has ended, or this is no Linux
  }
}
