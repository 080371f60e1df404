import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

/** Where personal data could slip in by way of an object that is logged whole. The rule stays: log ids and counts, not content. */
const REDACTED = [
  "password",
  "passwordHash",
  "token",
  "csrfToken",
  "cookie",
  "authorization",
  "name",
  "account",
  "title",
  "note",
  "plain",
  "text",
  "row",
  "body",
  "query",
];

/**
 * One line of JSON per event on standard output, ready for a collector. `process` says who speaks: server, worker, supervisor.
 * Errors are logged with kind and stack; PostgreSQL's `detail` and `where` (they quote values) are left out.
 */
export function openLogger(speaker: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { process: speaker },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: [...REDACTED, ...REDACTED.map((path) => `*.${path}`), "headers", "*.headers"], censor: "[left out]" },
    serializers: { err: describeError, error: describeError },
  };
  return pino(options, destination ?? openOutput());
}

/**
 * Standard output, written at once. Not pino's own destination: when its reader is gone (the supervisor was killed), that one tries the
 * last lines again for ever while the process ends, and the process stays, with its port.
 */
function openOutput(): DestinationStream {
  process.stdout.on("error", () => undefined); // nobody reads any more; the work goes on to its orderly end
  return { write: (line) => void process.stdout.write(line) };
}

type DescribedError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: unknown;
};

function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error" };
  return {
    type: error.name,
    message: error.message,
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...(error.stack ? { stack: error.stack } : {}),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}
