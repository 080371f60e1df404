import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildTestServer, cookieOf, TEST_PASSWORD, type TestServer } from "#http/test-server.builder.ts";

const MINUTE = 60_000;
let it: TestServer;
beforeEach(async () => {
  it = await buildTestServer();
});
afterEach(() => it.close());

const knock = (account: string, password: string, headers: Record<string, string> = {}) =>
  it.server.inject({ method: "POST", url: "/api/session", payload: { account, password }, headers });

describe("signing in", () => {
  test("a person signs in, is known, and after signing out the cookie is worth nothing", async () => {
    const client = await it.signIn("prosecutor");
    expect(client.session).toMatchObject({
      person: { account: "prosecutor" },
      office: { code: "530102" },
      expiresAt: "2026-11-02T01:30:00.000Z",
    });
    expect((await client.send("GET", "/api/session")).json()).toEqual(client.session);

    const out = await client.send("DELETE", "/api/session");
    expect([out.statusCode, out.json()]).toEqual([200, {}]);
    expect(out.headers["set-cookie"]).toMatch(/^tandem_session=;.*Expires=Thu, 01 Jan 1970/);
    const after = await client.send("GET", "/api/session");
    expect([after.statusCode, after.json().error.kind]).toEqual([401, "session-expired"]);
    expect((await it.entries()).map((entry) => entry.kind)).toEqual(["signed-in", "signed-out"]);
  });

  test("the cookie cannot be read by scripts, is sent to no other site, and is Secure behind https", async () => {
    const plain = await knock("prosecutor", TEST_PASSWORD);
    expect(plain.headers["set-cookie"]).toMatch(/^tandem_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const secure = await knock("prosecutor", TEST_PASSWORD, { "x-forwarded-proto": "https" });
    expect(secure.headers["set-cookie"]).toMatch(/; Secure/);
  });

  test("the database holds no secret: neither the cookie nor the CSRF token nor the password", async () => {
    const client = await it.signIn("prosecutor");
    const rows = JSON.stringify([
      await it.test.owner.selectFrom("sessions").selectAll().execute(),
      await it.test.owner.selectFrom("persons").selectAll().execute(),
    ]);
    const secret = Buffer.from(client.cookie.split("=")[1] ?? "");
    expect(rows).not.toContain(JSON.stringify(secret.toJSON().data).slice(1, -1));
    expect(rows).not.toContain(client.session.csrfToken);
    expect(rows).not.toContain(TEST_PASSWORD);
    expect(rows.match(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/g)).toHaveLength(9);
  });

  test("a session that was there before signing in is not the one afterwards, and ends", async () => {
    const first = await knock("prosecutor", TEST_PASSWORD);
    const planted = cookieOf(first) ?? "";
    const second = await knock("colleague", TEST_PASSWORD, { cookie: planted });
    expect(cookieOf(second)).not.toBe(planted);
    expect((await it.server.inject({ url: "/api/session", headers: { cookie: planted } })).statusCode).toBe(401);
  });

  test("two sessions of one person live side by side, and signing out ends only one", async () => {
    const [office, home] = [await it.signIn("prosecutor"), await it.signIn("prosecutor")];
    await office.send("DELETE", "/api/session");
    expect((await office.send("GET", "/api/session")).statusCode).toBe(401);
    expect((await home.send("GET", "/api/session")).statusCode).toBe(200);
  });

  test("a disabled person is out at once and cannot come back", async () => {
    const client = await it.signIn("prosecutor");
    await it.test.owner.updateTable("persons").set({ disabled_at: it.now() }).where("account", "=", "prosecutor").execute();
    expect((await client.send("GET", "/api/session")).json().error.kind).toBe("session-expired");
    expect((await knock("prosecutor", TEST_PASSWORD)).json().error.kind).toBe("sign-in-failed");
  });
});

describe("guessing", () => {
  test("a wrong password, an unknown and a disabled account get the same words", async () => {
    await it.test.owner.updateTable("persons").set({ disabled_at: it.now() }).where("account", "=", "welfare").execute();
    const answers = await Promise.all([
      knock("prosecutor", "wrong"),
      knock("nobody-of-this-name", TEST_PASSWORD),
      knock("welfare", TEST_PASSWORD),
    ]);
    const words = answers.map((answer) => JSON.stringify({ ...answer.json().error, requestId: "" }));
    expect(new Set(words).size).toBe(1);
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401]);
  });

  test("an unknown account takes about as long as a known one", async () => {
    const time = async (account: string) => {
      const start = performance.now();
      await knock(account, "wrong");
      return performance.now() - start;
    };
    const [known, unknown] = [[], []] as [number[], number[]];
    for (let round = 0; round < 4; round += 1) {
      known.push(await time("prosecutor"));
      unknown.push(await time(`stranger-${round}`));
    }
    // The hash alone takes tens of milliseconds; without it an answer takes two or three.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  test("five failures lock the account for a quarter of an hour, also for the right password, and then it opens", async () => {
    for (let failure = 0; failure < 5; failure += 1) expect((await knock("prosecutor", "wrong")).statusCode).toBe(401);
    const locked = await knock("Prosecutor ", TEST_PASSWORD);
    expect([locked.statusCode, locked.json().error.kind, locked.json().error.detail, locked.headers["retry-after"]]).toEqual([
      429,
      "locked-out",
      { minutes: 15 },
      "900",
    ]);
    expect((await knock("colleague", TEST_PASSWORD)).statusCode).toBe(200);
    it.advance(14 * MINUTE);
    expect((await knock("prosecutor", TEST_PASSWORD)).json().error.detail).toEqual({ minutes: 1 });
    it.advance(MINUTE);
    expect((await knock("prosecutor", TEST_PASSWORD)).statusCode).toBe(200);
  });

  test("guesses at the same moment are counted one by one", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => knock("prosecutor", "wrong")));
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(7);
  });

  test("an unknown account locks like a known one", async () => {
    for (let failure = 0; failure < 5; failure += 1) await knock("stranger", "wrong");
    expect((await knock("stranger", "wrong")).json().error.kind).toBe("locked-out");
  });

  test("the audit names the reason and of the account only a hash", async () => {
    await knock("prosecutor", "wrong");
    await knock("my-password-by-mistake", "wrong");
    const entries = await it.entries();
    expect(entries.map((entry) => [entry.kind, entry.person_id, entry.data])).toEqual([
      ["sign-in-refused", null, { accountHash: expect.stringMatching(/^[0-9a-f]{64}$/), because: "wrong" }],
      ["sign-in-refused", null, { accountHash: expect.stringMatching(/^[0-9a-f]{64}$/), because: "unknown" }],
    ]);
    expect(JSON.stringify(entries) + it.logs.join("")).not.toMatch(/prosecutor|my-password/);
  });

  test("one address that knocks too often is told to wait", async () => {
    await it.close();
    it = await buildTestServer({ limits: { signInsPerMinute: 3 } });
    const answers = [];
    for (let attempt = 0; attempt < 4; attempt += 1) answers.push(await knock(`stranger-${attempt}`, "wrong"));
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 429]);
    expect(answers[3]?.json().error.kind).toBe("too-many-requests");
    expect(answers[3]?.headers["retry-after"]).toMatch(/^\d+$/);
  });
});

