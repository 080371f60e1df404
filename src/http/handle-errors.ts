import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "#access/access.contract.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";
import { describeFault } from "#http/describe-fault.ts";
import { buildErrorBody, isAudited, STATUS } from "#http/refusal-status.ts";
import { Refused } from "#http/refused.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";
import type { Metrics } from "#telemetry/metrics.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A refused upload is read (and thrown away) so long, so that its client hears the answer; then the line is cut. */
const UNREAD_MS = 5_000;

/** One way out for everything that is not a good answer: refusals by the table, anything unknown as an internal fault that tells nothing. */
export function handleErrors(server: FastifyInstance, database: Database, metrics: Metrics): void {
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = error instanceof Refused ? error.refusal : refusalOf(error, request);
    metrics.refusals.inc({ kind: refusal.kind });
    if (refusal.kind === "internal-fault") logFault(request, error);
    if (request.live && isAudited(refusal.kind)) {
      try {
        await auditRefusal(database, request, request.live.actor, refusal);
      } catch (problem) {
        // What cannot be recorded is not answered as if it had been.
        logFault(request, problem);
        return sendRefusal(request, reply, refuse("internal-fault", { requestId: request.id }));
      }
    }
    return sendRefusal(request, reply, refusal);
  });
}

/** Sends the body of a refusal under its status. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.kind === "locked-out") reply.header("retry-after", String(Number(refusal.detail["minutes"] ?? 1) * 60));
  cutUnread(request, reply);
  return reply
    .status(STATUS[refusal.kind])
    .type("application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(buildErrorBody(refusal, request.id));
}

/** What Fastify and its plugins throw before an operation runs. */
function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  if (error.statusCode === 429) return refuse("too-many-requests");
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return refuse("too-large", { limit: "1 MiB" });
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return refuse("invalid-input", {
        place: "content-type",
        expected: "application/json",
        found: (request.headers["content-type"] ?? "空缺").slice(0, 60),
        "found.en": (request.headers["content-type"] ?? "nothing").slice(0, 60),
      });
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return refuse("invalid-input", {
        place: "请求内容",
        "place.en": "the request",
        expected: "JSON",
        found: "无法解析的文字",
        "found.en": "text that cannot be parsed",
      });
    case "53100": // PostgreSQL's disk_full: the transaction was rolled back
      return refuse("storage-full");
    default:
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
        return refuse("invalid-input", {
          place: "请求",
          "place.en": "the request",
          expected: "符合HTTP与JSON格式的内容",
          "expected.en": "as HTTP and JSON want it",
          found: error.code ?? String(error.statusCode),
        });
      return refuse("internal-fault", { requestId: request.id });
  }
}

async function auditRefusal(database: Database, request: FastifyRequest, actor: Actor, refusal: Refusal): Promise<void> {
  const params = request.params;
  const caseId =
    typeof params === "object" && params !== null && "caseId" in params && typeof params.caseId === "string" && UUID.test(params.caseId)
      ? params.caseId
      : null;
  const operation = `${request.method} ${request.routeOptions.url ?? "/"}`;
  await database.transact({ as: "person", actor }, (tx) =>
    appendEntry(tx, { event: { kind: "refused", operation, refusal: refusal.kind }, actor, caseId, requestId: request.id }),
  );
}

function logFault(request: FastifyRequest, problem: unknown): void {
  request.log.error({ requestId: request.id, route: request.routeOptions.url ?? null, fault: describeFault(problem) }, "internal fault");
}

function cutUnread(request: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once("finish", () => {
    if (request.raw.complete) return;
    const timer = setTimeout(() => request.raw.destroy(), UNREAD_MS);
    timer.unref();
    request.raw.once("close", () => clearTimeout(timer));
  });
}
