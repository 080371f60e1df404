import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openBrowser } from "./open-browser.ts";
import { type Installation, startInstallation } from "./start-installation.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** The clocks of a case and the wall of all: started, extended with the document, corrected with the reason, taken along as a calendar file. */
const Cases = z.object({ items: z.array(z.object({ id: z.string(), number: z.string() })) });
let installation: Installation;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  ({ page, problems } = await openPage(context, installation.address, "zh"));
  await signInOn(page, "chen.mo", "Tandem-2026-sample");
  const cases = Cases.parse(await (await context.request.get(`${installation.address}/api/cases`)).json());
  await page.goto(`${installation.address}/cases/${cases.items.find(({ number }) => number.includes("12号"))?.id}`);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await installation?.remove();
});

async function start(rule: string, from: string, detained: boolean): Promise<void> {
  await page.getByTestId("deadline-start").click();
  await page.getByTestId("deadline-rule").selectOption(rule);
  await page.getByTestId("deadline-from").fill(from);
  if (detained) await page.getByTestId("deadline-detained").check();
  await page.getByTestId("deadline-save").click();
  await page.getByTestId("deadline-save").waitFor({ state: "detached" });
}

test("a clock is started by its rule and event and tells its last day and its steps", async () => {
  await start("CR-PROS-1M", "2026-11-03", false);
  await start("CR-INV-2M", "2026-10-20", true);
  expect(await page.getByTestId("case-deadline").count()).toBe(2);
  expect(await page.getByTestId("case-deadlines").innerText()).toContain("2026-12-03");
});

test("an extension without its document is not sent; with it the day moves and says from where", async () => {
  const clock = page.getByTestId("case-deadline").filter({ hasText: "2026-12-03" });
  await clock.locator("summary").click();
  await clock.getByTestId("deadline-extend").click();
  await clock.getByTestId("deadline-by").fill("15");
  await clock.getByTestId("deadline-on").fill("2026-11-25");
  await clock.getByTestId("deadline-change").click();
  expect(await page.getByTestId("case-deadlines").innerText()).not.toContain("2026-12-18");
  await clock.getByTestId("deadline-text").fill("延长审查起诉期限决定书");
  await clock.getByTestId("deadline-change").click();
  await page.getByText("由 2026-12-03 变为 2026-12-18").waitFor();
  await expectAccessible(page, "deadlines of a case");
  await photograph(page, "case-deadlines", "zh");
});

test("the wall puts custody first, and leaves as a calendar file", async () => {
  await page.goto(`${installation.address}/deadlines`);
  await page.getByTestId("wall-deadline").first().waitFor();
  expect(await page.getByTestId("wall-deadline").first().innerText()).toContain("在押");
  await expectAccessible(page, "wall of deadlines");
  await photograph(page, "wall", "zh");
  const file = await context.request.get(`${installation.address}${await page.getByTestId("wall-ics").getAttribute("href")}`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("DTSTART;VALUE=DATE:20261218");
  await page.getByTestId("language-en").first().click();
  await photograph(page, "wall", "en");
  expect(problems).toEqual([]);
});