describe("the life of a session", () => {
  test("it slides on with every request and ends after half an hour of silence", async () => {
    const client = await it.signIn("prosecutor");
    it.advance(29 * MINUTE);
    expect((await client.send("GET", "/api/session")).json().expiresAt).toBe("2026-11-02T01:59:00.000Z");
    it.advance(29 * MINUTE);
    expect((await client.send("GET", "/api/offices")).statusCode).toBe(200);
    it.advance(30 * MINUTE);
    expect((await client.send("GET", "/api/offices")).json().error.kind).toBe("session-expired");
  });

  test("it ends after twelve hours however busy", async () => {
    const client = await it.signIn("prosecutor");
    for (let quarter = 0; quarter < 12 * 4 - 1; quarter += 1) {
      it.advance(15 * MINUTE);
      expect((await client.send("GET", "/api/offices")).statusCode).toBe(200);
    }
    it.advance(15 * MINUTE);
    expect((await client.send("GET", "/api/offices")).json().error.kind).toBe("session-expired");
  });
});

describe("forged requests", () => {
  test("a change without the token of its own session is refused and recorded", async () => {
    const [client, other] = [await it.signIn("auditor"), await it.signIn("auditor")];
    for (const token of ["", "x", other.session.csrfToken]) {
      const answer = await client.send("POST", "/api/audit/verification", {}, { "x-csrf-token": token });
      expect([answer.statusCode, answer.json().error.kind]).toEqual([403, "forged-request"]);
    }
    const missing = await it.server.inject({
      method: "POST",
      url: "/api/audit/verification",
      payload: {},
      headers: { cookie: client.cookie },
    });
    expect(missing.statusCode).toBe(403);
    expect((await it.entries()).filter((entry) => entry.kind === "refused").map((entry) => entry.data)).toEqual(
      Array(4).fill({ operation: "POST /api/audit/verification", refusal: "forged-request" }),
    );
    expect((await client.send("POST", "/api/audit/verification", {})).statusCode).toBe(200);
  });

  test("another site's form cannot sign anybody in: a body that is not JSON is not read", async () => {
    const answer = await it.server.inject({
      method: "POST",
      url: "/api/session",
      payload: `account=prosecutor&password=${TEST_PASSWORD}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([answer.statusCode, answer.json().error.detail.place]).toEqual([400, "content-type"]);
  });
});

test("looking for colleagues finds by name, account and office, shows no secrets, and is recorded", async () => {
  const client = await it.signIn("manager");
  const requestId = randomUUID();
  const answer = await client.send("GET", "/api/people?officeCode=530111", undefined, { "x-request-id": requestId });
  expect(answer.json()).toEqual({ items: [it.people.outsider] });
  expect((await client.send("GET", "/api/people?query=%25")).json().items).toEqual([]);
  expect((await client.send("GET", "/api/people?query=WELF")).json().items).toEqual([it.people.welfare]);
  expect(answer.body).not.toContain("argon2");
  expect((await it.entries())[1]).toMatchObject({
    kind: "people-searched",
    data: { found: 1 },
    person_id: it.people.manager.id,
    request_id: requestId,
  });
});
