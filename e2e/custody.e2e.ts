import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Custody apart from the clocks: a measure recorded, held against the clocks, explained, signed off; the picture of both; what a correction moves. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

async function start(rule: string, from: string | null, detained = false): Promise<void> {
  await page.getByTestId("deadline-start").click();
  await page.getByTestId("deadline-rule").selectOption(rule);
  if (from === null) await page.getByTestId("deadline-start-follows").selectOption({ index: 1 });
  else await page.getByTestId("deadline-from").fill(from);
  if (detained) await page.getByTestId("deadline-detained").check();
  await page.getByTestId("deadline-save").click();
  await page.getByTestId("deadline-save").waitFor({ state: "detached" });
}

test("a measure without its clock is on the day's list, which the prosecutor reads and does not sign", async () => {
  await page.goto(`${journey.caseAddress}/clocks`);
  await page.getByTestId("gantt-empty").waitFor();
  await page.getByTestId("measure-record").click();
  await page.getByTestId("measure-kind").selectOption("arrest");
  await page.getByTestId("measure-from").fill("2026-10-20");
  await page.getByTestId("measure-document").fill("逮捕证 东公（网）捕字〔2026〕8号");
  await page.getByTestId("measure-save").click();
  await page.getByTestId("case-measure").waitFor();
  await page.goto(`${journey.installation.address}/deadlines/custody`);
  expect(await page.getByTestId("custody-entry").innerText()).toContain("没有与之对应的期限");
  expect(await page.getByTestId("custody-sign").count()).toBe(0);
});

test("a correction says before it is saved what it would move, and moves it", async () => {
  await page.goto(journey.caseAddress);
  await start("PI-CIV-NOTICE", "2026-11-20");
  await start("PI-CIV-REV", null);
  await start("CR-PROS-1M", "2026-11-10");
  const notice = page.getByTestId("case-deadline").filter({ hasText: "2026-12-21" }).first();
  await notice.locator("summary").click();
  await notice.getByTestId("deadline-correct").click();
  await notice.getByTestId("deadline-on").fill("2026-11-23");
  await notice.getByTestId("deadline-text").fill("公告实际刊登日");
  const preview = notice.getByTestId("deadline-preview");
  await preview.getByText("随之：").waitFor();
  expect(await preview.innerText()).toMatch(/由 2026-12-21 变为 2026-12-23/);
  await preview.scrollIntoViewIfNeeded();
  await photograph(page, "clock-correction", "zh");
  await notice.getByTestId("deadline-change").click();
  await page.getByText("随“公告期满”变动").waitFor();
});

test("custody and both tracks stand on one line of time, the conflict of notice and prosecution in words", async () => {
  await page.goto(`${journey.caseAddress}/clocks`);
  await page.getByTestId("gantt-row").first().waitFor();
  expect(await page.getByTestId("gantt-row").count()).toBe(4);
  expect(await page.getByTestId("twin-track").getAttribute("data-verdict")).toBe("too-late");
  await expectAccessible(page, "clocks of a case");
  await photograph(page, "case-gantt", "zh");
  await page.getByTestId("gantt-table").click();
  await page.getByTestId("case-gantt").locator("table").waitFor();
  await page.getByTestId("language-en").first().click();
  await page.getByTestId("gantt-table").click();
  await photograph(page, "case-gantt", "en");
  await page.getByTestId("language-zh").first().click();
});

test("the case manager cannot sign while an entry is open, explains it and signs the list as shown", async () => {
  const context = await journey.browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: "Asia/Shanghai" });
  const { page: desk, problems } = await openPage(context, journey.installation.address, "zh");
  await signInOn(desk, "sun.wen", PASSWORD);
  await desk.goto(`${journey.installation.address}/deadlines/custody`);
  const entries = desk.getByTestId("custody-entry");
  await entries.first().waitFor();
  expect(await desk.getByTestId("custody-sign").isDisabled()).toBe(true);
  await expectAccessible(desk, "custody list");
  await photograph(desk, "custody-list", "zh");
  for (let at = 0; at < (await entries.count()); at++)
    await entries.nth(at).getByTestId("custody-explanation").fill("侦查羁押期限由公安机关案管系统核对，当日补录");
  await desk.getByTestId("custody-sign").click();
  await desk.getByTestId("custody-signed").waitFor();
  expect(await desk.getByTestId("custody-past").innerText()).toContain("当日补录");
  await desk.getByTestId("language-en").first().click();
  await photograph(desk, "custody-list", "en");
  expect([...problems, ...journey.problems]).toEqual([]);
  await context.close();
});
