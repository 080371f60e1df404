import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** The clocks of a case and the wall of all: started, extended with the document, corrected with the reason, taken along as a calendar file. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
  await page.goto(journey.caseAddress);
}, 300_000);
afterAll(() => journey?.end());

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
  await page.goto(`${journey.installation.address}/deadlines`);
  await page.getByTestId("wall-deadline").first().waitFor();
  expect(await page.getByTestId("wall-deadline").first().innerText()).toContain("在押");
  await expectAccessible(page, "wall of deadlines");
  await photograph(page, "wall", "zh");
  const file = await journey.context.request.get(
    `${journey.installation.address}${await page.getByTestId("wall-ics").getAttribute("href")}`,
  );
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("DTSTART;VALUE=DATE:20261218");
  await page.getByTestId("language-en").first().click();
  await photograph(page, "wall", "en");
  await page.getByTestId("language-zh").first().click();
});

test("a case manager sees the office by day and person in charge and asks about a clock; whoever is in charge replies on the wall", async () => {
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const { page: desk, problems } = await openPage(context, journey.installation.address, "zh");
  await signInOn(desk, "sun.wen", PASSWORD);
  await desk.goto(`${journey.installation.address}/deadlines`);
  await desk.getByTestId("wall-deadline").first().waitFor();
  expect(await desk.getByTestId("workload").innerText()).toContain("陈默");
  await desk.getByTestId("notice-open").first().click();
  await desk.getByTestId("notice-text").fill("侦查羁押期限将届满，请说明是否提请延长");
  await photograph(desk, "wall-notice", "zh");
  await desk.getByTestId("notice-send").click();
  await desk.getByTestId("notice").first().waitFor();
  await expectAccessible(desk, "wall of a case manager");
  await page.goto(`${journey.installation.address}/deadlines`);
  await page.getByTestId("notice-reply-text").fill("已提请延长，附决定书");
  await page.getByTestId("notice-reply").click();
  await page.locator('[data-testid="notice"][data-status="replied"]').waitFor();
  await photograph(page, "wall-replied", "zh");
  await desk.reload();
  await desk.getByTestId("language-en").first().click();
  await desk.locator('[data-testid="notice"][data-status="replied"]').waitFor();
  await photograph(desk, "wall-notice", "en");
  await context.close();
  expect([...journey.problems, ...problems]).toEqual([]);
});
