/**
 * What a log may say about an exception: its name, code, message and where it came from. PostgreSQL puts values of rows into
 * its messages and details, so of a database error only the code and the stack's places are kept.
 */
export function describeFault(problem: unknown): Record<string, unknown> {
  if (!(problem instanceof Error)) return { type: typeof problem };
  const code = "code" in problem && typeof problem.code === "string" ? problem.code : null;
  const fromDatabase = "severity" in problem;
  const places = (problem.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: problem.name,
    code,
    message: fromDatabase ? `database error ${code}` : problem.message,
    stack: places.join("\n"),
    ...(problem.cause === undefined ? {} : { cause: describeFault(problem.cause) }),
  };
}
