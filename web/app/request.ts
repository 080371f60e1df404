import type { z } from "zod";
import { createChangeIds } from "#web/app/change-ids.ts";
import { type Failure, parseFailure, RequestFailure, UNREACHABLE } from "#web/app/failure.ts";
import { createRequestId } from "#web/app/request-id.ts";
import { csrfToken, waitForSignIn } from "#web/app/session-gate.ts";

type Call = {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly body?: unknown;
  /** sent as it is, instead of a JSON body */
  readonly file?: Blob;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal;
  /** `ask` (default): a 401 opens the sign-in dialog and the request is sent again; `fail`: it is thrown */
  readonly onSessionEnd?: "ask" | "fail";
};

const settleChange = createChangeIds(createRequestId);

/**
 * One call of the API. The reply is parsed with the slice's contract; anything else is thrown as a `RequestFailure`.
 * The body is built once, so that a request sent again after signing in carries the same request id.
 */
export async function request<Reply>(contract: z.ZodType<Reply>, path: string, call: Call = {}): Promise<Reply> {
  const response = await send(path, call);
  const requestId = response.headers.get("x-request-id");
  const text = await response.text();
  if (!response.ok) throw new RequestFailure(parseFailure(response.status, text, requestId));
  try {
    return contract.parse(text === "" ? {} : JSON.parse(text));
  } catch (cause) {
    throw new RequestFailure(
      {
        kind: "unexpected-answer",
        sentence: {
          zh: "服务器的答复与本页面的版本不符，请刷新页面。",
          en: "The answer does not fit this version of the page. Reload it.",
        },
        requestId,
      },
      cause,
    );
  }
}

async function send(path: string, call: Call): Promise<Response> {
  const method = call.method ?? "GET";
  const headers = new Headers({ accept: "application/json" });
  if (method !== "GET") headers.set("x-csrf-token", csrfToken());
  if (method === "POST") headers.set("content-type", call.file === undefined ? "application/json" : "application/octet-stream");
  let response: Response;
  try {
    response = await fetch(`/api${path}${queryString(call.query)}`, {
      method,
      headers,
      credentials: "same-origin",
      ...(method === "POST" ? { body: call.file ?? JSON.stringify(settleChange(path, call.body) ?? {}) } : {}),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new RequestFailure(UNREACHABLE, cause);
  }
  if (response.status === 401 && call.onSessionEnd !== "fail") {
    await waitForSignIn();
    return send(path, call);
  }
  return response;
}

/** The query part of an address; what is undefined or empty is left out. */
export function queryString(query: Call["query"] = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") parts.set(name, String(value));
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

/** The failure inside whatever was thrown; a bug of the page itself is worded as one. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RequestFailure) return error.failure;
  return {
    kind: "page-fault",
    sentence: { zh: "页面出现故障，请刷新后重试。", en: "The page has a fault. Reload it and try again." },
    requestId: null,
  };
}

/** True where a rule said no, as opposed to something that broke. */
export function isRefusal(failure: Failure): boolean {
  return failure.kind === "not-permitted" || failure.kind === "not-found" || failure.kind === "wrong-state";
}
