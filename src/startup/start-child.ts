import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import type { LogFile } from "#startup/open-log-file.ts";

/** What a child tells its supervisor once it does its work; the port only if it listens on one. */
export const ReadyMessage = z.object({ ready: z.literal(true), port: z.number().int().optional() });
export type ReadyMessage = z.infer<typeof ReadyMessage>;

export type Child = {
  readonly pid: number;
  readonly port: number | null;
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The child gets this long to end by itself before it is killed. */
const PATIENCE = 12_000;

/**
 * Starts one of our programs and waits until it says that it is ready. `signal` ends the waiting, and the program with it.
 * @throws when it ends before it was ready, with the last words it wrote
 */
export async function startChild(file: string, env: NodeJS.ProcessEnv, log: LogFile, signal: AbortSignal): Promise<Child> {
  // A session of its own: Ctrl-C reaches the supervisor only, which stops everything in order. The channel is the leash:
  // it closes when the supervisor dies, however it dies (obey-supervisor.ts).
  const child = fork(file, [], { env, stdio: ["ignore", "pipe", "pipe", "ipc"], detached: process.platform !== "win32", execArgv: [] });
  let lastWords = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      log.write(chunk);
      lastWords = (lastWords + chunk.toString("utf8")).slice(-2000);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  const ready = new Promise<ReadyMessage>((resolve) => {
    child.on("message", (message) => {
      const parsed = ReadyMessage.safeParse(message);
      if (parsed.success) resolve(parsed.data);
    });
  });
  const giveUp = () => void stopChild(child, ended);
  signal.addEventListener("abort", giveUp, { once: true });
  const first = await Promise.race([ready, ended]);
  signal.removeEventListener("abort", giveUp);
  if (typeof first === "string") throw new Error(`${first}\n${lastWords}`);
  return { pid: child.pid ?? 0, port: first.port ?? null, ended, stop: () => stopChild(child, ended) };
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}
