import { expect, test } from "vitest";
import { openLogger } from "#telemetry/logger.ts";
import { openMetrics } from "#telemetry/metrics.ts";

function logged(write: (logger: ReturnType<typeof openLogger>) => void): string {
  const lines: string[] = [];
  write(openLogger("test", "info", { write: (line: string) => void lines.push(line) }));
  return lines.join("");
}

test("a person's data in a logged object does not reach the log", () => {
  const text = logged((logger) =>
    logger.info(
      { requestId: "r-1", person: { name: "王小虚构" }, password: "geheim", headers: { cookie: "tandem_session=abc" } },
      "signed in",
    ),
  );
  expect(text).not.toMatch(/王小虚构|geheim|abc/);
  expect(JSON.parse(text)).toMatchObject({ level: "info", process: "test", requestId: "r-1", msg: "signed in" });
});

test("of a database error the log gets the code and not the values PostgreSQL quotes", () => {
  const error = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (name)=(王小虚构) already exists." });
  const text = logged((logger) => logger.error({ err: new Error("outer", { cause: error }) }, "failed"));
  expect(text).toContain("23505");
  expect(text).not.toContain("王小虚构");
});

test("metrics are given out in the OpenMetrics format with our own names", async () => {
  const metrics = openMetrics();
  metrics.refusals.inc({ kind: "not-found" });
  const text = await metrics.text();
  expect(metrics.contentType).toContain("application/openmetrics-text");
  expect(text).toContain('tandem_refusals_total{kind="not-found"} 1');
  expect(text).toContain("process_cpu_seconds_total");
  expect(text.trimEnd().endsWith("# EOF")).toBe(true);
});
