import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** From a phenomenon to its offences, into the form of one and back, and from a case's assessment to the other charges. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

async function photographBoth(name: string): Promise<void> {
  await photograph(page, name, "zh");
  await page.getByTestId("language-en").first().click();
  await page.getByTestId("charges").waitFor();
  await photograph(page, name, "en");
  await page.getByTestId("language-zh").first().click();
  await page.getByTestId("charges").waitFor();
}

test("a phenomenon leads to its offences, and the shared facts count for each of them", async () => {
  await page.goto(`${journey.installation.address}/law/charges`);
  await page.getByTestId("charges-phenomenon").selectOption("traffic-driving");
  await page.getByTestId("charges-map").waitFor();
  expect(await page.getByTestId("charge-row").count()).toBe(4);
  await page.getByTestId("fact-gains").locator("input").or(page.locator("input[data-testid=fact-gains]")).first().fill("12000");
  const row = page.locator('[data-testid="charge-row"][data-row="illegal-use-of-networks"]');
  await row.getByText("尚缺").or(row.getByText("未知")).first().waitFor();
  await expectAccessible(page, "charges");
  await photographBoth("charges");
});

test("an offence opens its own form with the shared facts in it, and what is typed there counts on return", async () => {
  const row = page.locator('[data-testid="charge-row"][data-row="illegal-use-of-networks"]');
  await row.getByTestId("open-charge").click();
  await page.waitForURL(/\/law\?offence=illegal-use-of-networks/);
  await page.locator("input[data-testid=fact-gains]").waitFor();
  expect(await page.locator("input[data-testid=fact-gains]").inputValue()).toBe("12000");
  await page.getByTestId("fact-forUnlawfulActivity").locator('input[value="yes"]').dispatchEvent("click");
  await page.locator("input[data-testid=fact-actDate]").fill("2026-03-01");
  await page.goBack();
  await page
    .locator('[data-testid="charge-row"][data-row="illegal-use-of-networks"]')
    .getByText("构成", { exact: false })
    .first()
    .waitFor();
  await page
    .locator('[data-testid="concurrence-rule"][data-rule="sites-and-groups"]')
    .getByText("以侵犯公民个人信息罪定罪")
    .first()
    .waitFor();
});

test("a campaign is said to be no offence", async () => {
  await page.getByTestId("charges-phenomenon").selectOption("nail-pulling");
  await page.getByTestId("charges-empty").waitFor();
  await photograph(page, "charges-none", "zh");
});

test("the assessment of a case leads to the other possible charges with its present facts", async () => {
  await page.goto(`${journey.caseAddress}/assessment?new=1`);
  await page.getByTestId("facts-form").waitFor();
  await page.getByTestId("fact-gains").fill("4000");
  await page.getByTestId("other-charges").click();
  await page.getByTestId("charges-from-case").waitFor();
  const row = page.locator('[data-testid="charge-row"][data-row="illegal-use-of-networks"]');
  await row.getByText("带入：").waitFor();
  await photographBoth("charges-of-case");
  expect(journey.problems).toEqual([]);
});
