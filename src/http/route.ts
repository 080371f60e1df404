import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Actor } from "#access/access.contract.ts";
import type { Fingerprint } from "#audit/fingerprint.ts";
import type { Database } from "#database/database.ts";
import type { Outcome } from "#refusals/refusal.ts";

/**
 * A route as data. The server walks every list of routes and gives each the same line: limit -> session -> CSRF -> parse ->
 * operation -> present. The refusal suite walks the same lists. Made by `defineRoute`, `defineFileRoute` or `defineEventRoute` (define-route.ts).
 */
export type Route<Services, Params, Query, Body, Reply> = RouteLine<Params, Query, Body> & {
  /** shape of a good answer: what is not in it does not leave the server */
  readonly reply: z.ZodType<Reply>;
  readonly run: (services: Services, request: RouteRequest<Params, Query, Body>) => Promise<Outcome<Reply>>;
};

/** A route that answers server-sent events: `run` decides whether there is anything to watch, the function it answers then writes. */
export type EventRoute<Services, Params, Query> = RouteLine<Params, Query, undefined> & {
  readonly run: (services: Services, request: RouteRequest<Params, Query, undefined>) => Promise<Outcome<WriteEvents>>;
};

export type RouteLine<Params, Query, Body> = {
  readonly method: Method;
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
  /** `sign-in`: the strict limit against guessing; `general` is the default */
  readonly limit?: "general" | "sign-in";
};
export type Method = "GET" | "POST" | "DELETE";

export type RouteRequest<Params, Query, Body> = {
  /** the signed-in person; for a `public` route of nobody */
  readonly actor: Actor;
  readonly requestId: string;
  readonly now: Date;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly stream: Readable;
  /** of a `stream` body: what Content-Length announced, in bytes */
  readonly contentLength: number | null;
  /** aborted when the client goes away or the server stops */
  readonly signal: AbortSignal;
  readonly sessionCookie: SessionCookie;
};

/** The cookie of the session; only sign-in and sign-out touch it. */
export type SessionCookie = {
  /** secret of the session as the client sent it */
  readonly token: string | null;
  set(token: string, expiresAt: Date): void;
  clear(): void;
};

/** Writes events until it returns; must end when `events.signal` aborts. */
export type WriteEvents = (events: EventWriter) => Promise<void>;
export type EventWriter = {
  /** sends one event, `data` as one line of JSON; waits while the client is slow; a client that has gone is no error */
  send(event: string, data: unknown): Promise<void>;
  readonly signal: AbortSignal;
};

/**
 * A route as the server sees it: the types of its parts are known only inside `answer`, which parses, runs and presents.
 * A list of these composes: `ServerRoute<A>` fits where `ServerRoute<A & B>` is wanted.
 */
export type ServerRoute<Services> = {
  readonly method: Method;
  readonly path: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly access: "public" | "signed-in";
  readonly intake: "json" | "stream";
  readonly limit: "general" | "sign-in";
  readonly schemas: { readonly params?: z.ZodType; readonly query?: z.ZodType; readonly body?: z.ZodType; readonly reply?: z.ZodType };
  readonly answer: (services: Services, request: RouteRequest<unknown, unknown, unknown>) => Promise<Outcome<RouteAnswer>>;
};
export type RouteAnswer =
  | { readonly type: "json"; readonly value: unknown }
  | { readonly type: "events"; readonly write: WriteEvents }
  | { readonly type: "file"; readonly file: RouteFile };

/** A file to be kept by whoever asked; small enough for memory. */
export type RouteFile = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };

/** A route that answers a file. */
export type FileRoute<Services, Params, Query> = RouteLine<Params, Query, undefined> & {
  readonly run: (services: Services, request: RouteRequest<Params, Query, undefined>) => Promise<Outcome<RouteFile>>;
};

/** What every operation may use; a slice adds its own services by intersection. */
export type BaseServices = {
  readonly database: Database;
  /** of words that must not stand in the audit: what was searched for, what was typed as an account */
  readonly fingerprint: Fingerprint;
};
