import type { z } from "zod";
import { refuseUnfit } from "#http/invalid-input.ts";
import type { EventRoute, FileRoute, Route, RouteAnswer, RouteLine, RouteRequest, ServerRoute } from "#http/route.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";

/**
 * A route whose types are inferred from its shapes; annotate only `services`:
 * `defineRoute({ method: "GET", path: "/cases/:caseId", …, params: CaseIdParams, reply: CaseDetail, run: (services: BaseServices, request) => … })`.
 * The list of a slice is `export const casesRoutes = [defineRoute(…), …] as const satisfies readonly ServerRoute<BaseServices>[]`.
 */
export function defineRoute<Services, Reply, Params = undefined, Query = undefined, Body = undefined>(
  route: Route<Services, Params, Query, Body, Reply>,
): ServerRoute<Services> {
  return {
    ...lineOf(route),
    schemas: { ...schemasOf(route), reply: route.reply },
    answer: async (services, request) => {
      const parsed = parseRequest(route, request);
      if (!parsed.ok) return parsed;
      const outcome = await route.run(services, parsed.value);
      return outcome.ok ? done({ type: "json", value: present(route.reply, outcome.value) }) : outcome;
    },
  };
}

/** The same for server-sent events: `run` refuses or answers the function that writes. */
export function defineEventRoute<Services, Params = undefined, Query = undefined>(
  route: EventRoute<Services, Params, Query>,
): ServerRoute<Services> {
  return {
    ...lineOf(route),
    schemas: schemasOf(route),
    answer: async (services, request): Promise<Outcome<RouteAnswer>> => {
      const parsed = parseRequest(route, request);
      if (!parsed.ok) return parsed;
      const outcome = await route.run(services, parsed.value);
      return outcome.ok ? done({ type: "events", write: outcome.value }) : outcome;
    },
  };
}

/** The same for a file: a report, a bundle. */
export function defineFileRoute<Services, Params = undefined, Query = undefined>(
  route: FileRoute<Services, Params, Query>,
): ServerRoute<Services> {
  return {
    ...lineOf(route),
    schemas: schemasOf(route),
    answer: async (services, request): Promise<Outcome<RouteAnswer>> => {
      const parsed = parseRequest(route, request);
      if (!parsed.ok) return parsed;
      const outcome = await route.run(services, parsed.value);
      return outcome.ok ? done({ type: "file", file: outcome.value }) : outcome;
    },
  };
}

/** An answer does not fit the route's own reply shape: a bug of the server. The message names places only, never values. */
export class UnfitAnswer extends Error {
  constructor(error: z.ZodError) {
    super(
      `answer does not fit its shape at ${error.issues.map((issue) => `${issue.path.join(".") || "(root)"} (${issue.code})`).join(", ")}`,
    );
    this.name = "UnfitAnswer";
  }
}

function present<T>(shape: z.ZodType<T>, value: T): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new UnfitAnswer(parsed.error);
  return parsed.data;
}

function lineOf<P, Q, B>({ method, path, summary, access, intake, limit }: RouteLine<P, Q, B>) {
  return { method, path, summary, access, intake: intake ?? "json", limit: limit ?? "general" } as const;
}

function schemasOf<P, Q, B>({ params, query, body }: RouteLine<P, Q, B>): ServerRoute<never>["schemas"] {
  return { ...(params ? { params } : {}), ...(query ? { query } : {}), ...(body ? { body } : {}) };
}

function parseRequest<P, Q, B>(
  route: RouteLine<P, Q, B>,
  request: RouteRequest<unknown, unknown, unknown>,
): Outcome<RouteRequest<P, Q, B>> {
  const params = parsePart(route.params, request.params);
  if (!params.ok) return params;
  const query = parsePart(route.query, request.query);
  if (!query.ok) return query;
  const body = parsePart(route.body, request.body);
  if (!body.ok) return body;
  return done({ ...request, params: params.value, query: query.value, body: body.value });
}

/** A part without a shape is handed on as undefined: what nobody described, nobody reads. */
function parsePart<T>(shape: z.ZodType<T> | undefined, value: unknown): { ok: true; value: T } | Refusal {
  if (!shape) return { ok: true, value: undefined as T };
  const parsed = shape.safeParse(value ?? {});
  if (!parsed.success) return refuseUnfit(parsed.error, value);
  return holdsBrokenText(parsed.data) ? refuse("invalid-input", BROKEN_TEXT) : { ok: true, value: parsed.data };
}

const BROKEN_TEXT = {
  place: "请求内容",
  "place.en": "the request",
  expected: "完整的文字（不含空字符）",
  "expected.en": "whole text without NUL characters",
  found: "不能保存的字符",
  "found.en": "characters that cannot be stored",
};

/** PostgreSQL stores neither NUL nor halves of surrogate pairs; nobody types them. Without this they would be a fault of the server. */
function holdsBrokenText(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed();
  return typeof value === "object" && value !== null && Object.values(value).some(holdsBrokenText);
}
