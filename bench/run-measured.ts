import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export type Measured = {
  readonly seconds: number;
  /** until the first byte on standard output */
  readonly firstOutputSeconds: number;
  readonly peakBytes: number | null;
  readonly output: string;
};

const POLL_MS = 20;

/**
 * Runs a whole command and measures it from outside: wall seconds, and the peak of resident memory as the kernel keeps it (VmHWM of the
 * process and of those it starts, added; null where there is no /proc). `cores` names the cores it may use (Linux, by taskset).
 * @throws when it ends with another status than 0
 */
export async function runMeasured(
  command: string,
  args: readonly string[],
  { environment = process.env, cores = null }: { environment?: NodeJS.ProcessEnv; cores?: string | null } = {},
): Promise<Measured> {
  const [program, given] = cores === null ? [command, args] : ["taskset", ["-c", cores, command, ...args]];
  const started = performance.now();
  const child = spawn(program, given, { stdio: ["ignore", "pipe", "pipe"], env: environment });
  const output: Buffer[] = [];
  let words = "";
  let firstOutput: number | null = null;
  child.stdout.on("data", (chunk: Buffer) => {
    firstOutput ??= performance.now();
    output.push(chunk);
  });
  child.stderr.on("data", (text) => (words += text));
  const peaks = new Map<number, number>();
  const watch = setInterval(() => child.pid !== undefined && notePeaks(child.pid, peaks), POLL_MS);
  const status = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve)).finally(() =>
    clearInterval(watch),
  );
  const ended = performance.now();
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${words.slice(-2000)}`);
  return {
    seconds: (ended - started) / 1000,
    firstOutputSeconds: ((firstOutput ?? ended) - started) / 1000,
    peakBytes: peaks.size === 0 ? null : [...peaks.values()].reduce((sum, peak) => sum + peak, 0),
    output: Buffer.concat(output).toString("utf8"),
  };
}

/** Notes the highest resident memory of a process and of all below it. */
function notePeaks(pid: number, peaks: Map<number, number>): void {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readProc(`/proc/${pid}/status`))?.[1];
  if (kilobytes !== undefined) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, Number(kilobytes) * 1024));
  for (const below of readProc(`/proc/${pid}/task/${pid}/children`).split(" ")) if (below !== "") notePeaks(Number(below), peaks);
}

function readProc(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // no /proc on this system, or the process has just ended
  }
}
