import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { ServerRoute } from "#http/route.ts";
import { buildTestServer, type Client, type TestServer } from "#http/test-server.builder.ts";
import { type AllServices, allRoutes } from "#routes.ts";

let store: TestVault;
let site: TestServer;
let client: Client;
let port: number;
let caseId: string;

beforeAll(async () => {
  store = await buildVault();
  const routes = allRoutes.map(
    (route): ServerRoute<AllServices> => ({
      ...route,
      answer: (services, request) => route.answer({ ...services, vault: store.vault }, request),
    }),
  );
  site = await buildTestServer({ routes });
  await site.server.listen({ port: 0, host: "127.0.0.1" });
  port = (site.server.server.address() as AddressInfo).port;
  client = await site.signIn("prosecutor");
  const opening = {
    requestId: randomUUID(),
    number: "云岭检刑诉受〔2026〕31号",
    title: "张某案",
    stage: "prosecution-review",
    acceptedOn: "2020-10-30",
  };
  const opened = await client.send("POST", "/api/cases", opening);
  expect(opened.statusCode, opened.body).toBe(200);
  caseId = opened.json().id;
});
afterAll(async () => {
  await site.close();
  await store.close();
});

type Answer = { readonly status: number; readonly body: string };
const headers = () => ({ cookie: client.cookie, "x-csrf-token": client.session.csrfToken, "content-type": "application/octet-stream" });
const address = (path: string) => `/api/cases/${caseId}/evidence?requestId=${randomUUID()}&path=${encodeURIComponent(path)}`;

function upload(path: string, content: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { port, method: "POST", path: address(path), headers: { ...headers(), "content-length": content.length } },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.on("end", () => resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      },
    );
    sent.on("error", reject);
    sent.end(content);
  });
}

const listed = async () => (await client.send("GET", `/api/cases/${caseId}/evidence`)).json().items;

test("a file of some megabytes and an empty one go through the wire into the store", async () => {
  const content = randomBytes(5_000_000);
  const answer = await upload("U盘/客户 名单.csv", content);
  expect(answer.status, answer.body).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({
    path: "U盘/客户 名单.csv",
    bytes: 5_000_000,
    sha256: createHash("sha256").update(content).digest("hex"),
  });
  const empty = await upload("空.txt", Buffer.alloc(0));
  expect(empty.status, empty.body).toBe(200);
  expect(JSON.parse(empty.body)).toMatchObject({ bytes: 0 });
});

test("an upload whose sender goes away at half leaves nothing, and the server goes on", async () => {
  const before = await listed();
  const socket = connect(port, "127.0.0.1");
  const head = Object.entries({ host: "localhost", ...headers(), "content-length": "1000000" }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`POST ${address("半.bin")} HTTP/1.1\r\n${head.join("")}\r\n`);
  socket.write(randomBytes(500_000));
  const incoming = join(store.dataFolder, "evidence", "incoming");
  await vi.waitFor(async () => expect(await readdir(incoming)).toHaveLength(1), { timeout: 60_000 });
  socket.destroy();
  await vi.waitFor(async () => expect(await readdir(incoming)).toEqual([]), { timeout: 60_000 });
  expect(await listed()).toEqual(before);
});

test("a wrong case number is answered with a Chinese sentence that says how one looks", async () => {
  const opening = { requestId: randomUUID(), number: "2026-31", title: "张某案", stage: "prosecution-review", acceptedOn: "2020-10-30" };
  const answer = await client.send("POST", "/api/cases", opening);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().error).toMatchObject({
    kind: "invalid-input",
    message: { zh: expect.stringContaining("案号应为“云岭检刑诉受〔2026〕12号”这样的案号") },
  });
});

test("NUL characters in what is typed are no fault of the server", async () => {
  const opening = {
    requestId: randomUUID(),
    number: "云岭检刑诉受〔2026〕32号",
    title: "张\u0000某案",
    stage: "prosecution-review",
    acceptedOn: "2020-10-30",
  };
  expect((await client.send("POST", "/api/cases", opening)).statusCode).toBeLessThan(500);
  expect((await client.send("GET", "/api/cases?query=%00")).statusCode).toBeLessThan(500);
});
