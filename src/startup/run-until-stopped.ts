import { readFileSync } from "node:fs";
import type { Say } from "#database/say.ts";
import { CannotStart, type Installation, type Started, startEverything } from "#startup/start-everything.ts";

/**
 * The life of the supervisor: starts everything, tells where it is, waits for Ctrl-C, SIGTERM or a closed terminal, stops everything
 * from the last to the first. Answers the exit status: 0 stopped as asked, 1 a fault, 2 the operator must change something first.
 */
export async function runUntilStopped(place: Installation, say: Say, onStarted: (started: Started) => void): Promise<number> {
  const asked = new AbortController();
  const stops: (() => Promise<void>)[] = [];
  let askedAt = 0;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      // Asked again by somebody who lost patience (npm may pass the same signal on twice): the leash ends the children.
      if (asked.signal.aborted && performance.now() - askedAt > 2000) process.exit(130);
      if (asked.signal.aborted) return;
      askedAt = performance.now();
      say({ zh: "正在停止…", en: "stopping…" });
      asked.abort();
    });
  }
  const leash = watchParent(place.environment, () => asked.abort());
  let status = 0;
  try {
    onStarted(await startEverything(place, say, asked.signal, stops));
    if (!asked.signal.aborted) await new Promise((resolve) => asked.signal.addEventListener("abort", resolve, { once: true }));
  } catch (error) {
    if (!asked.signal.aborted) {
      status = error instanceof CannotStart ? 2 : 1;
      const message = error instanceof Error ? error.message : String(error);
      say({ zh: `无法启动：${message}`, en: "" });
    }
  }
  for (const stop of stops.reverse()) {
    try {
      await stop();
    } catch (error) {
      // The others must be stopped all the same; the status tells.
      status = 1;
      say({ zh: `停止时出错：${String(error)}`, en: "an error while stopping" });
    }
  }
  clearInterval(leash);
  if (asked.signal.aborted) say({ zh: "已停止", en: "stopped" });
  return status;
}

/**
 * Between npm and us stands a shell that passes no signal on. When one of the two is gone nobody could stop us any more, and we
 * would hinder the next start: then we stop by ourselves.
 */
function watchParent(environment: NodeJS.ProcessEnv, onGone: () => void): NodeJS.Timeout | undefined {
  if (environment["npm_lifecycle_event"] === undefined) return undefined;
  const ancestors = () => `${process.ppid} ${findParent(process.ppid)}`;
  const atStart = ancestors();
  return setInterval(() => ancestors() !== atStart && onGone(), 500);
}

function findParent(pid: number): string | null {
  if (process.platform !== "linux") return null;
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? null;
  } catch {
    return null; // it is gone: the answer is a different one, which is what counts
  }
}
