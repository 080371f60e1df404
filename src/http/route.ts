import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Actor } from "#access/access.contract.ts";
import type { Database } from "#database/database.ts";
import type { Outcome } from "#refusals/refusal.ts";

/**
 * A route as data. The server walks every list of routes and gives each the same line: limit -> session -> CSRF -> parse ->
 * operation -> present. The refusal suite walks the same lists.
 */
export type Route<Services, Params, Query, Body, Reply> = {
  readonly method: "GET" | "POST" | "DELETE";
  /** path under /api with `:name` parameters */
  readonly path: string;
  readonly summary: { readonly zh: string; readonly en: string };
  /** `public` needs no session; everything else does */
  readonly access: "public" | "signed-in";
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** `stream`: the raw request body is passed on unread, as large as it is; `json` (default) is parsed by `body`, 1 MiB at most */
  readonly intake?: "json" | "stream";
  /** shape of a good answer: what is not in it does not leave the server. `events` = server-sent events written by the operation */
  readonly reply: z.ZodType<Reply> | "events" | "download";
  readonly run: (services: Services, request: RouteRequest<Params, Query, Body>) => Promise<Outcome<Reply>>;
};

export type RouteRequest<Params, Query, Body> = {
  /** the signed-in person; for a `public` route of nobody */
  readonly actor: Actor;
  readonly requestId: string;
  readonly now: Date;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly stream: Readable;
  readonly contentLength: number | null;
  /** aborted when the client goes away */
  readonly signal: AbortSignal;
};

/** What every operation may use; a slice adds its own services by intersection. */
export type BaseServices = { readonly database: Database };
