import { Buffer } from "node:buffer";
import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiClient, signIn } from "./api-client.ts";
import { openBrowser } from "./open-browser.ts";
import { type Installation, startInstallation } from "./start-installation.ts";
import { expectAccessible, openPage, signInOn } from "./visit.ts";

/** Two people at one draft, uploads that do not go through, and what a reload keeps. */
const PASSWORD = "Tandem-2026-sample";
let installation: Installation;
let browser: Browser;
let owner: ApiClient;
let caseId: string;
let first: Visit;
let second: Visit;
type Visit = { readonly context: BrowserContext; readonly page: Page; readonly problems: string[] };

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  owner = await signIn(installation.address, "chen.mo", PASSWORD);
  const opened = await owner.post<{ id: string; version: number }>("/cases", {
    number: "东湖检刑诉受〔2026〕81号",
    title: "共同办案测试案（虚构）",
    stage: "prosecution-review",
    acceptedOn: "2026-11-01",
  });
  caseId = opened.id;
  const people = await owner.get<{ items: { id: string; name: string }[] }>(`/people?query=${encodeURIComponent("马北")}`);
  const colleague = people.items.find((person) => person.name === "马北");
  if (colleague === undefined) throw new Error("the sample has no second prosecutor");
  await owner.post(`/cases/${caseId}/actions`, {
    expectedVersion: opened.version,
    action: { type: "add-member", personId: colleague.id, role: "criminal-prosecutor", from: "2026-11-01", until: null },
  });
  first = await visit("chen.mo");
  second = await visit("ma.bei");
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await installation?.remove();
});

async function visit(account: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", reducedMotion: "reduce" });
  const { page, problems } = await openPage(context, installation.address, "zh");
  await signInOn(page, account, PASSWORD);
  return { context, page, problems };
}

const at = (path: string) => `${installation.address}${path}`;

describe("uploads that do not go through", () => {
  const file = (name: string, bytes: number) => ({ name, mimeType: "text/csv", buffer: Buffer.alloc(bytes, "姓名,手机号码\n") });

  test("one that is cancelled leaves nothing behind", async () => {
    const { page } = first;
    await page.goto(at(`/cases/${caseId}/evidence`));
    await page.getByTestId("file-input").waitFor({ state: "attached" });
    // held back on the way, so that there is something to cancel
    let held: Route | null = null;
    await page.route("**/api/cases/*/evidence?**", (route) => {
      held = route;
    });
    await page.getByTestId("file-input").setInputFiles([file("取消的.csv", 200_000)]);
    await page.getByTestId("upload-row").getByRole("button").first().click();
    await page.locator('[data-testid="upload-row"][data-status="cancelled"]').waitFor();
    // A request that is held when its route is lifted would go on: the page let it go, so does the test.
    await (held as Route | null)?.abort().catch(() => undefined);
    await page.unroute("**/api/cases/*/evidence?**");
    expect((await owner.get<{ items: unknown[] }>(`/cases/${caseId}/evidence`)).items).toHaveLength(0);
  });

  test("one that is cut off says so, and goes through when it is tried again", async () => {
    const { page, context } = first;
    await context.setOffline(true);
    await page.getByTestId("file-input").setInputFiles([file("断网的.csv", 300_000)]);
    const failed = page.locator('[data-testid="upload-row"][data-status="failed"]');
    await failed.waitFor();
    expect(await failed.innerText()).toContain("断网的.csv");
    await expectAccessible(page, "an upload that failed");
    await context.setOffline(false);
    await failed.getByRole("button").first().click();
    await page.locator('[data-testid="evidence-row"]').filter({ hasText: "断网的.csv" }).waitFor();
    const { items } = await owner.get<{ items: { path: string }[] }>(`/cases/${caseId}/evidence`);
    expect(items.map(({ path }) => path)).toEqual(["断网的.csv"]);
  });
});

describe("two people with the same draft open for signing", () => {
  test("one of them signs; the other reads who signed and when, and nothing breaks", async () => {
    await owner.post(`/cases/${caseId}/assessments`, {
      countId: null,
      facts: {
        offence: "infringing-personal-information",
        decisionDate: "2026-11-20",
        sets: [{ id: "s1", tier: "A", items: 60, conducts: [{ kind: "sell", recipient: "买家一", insider: false }] }],
      },
    });
    for (const { page } of [first, second]) {
      await page.goto(at(`/cases/${caseId}/assessment`));
      await page.getByTestId("sign-button").click();
      await page.getByTestId("sign-note").fill("同意按本评估提出意见。");
    }
    await expectAccessible(first.page, "the sign dialog");
    expect(await first.page.getByTestId("sign-dialog").getByTestId("band-signed").count(), "a draft never looks decided").toBe(0);
    await first.page.getByTestId("sign-submit").click();
    await first.page.getByTestId("signature").waitFor();
    await second.page.getByTestId("sign-submit").click();
    const problem = second.page.getByTestId("sign-problem");
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(/陈默于.*2026.*签署/);
    await second.page.getByTestId("sign-dialog").getByRole("button").last().click();
    await second.page.getByTestId("signature").waitFor();
    expect(await second.page.getByTestId("signature").innerText()).toContain("陈默");
    for (const { page } of [first, second]) await expectAccessible(page, "a signed assessment");
    const { items } = await owner.get<{ items: { status: string; signature: { name: string } }[] }>(`/cases/${caseId}/assessments`);
    expect(items.map(({ status, signature }) => [status, signature.name])).toEqual([["signed", "陈默"]]);
  });
});

describe("what stays as it was", () => {
  test("the language is kept over a reload", async () => {
    const { page } = second;
    await page.getByTestId("language-en").first().click();
    await page.reload();
    await page.getByTestId("navigation").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await page.getByTestId("navigation").innerText()).toMatch(/Cases/);
    await page.getByTestId("language-zh").first().click();
  });
});

describe("screens that the journey passes by are accessible too", () => {
  test.each(["zh", "en"] as const)("case audit, parties drawer, new case: %s", async (language) => {
    const { page } = first;
    await page.goto(at(`/cases/${caseId}/audit`));
    await page.getByTestId(`language-${language}`).first().click();
    await page.getByTestId("audit-row").first().waitFor();
    expect(await page.locator("tbody").first().innerText(), "field names or JSON in the audit").not.toMatch(
      /[{}]|queryHash|filters|null|purpose/,
    );
    await expectAccessible(page, `case audit ${language}`);
    await page.goto(at(`/cases/${caseId}/parties?party=new`));
    await page.getByTestId("party-panel").waitFor();
    await expectAccessible(page, `parties drawer ${language}`);
    await page.goto(at("/cases?new=1"));
    await page.getByTestId("open-case-panel").waitFor();
    await expectAccessible(page, `new case ${language}`);
  });

  test("no script of the pages reported a problem on the way", () => {
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});
