import { afterAll, beforeAll, expect, test } from "vitest";
import { buildTestServer, type Client, type TestServer } from "#http/test-server.builder.ts";
import { PublicInterestAnswer, PublicInterestQuestions } from "#public-interest/public-interest.contract.ts";

let server: TestServer;
let prosecutor: Client;
beforeAll(async () => {
  server = await buildTestServer();
  prosecutor = await server.signIn("prosecutor");
}, 120_000);
afterAll(() => server.close());

test("the questions of the form come with their law, in both languages", async () => {
  const response = await prosecutor.send("GET", "/api/law/public-interest/questions");
  const { sections } = PublicInterestQuestions.parse(response.json());
  const many = sections.flatMap(({ facts }) => facts).find(({ id }) => id === "manyIndividuals");
  expect(many).toMatchObject({ cite: "个人信息保护法 第七十条", ask: { zh: expect.stringContaining("没有规定人数") } });
});

test("facts are held against gates, focus points, tracks and the notice", async () => {
  const facts = { isProcessor: true, personalOrHousehold: false, breachedDuties: ["no-security"], manyIndividuals: true };
  const response = await prosecutor.send("POST", "/api/law/public-interest", {
    asOf: "2026-03-20",
    facts: { ...facts, noticePublished: false, reviewReceivedOn: "2026-03-10", detained: true },
  });
  const answer = PublicInterestAnswer.parse(response.json());
  expect(answer.standing).toBe("met");
  expect(answer.tracks.map(({ id }) => id)).toEqual(["civil", "incidental", "administrative", "support"]);
  expect(answer.notice).toMatchObject({ verdict: "missed", latestSafeStart: "2026-03-10", latestSafeEnd: "2026-04-09", daysLeft: -10 });
});

test("a fact that the contract does not know is refused, never passed over as unknown", async () => {
  const response = await prosecutor.send("POST", "/api/law/public-interest", { asOf: "2026-03-20", facts: { isProcesor: true } });
  expect(response.statusCode).toBe(400);
});
