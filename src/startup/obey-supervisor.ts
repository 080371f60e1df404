import type { ReadyMessage } from "#startup/start-child.ts";

/** A little less than the supervisor's patience: ending by oneself beats being killed. */
const PATIENCE = 10_000;

/**
 * For the server and the worker: runs `stop` once, when the supervisor asks (SIGTERM), at Ctrl-C (started alone), or when the
 * supervisor died (the channel closed), then ends the process. Ends it anyway after 10 s.
 */
export function obeySupervisor(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  process.once("disconnect", end);
  // The supervisor may have died while this process was still being loaded: then nobody will tell it any more.
  if (process.connected === false) end();
}

/** Says that this process does its work now. Without a supervisor nobody listens. */
export function tellReady(port?: number): void {
  process.send?.({ ready: true, ...(port === undefined ? {} : { port }) } satisfies ReadyMessage);
}
