import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export type Measured = { readonly seconds: number; readonly peakBytes: number | null; readonly output: string };

/**
 * Runs a whole command and measures it from outside: wall seconds, and the peak of resident memory as the kernel keeps it (VmHWM;
 * null where there is no /proc). @throws when it ends with another status than 0
 */
export async function runMeasured(command: string, args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let words = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (words += text));
  let peakBytes: number | null = null;
  const watch = setInterval(() => {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readStatus(child.pid))?.[1];
    if (kilobytes) peakBytes = Math.max(peakBytes ?? 0, Number(kilobytes) * 1024);
  }, 20);
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${words.slice(-2000)}`);
  return { seconds: (performance.now() - started) / 1000, peakBytes, output };
}

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return ""; // no /proc on this system, or the process has just ended
  }
}
