import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** The named metrics of a process. Labels are closed sets (route patterns, kinds): never an id, never a name. */
export type Metrics = ReturnType<typeof openMetrics>;

/** A registry of its own for each process (and test): nothing global. `text()` is in the OpenMetrics format of `contentType`. */
export function openMetrics() {
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    requestSeconds: new Histogram({
      name: "tandem_http_request_seconds",
      help: "time to answer a request",
      labelNames: ["method", "route", "status"] as const,
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    refusals: new Counter({ name: "tandem_refusals_total", help: "requests refused, by kind", labelNames: ["kind"] as const, registers }),
    evidenceBytes: new Counter({ name: "tandem_evidence_taken_in_bytes_total", help: "bytes of evidence taken in", registers }),
    countedBytes: new Counter({ name: "tandem_counted_bytes_total", help: "bytes of evidence read by counts", registers }),
    jobs: new Gauge({ name: "tandem_jobs", help: "jobs by queue and state", labelNames: ["queue", "state"] as const, registers }),
    databaseSeconds: new Gauge({ name: "tandem_database_ping_seconds", help: "time of the last round trip to the database", registers }),
  };
}
