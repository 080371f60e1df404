import { afterAll, beforeAll, expect, test } from "vitest";
import { ChargesAnswer, PhenomenonList } from "#charges/charges.contract.ts";
import { buildTestServer, type Client, type TestServer } from "#http/test-server.builder.ts";

let server: TestServer;
let prosecutor: Client;
beforeAll(async () => {
  server = await buildTestServer();
  prosecutor = await server.signIn("prosecutor");
}, 120_000);
afterAll(() => server.close());

test("the map of phenomena and the table of charges are answered to whoever is signed in", async () => {
  const list = await prosecutor.send("GET", "/api/law/phenomena");
  expect(PhenomenonList.parse(list.json()).phenomena.length).toBeGreaterThan(20);
  const response = await prosecutor.send("POST", "/api/law/charges", { phenomenon: "traffic-driving", facts: { gains: 10_000 } });
  const answer = ChargesAnswer.parse(response.json());
  expect(answer.rows.map(({ article }) => article)).toEqual(["253之一", "266", "287之一", "287之二"]);
  expect(answer.concurrence.length).toBeGreaterThan(0);
});

test("a fact that no offence asks for is refused with its name", async () => {
  const response = await prosecutor.send("POST", "/api/law/charges", { facts: { gaims: 1 } });
  expect(response.statusCode).toBe(400);
  expect(response.body).toContain("facts.gaims");
});
