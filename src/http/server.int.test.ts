import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { defineEventRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices } from "#http/route.ts";
import { buildTestServer, type TestServer } from "#http/test-server.builder.ts";
import { done } from "#refusals/refusal.ts";
import { allRoutes } from "#routes.ts";

const summary = { zh: "试验", en: "trial" };
const Answer = z.object({ bytes: z.number() });
let cutOff: string | null = null;
let watching: AbortSignal | null = null;

/** Routes that misbehave on purpose, beside the real ones. */
const trialRoutes = [
  defineRoute({
    method: "GET",
    path: "/trial/fault",
    summary,
    access: "public",
    reply: Answer,
    run: async (_: BaseServices) => {
      throw Object.assign(new Error("duplicate key (name)=(王小虚构)"), { severity: "ERROR", code: "23505", detail: "王小虚构" });
    },
  }),
  defineRoute({
    method: "GET",
    path: "/trial/unfit",
    summary,
    access: "public",
    reply: z.object({ bytes: z.string().max(2) }),
    run: async (_: BaseServices) => done({ bytes: "王小虚构" }),
  }),
  defineRoute({
    method: "GET",
    path: "/trial/extra",
    summary,
    access: "public",
    reply: Answer,
    run: async (_: BaseServices) => {
      const row = { bytes: 1, passwordHash: "secret" };
      return done(row);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/trial/intake",
    summary,
    access: "public",
    intake: "stream",
    reply: Answer,
    run: async (_: BaseServices, { stream }) => {
      let bytes = 0;
      try {
        for await (const chunk of stream) bytes += chunk.length;
      } catch (problem) {
        cutOff = problem instanceof Error ? problem.message : "?";
        throw problem;
      }
      return done({ bytes });
    },
  }),
  defineEventRoute({
    method: "GET",
    path: "/trial/events",
    summary,
    access: "public",
    run: async (_: BaseServices) =>
      done(async (events) => {
        watching = events.signal;
        for (let step = 1; !events.signal.aborted; step += 1) {
          await events.send("progress", { step });
          await wait(20);
        }
      }),
  }),
];

let it: TestServer;
let folder: string;
let port: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tandem-pages-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>双轨</title>");
  await writeFile(join(folder, "assets", "index-abc123.js"), "1");
  it = await buildTestServer({
    routes: [...allRoutes, ...trialRoutes],
    pagesFolder: folder,
    limits: { uploadSilenceMs: 300, jsonBodyMs: 300, requestsPerMinute: 1000 },
  });
  await it.server.listen({ port: 0, host: "127.0.0.1" });
  const address = it.server.server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(async () => {
  await it.close();
  await rm(folder, { recursive: true });
});
const get = (url: string, headers = {}) => it.server.inject({ url, headers });

describe("an answer", () => {
  test("of a fault tells the number of the request and nothing else; the log has the code and the place, not the values", async () => {
    const answer = await get("/api/trial/fault");
    expect([answer.statusCode, answer.json().error.kind, answer.json().error.detail]).toEqual([
      500,
      "internal-fault",
      { requestId: answer.headers["x-request-id"] },
    ]);
    expect(answer.body).not.toMatch(/王小虚构|23505|\.ts/);
    const line = it.logs.find((text) => text.includes("internal fault") && text.includes(String(answer.headers["x-request-id"])));
    expect(line).toMatch(/23505.*server\.int\.test\.ts/);
    expect(it.logs.join("")).not.toContain("王小虚构");
  });

  test("that does not fit its own shape is a fault, and what is not in the shape does not leave", async () => {
    expect((await get("/api/trial/unfit")).statusCode).toBe(500);
    expect(it.logs.join("")).toMatch(/does not fit its shape at bytes/);
    expect((await get("/api/trial/extra")).json()).toEqual({ bytes: 1 });
  });

  test("carries the client's request id if that is a UUID, and an own one otherwise", async () => {
    const id = randomUUID();
    expect((await get("/healthz", { "x-request-id": id })).headers["x-request-id"]).toBe(id);
    expect((await get("/healthz", { "x-request-id": "a\tb" })).headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("of the interface is never cached and lets no other origin in", async () => {
    const answer = await get("/api/session", { origin: "https://elsewhere.example" });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(answer.headers["content-security-policy"]).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("addresses", () => {
  test("OPTIONS names the methods, a wrong method is refused with them, HEAD answers like GET without a body", async () => {
    const options = await it.server.inject({ method: "OPTIONS", url: "/api/cases" });
    expect([options.statusCode, options.headers["allow"]]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    const wrong = await it.server.inject({ method: "PUT", url: "/api/cases", payload: {} });
    expect([wrong.statusCode, wrong.headers["allow"], wrong.json().error.kind]).toEqual([405, "GET, HEAD, POST, OPTIONS", "not-found"]);
    const head = await it.server.inject({ method: "HEAD", url: "/api/trial/extra" });
    expect([head.statusCode, head.body, head.headers["content-length"]]).toEqual([200, "", "11"]);
  });

  test("unknown ones under /api are refused as JSON, all others answer the page; hashed files are kept for ever, the page never", async () => {
    expect((await get("/api/nothing")).json().error.kind).toBe("not-found");
    const page = await get("/cases/12?tab=ledgers");
    expect([page.statusCode, page.body, page.headers["cache-control"]]).toEqual([200, "<title>双轨</title>", "no-cache"]);
    expect((await get("/")).headers["cache-control"]).toBe("no-cache");
    expect((await get("/assets/index-abc123.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/assets/gone.js")).statusCode).toBe(404);
    expect((await get("/..%2f..%2fetc/passwd")).body).not.toContain("root:");
  });

  test("too many requests of one address are told to wait, pages and interface alike", async () => {
    const small = await buildTestServer({ limits: { requestsPerMinute: 2 } });
    try {
      const answers = [];
      for (let asked = 0; asked < 3; asked += 1) answers.push(await small.server.inject({ url: "/api/session" }));
      expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 429]);
      expect(answers[2]?.json().error.kind).toBe("too-many-requests");
      expect((await small.server.inject({ url: "/healthz" })).statusCode).toBe(200);
    } finally {
      await small.close();
    }
  });
});

describe("what operators see", () => {
  test("the process is up, the database reachable and migrated", async () => {
    expect((await get("/healthz")).json()).toEqual({ status: "up" });
    expect((await get("/readyz")).json()).toEqual({ status: "ready" });
  });

  test("metrics are OpenMetrics text: every line parses, and no label holds an id", async () => {
    await get(`/api/cases/${randomUUID()}`);
    const answer = await get("/metrics");
    expect(answer.headers["content-type"]).toMatch(/^application\/openmetrics-text; version=1\.0\.0/);
    const lines = answer.body.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("# EOF");
    const shape =
      /^(# (HELP|TYPE|UNIT) .+|# EOF|[a-z_:][a-z0-9_:]*(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[\d.e+-]+|[a-z_:]+(\{.*\})? (NaN|\+Inf))$/i;
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
    expect(answer.body).toMatch(/tandem_http_request_seconds_count\{method="GET",route="\/api\/cases\/:caseId",status="401"\} 1/);
    expect(answer.body).toMatch(/tandem_refusals_total\{kind="not-signed-in"\} \d+/);
    expect(answer.body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test("the documentation describes every route with its shapes", async () => {
    const { paths } = (await get("/api/openapi.json")).json();
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const expected = [...allRoutes, ...trialRoutes].map((route) => `${route.method} /api${route.path.replace(/:(\w+)/g, "{$1}")}`);
    expect(described.filter((name) => !name.startsWith("HEAD")).sort()).toEqual(expected.sort());
    const open = paths["/api/cases"].post;
    expect(Object.keys(open.requestBody.content["application/json"].schema.properties)).toContain("number");
    expect(open.responses["200"].content["application/json"].schema.properties).toHaveProperty("parties");
    expect((await get("/api/docs/")).body).toContain("swagger-ui");
    expect((await get("/api/docs/")).headers["content-security-policy"]).not.toMatch(/swagger\.io|https:|upgrade/);
  });
});

describe("a raw body", () => {
  test("larger than the limit of JSON comes through whole and of any type", async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/trial/intake`, {
      method: "POST",
      body: new Uint8Array(3 << 20),
      headers: { "content-type": "text/csv" },
    });
    expect(await answer.json()).toEqual({ bytes: 3 << 20 });
  });

  test("that moves on slowly is waited for, one that falls silent is cut off and the operation told", async () => {
    const upload = httpRequest({
      port,
      path: "/api/trial/intake",
      method: "POST",
      headers: { "content-length": 5, "content-type": "application/octet-stream" },
    });
    const answered = once(upload, "response");
    for (let byte = 0; byte < 5; byte += 1) {
      upload.write("x");
      await wait(150);
    }
    upload.end();
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    response.resume();

    const silent = connect(port, "127.0.0.1");
    silent.write("POST /api/trial/intake HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 9\r\n\r\nabc");
    silent.on("error", () => undefined); // the cut may come as a reset
    silent.resume();
    await once(silent, "close");
    await expect.poll(() => cutOff).toBeTruthy();
  });

  test("of JSON that never ends is cut off", async () => {
    const slow = connect(port, "127.0.0.1");
    slow.on("error", () => undefined); // the cut may come as a reset
    slow.write("POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{");
    slow.resume();
    await once(slow, "close");
  });
});

test("events come as they are written, and end when the client goes or the server stops", async () => {
  const gone = new AbortController();
  const stream = await fetch(`http://127.0.0.1:${port}/api/trial/events`, { signal: gone.signal });
  expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(stream.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  const reader = stream.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^event: progress\ndata: \{"step":1\}\n\n/);
  gone.abort();
  await expect.poll(() => watching?.aborted).toBe(true);

  const second = await fetch(`http://127.0.0.1:${port}/api/trial/events`);
  const start = performance.now();
  await it.server.close();
  expect(performance.now() - start).toBeLessThan(3000);
  expect(await second.text()).toMatch(/"step":1\}/);
});
