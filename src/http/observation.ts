import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Database } from "#database/database.ts";
import { describeFault } from "#http/describe-fault.ts";
import type { Metrics } from "#telemetry/metrics.ts";

/** Health, readiness and metrics for those who run the installation; no session, no personal data, not limited. */
export function observe(
  server: FastifyInstance,
  { database, metrics, measure, stopping }: { database: Database; metrics: Metrics; measure: () => Promise<void>; stopping: AbortSignal },
): void {
  server.addHook("onResponse", (request, reply, next) => {
    metrics.requestSeconds.observe(
      { method: request.method, route: request.routeOptions.url ?? "none", status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    next();
  });
  const options = { config: { rateLimit: false }, schema: { hide: true } } as const;

  server.get("/healthz", options, async (_request, reply) => reply.header("cache-control", "no-store").send({ status: "up" }));

  server.get("/readyz", options, async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (stopping.aborted) return reply.status(503).send({ status: "stopping" });
    try {
      await database.ping();
      const { rows } = await sql<{ last: string | null }>`select to_regclass('public.assessments')::text as last`.execute(database.pool);
      if (rows[0]?.last === null) return reply.status(503).send({ status: "not-migrated" });
    } catch (problem) {
      request.log.warn({ requestId: request.id, fault: describeFault(problem) }, "not ready");
      return reply.status(503).send({ status: "database-unreachable" });
    }
    return reply.send({ status: "ready" });
  });

  server.get("/metrics", options, async (request, reply) => {
    try {
      metrics.databaseSeconds.set((await database.ping()) / 1000);
      await measure();
    } catch (problem) {
      // The process still has much to tell; that the database is away is what /readyz says.
      request.log.warn({ requestId: request.id, fault: describeFault(problem) }, "metrics without the database");
    }
    return reply
      .header("content-type", metrics.contentType)
      .header("cache-control", "no-store")
      .send(await metrics.text());
  });
}
