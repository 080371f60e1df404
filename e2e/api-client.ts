import { randomUUID } from "node:crypto";

/** A signed-in client of the HTTP interface, as a browser would be: cookie, CSRF token, request ids. */
export type ApiClient = {
  get<T>(path: string): Promise<T>;
  /** @throws ApiRefusal with the kind the server gave */
  post<T>(path: string, body: object): Promise<T>;
  upload<T>(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<T>;
};

export class ApiRefusal extends Error {
  readonly status: number;
  readonly kind: string;
  constructor(status: number, kind: string, message: string) {
    super(`${status} ${kind}: ${message}`);
    this.status = status;
    this.kind = kind;
  }
}

export async function signIn(address: string, account: string, password: string): Promise<ApiClient> {
  const answer = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account, password }),
  });
  const session = await parse<{ csrfToken: string }>(answer);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const send = async <T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> =>
    parse<T>(
      await fetch(`${address}/api${path}`, {
        method,
        headers: { cookie, "x-csrf-token": session.csrfToken, ...(type ? { "content-type": type } : {}) },
        ...(body === undefined ? {} : { body }),
      }),
    );
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, JSON.stringify({ requestId: randomUUID(), ...body }), "application/json"),
    upload: (path, bytes) => send("POST", path, bytes, "application/octet-stream"),
  };
}

async function parse<T>(answer: Response): Promise<T> {
  const body: unknown = await answer.json();
  if (!answer.ok) {
    const { error } = body as { error?: { kind?: string; message?: { en?: string } } };
    throw new ApiRefusal(answer.status, error?.kind ?? "?", error?.message?.en ?? JSON.stringify(body));
  }
  return body as T;
}
