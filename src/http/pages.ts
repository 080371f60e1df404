import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendRefusal } from "#http/handle-errors.ts";
import { buildErrorBody } from "#http/refusal-status.ts";
import { refuse } from "#refusals/refusal.ts";

type Allowed = { readonly pattern: RegExp; readonly method: string };

/** The built pages: files as they are, any other address outside /api answers the page, which routes by itself. What is unknown under /api is refused. */
export async function servePages(
  server: FastifyInstance,
  folder: string,
  routes: readonly { method: string; path: string }[],
): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await server.register(fastifyStatic, {
      root: folder,
      index: "index.html",
      cacheControl: false,
      setHeaders: (reply, path) =>
        reply.header("cache-control", path.includes(`${sep}assets${sep}`) ? "public, max-age=31536000, immutable" : "no-cache"),
    });
  }
  const allowed = routes.map(({ method, path }): Allowed => ({ method, pattern: new RegExp(`^/api${path.replace(/:\w+/g, "[^/]+")}/?$`) }));

  server.setNotFoundHandler({ preHandler: server.rateLimit() }, async (request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const methods = methodsOf(allowed, path);
    if (methods.length > 0) return answerMethod(request, reply, methods);
    const isPage =
      (request.method === "GET" || request.method === "HEAD") &&
      !path.startsWith("/api/") &&
      path !== "/api" &&
      !path.startsWith("/assets/");
    if (!isPage) return sendRefusal(request, reply, refuse("not-found"));
    if (built) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return reply
      .status(503)
      .type("text/plain; charset=utf-8")
      .send("页面尚未构建，请运行 npm start。 / The pages are not built yet: run npm start.\n");
  });
}

function methodsOf(allowed: readonly Allowed[], path: string): string[] {
  const methods = allowed.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))];
}

/** The address is known, the method is not: OPTIONS is told the methods, others are refused. No other origin is ever let in. */
function answerMethod(request: FastifyRequest, reply: FastifyReply, methods: readonly string[]): FastifyReply {
  reply.header("allow", [...methods, "OPTIONS"].join(", "));
  if (request.method === "OPTIONS") return reply.status(204).send();
  return reply
    .status(405)
    .header("cache-control", "no-store")
    .send(buildErrorBody(refuse("not-found"), request.id));
}
