import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { NOBODY } from "#access/actor.ts";
import { findSession, isCsrfToken, type LiveSession } from "#access/find-session.query.ts";
import type { Database } from "#database/database.ts";
import { answerEvents } from "#http/events.ts";
import { Refused } from "#http/refused.ts";
import type { RouteFile, RouteRequest, ServerRoute, SessionCookie } from "#http/route.ts";
import { refuse } from "#refusals/refusal.ts";

declare module "fastify" {
  interface FastifyRequest {
    live: LiveSession | null;
  }
  interface FastifyContextConfig {
    intake?: "json" | "stream";
  }
}

export const SESSION_COOKIE = "tandem_session";
const CSRF_HEADER = "x-csrf-token";

export type Line<Services> = {
  readonly database: Database;
  readonly services: Services;
  readonly clock: () => Date;
  readonly signInsPerMinute: number;
  /** aborted when the server stops: ends event streams */
  readonly stopping: AbortSignal;
};

/** Gives every route of the lists the same line: limit -> session -> CSRF -> parse -> operation -> present. */
export async function registerRoutes<Services>(
  server: FastifyInstance,
  routes: readonly ServerRoute<Services>[],
  line: Line<Services>,
): Promise<void> {
  server.decorateRequest("live", null);
  await server.register(async (json) => {
    acceptJson(json);
    for (const route of routes) if (route.intake === "json") registerRoute(json, route, line);
  });
  await server.register(async (streams) => {
    streams.removeAllContentTypeParsers();
    streams.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    for (const route of routes) if (route.intake === "stream") registerRoute(streams, route, line);
  });
}

function registerRoute<Services>(server: FastifyInstance, route: ServerRoute<Services>, line: Line<Services>): void {
  const { params, query, body, reply } = route.schemas;
  server.route({
    method: route.method,
    url: `/api${route.path}`,
    exposeHeadRoute: route.method === "GET" && reply !== undefined,
    schema: {
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body && route.intake === "json" ? { body } : {}),
      ...(route.intake === "stream" ? { consumes: ["application/octet-stream"] } : {}),
      ...(reply ? { response: { 200: reply } } : {}),
      summary: `${route.summary.zh} / ${route.summary.en}`,
      tags: [route.path.split("/")[1] ?? ""],
    },
    config: {
      intake: route.intake,
      ...(route.limit === "sign-in" ? { rateLimit: { max: line.signInsPerMinute, timeWindow: 60_000 } } : {}),
    },
    // Before the body is read: who may not ask is not listened to.
    preParsing: async (request, _reply, payload) => {
      if (route.access === "signed-in") await admitRequest(request, line);
      return payload;
    },
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const signal = signalOf(reply, line.stopping, reply.routeOptions.config.intake !== "stream" && route.schemas.reply === undefined);
      const outcome = await route.answer(line.services, buildRouteRequest(request, reply, line.clock(), signal));
      if (!outcome.ok) throw new Refused(outcome);
      if (outcome.value.type === "events") return answerEvents(request, reply, signal, outcome.value.write);
      if (outcome.value.type === "file") return answerFile(reply, outcome.value.file);
      return reply.send(outcome.value.value);
    },
  });
}

function answerFile(reply: FastifyReply, { name, contentType, bytes }: RouteFile): FastifyReply {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return reply
    .header("content-disposition", `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(contentType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

async function admitRequest<Services>(request: FastifyRequest, line: Line<Services>): Promise<void> {
  const found = await findSession(line.database, request.cookies[SESSION_COOKIE] ?? null, line.clock());
  if (!found.ok) throw new Refused(found);
  request.live = found.value;
  const header = request.headers[CSRF_HEADER];
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (changes && !isCsrfToken(found.value, typeof header === "string" ? header : undefined)) throw new Refused(refuse("forged-request"));
}

function buildRouteRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  now: Date,
  signal: AbortSignal,
): RouteRequest<unknown, unknown, unknown> {
  const length = request.headers["content-length"];
  return {
    actor: request.live?.actor ?? NOBODY,
    requestId: request.id,
    now,
    params: request.params,
    query: request.query,
    body: request.routeOptions.config.intake === "stream" ? undefined : request.body,
    stream: request.raw,
    contentLength: length === undefined ? null : Number(length),
    signal,
    sessionCookie: buildSessionCookie(request, reply),
  };
}

function buildSessionCookie(request: FastifyRequest, reply: FastifyReply): SessionCookie {
  const flags = { path: "/", httpOnly: true, sameSite: "strict", secure: request.protocol === "https" } as const;
  return {
    token: request.cookies[SESSION_COOKIE] ?? null,
    set: (token, expires) => void reply.setCookie(SESSION_COOKIE, token, { ...flags, expires }),
    clear: () => void reply.clearCookie(SESSION_COOKIE, flags),
  };
}

/** Aborts when the client goes away before it was answered; for events also when the server stops. */
function signalOf(reply: FastifyReply, stopping: AbortSignal, isEvents: boolean): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return isEvents ? AbortSignal.any([gone.signal, stopping]) : gone.signal;
}

/** An empty body counts as none: DELETE and POST {} come with and without a content type. */
function acceptJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("application/json", { parseAs: "string" }, (request, text, done) => {
    if (text.length === 0) done(null, undefined);
    else parse(request, String(text), done);
  });
}
