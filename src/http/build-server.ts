import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Database } from "#database/database.ts";
import { describeRoutes } from "#http/documentation.ts";
import { handleErrors } from "#http/handle-errors.ts";
import { observe } from "#http/observation.ts";
import { servePages } from "#http/pages.ts";
import { registerRoutes } from "#http/register-routes.ts";
import type { ServerRoute } from "#http/route.ts";
import { type Patience, watchSlowClients } from "#http/slow-clients.ts";
import type { Metrics } from "#telemetry/metrics.ts";

export type Limits = Patience & { readonly requestsPerMinute: number; readonly signInsPerMinute: number; readonly jsonBytes: number };

/** A folder of small files is thousands of uploads; an office behind one address is many people. Guessing is slowed by the account's lock as well. */
export const LIMITS: Limits = {
  requestsPerMinute: 3000,
  signInsPerMinute: 30,
  jsonBytes: 1 << 20,
  jsonBodyMs: 30_000,
  uploadSilenceMs: 60_000,
};

export type ServerParts<Services> = {
  readonly database: Database;
  readonly services: Services;
  readonly routes: readonly ServerRoute<Services>[];
  readonly clock: () => Date;
  readonly logger: FastifyBaseLogger;
  readonly metrics: Metrics;
  /** brings measured values up to date before they are read */
  readonly measure?: () => Promise<void>;
  /** folder of the built pages; need not exist */
  readonly pagesFolder: string;
  readonly version: string;
  readonly limits?: Partial<Limits>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Assembles the server; it does not listen yet. Closing it ends event streams and waits for requests that run. */
export async function buildServer<Services>(parts: ServerParts<Services>): Promise<FastifyInstance> {
  const limits = { ...LIMITS, ...parts.limits };
  const stopping = new AbortController();
  const server: FastifyInstance = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: limits.jsonBytes,
    requestTimeout: 0, // see slow-clients
    http: { headersTimeout: 15_000, maxHeaderSize: 16_384 },
    keepAliveTimeout: 15_000,
    trustProxy: "loopback", // a proxy on this machine may say that the outside is https and who asks; nobody else may
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: true },
  });
  // Routes parse by their own contracts after session and CSRF; the schemas given to Fastify only describe them.
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  server.addHook("onRequest", (request, reply, next) => {
    reply.header("x-request-id", request.id);
    next();
  });
  server.addHook("onResponse", (request, reply, next) => {
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, "answered");
    next();
  });
  server.addHook("preClose", (done) => {
    stopping.abort();
    done();
  });
  watchSlowClients(server, limits);
  handleErrors(server, parts.database, parts.metrics);
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    referrerPolicy: { policy: "no-referrer" },
  });
  await server.register(cookie);
  await server.register(rateLimit, { global: true, max: limits.requestsPerMinute, timeWindow: 60_000 });
  observe(server, { ...parts, measure: parts.measure ?? (async () => undefined), stopping: stopping.signal });
  await describeRoutes(server, parts.version);
  await registerRoutes(server, parts.routes, { ...parts, signInsPerMinute: limits.signInsPerMinute, stopping: stopping.signal });
  await servePages(server, parts.pagesFolder, parts.routes);
  return server;
}

/** Everything from this origin; styles inline because the components write them so; never in a frame. */
const CONTENT_POLICY = {
  "default-src": ["'self'"],
  "script-src": ["'self'"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};

/** A request keeps the id its client gave if that is a UUID; anything else could smuggle text into logs and audit. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && UUID.test(given) ? given.toLowerCase() : randomUUID();
}
