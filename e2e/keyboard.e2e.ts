import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { type Installation, startInstallation } from "./start-installation.ts";

/** The whole job without a mouse: only keys are pressed here, focus is looked at, nothing is clicked and nothing filled by script. */
const PASSWORD = "Tandem-2026-sample";
let installation: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await installation?.remove();
});

const press = (key: string) => page.keyboard.press(key);
const type = (text: string) => page.keyboard.type(text);

/** Whether the focus is on, or inside, what the selector names. */
const hasFocus = (selector: string) => page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);

/** Tabs on until the focus is where the selector says. @throws after 200 steps: it cannot be reached by keyboard */
async function tabTo(selector: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let step = 0; step < 200; step++) {
    if (await hasFocus(selector)) return;
    await press(key);
  }
  throw new Error(`${selector} cannot be reached with ${key}`);
}
const named = (testId: string) => `[data-testid="${testId}"]`;

test("signs in", async () => {
  await page.goto(installation.address);
  await tabTo(named("sign-in-account"));
  await type("chen.mo");
  await tabTo(named("sign-in-password"));
  await type(PASSWORD);
  await press("Enter");
  await page.getByTestId("navigation").waitFor();
});

test("opens a case from the list with j, k and Enter", async () => {
  await tabTo('nav a[href="/cases"]');
  await press("Enter");
  await page.getByTestId("cases-total").waitFor();
  await page.getByTestId("case-row").first().waitFor();
  await press("j");
  await expect.poll(() => hasFocus("tr")).toBe(true);
  const first = await page.evaluate(() => document.activeElement?.getAttribute("data-row"));
  await press("j");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-row"))).not.toBe(first);
  await press("k");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-row"))).toBe(first);
  while (!(await page.evaluate(() => document.activeElement?.textContent?.includes("〔2026〕12号")))) {
    const before = await page.evaluate(() => document.activeElement?.getAttribute("data-row"));
    await press("j");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-row")), "the end of the list").not.toBe(before);
  }
  await press("Enter");
  await page.getByTestId("case-header-number").filter({ hasText: "12号" }).waitFor();
});

test("switches to the ledgers and starts a count", async () => {
  await tabTo(named("tab-ledgers"));
  await press("Enter");
  await tabTo(named("count-button"));
  await press("Enter");
  await page.getByTestId("count-options").waitFor();
  await tabTo(named("count-start"));
  await press("Enter");
  await page.getByTestId("waterfall").waitFor({ timeout: 180_000 });
});

test("opens a step's rows with Enter, closes them with Escape: the focus is back on the figure", async () => {
  await tabTo(named("step-C-duplicate"));
  await press("Enter");
  await page.getByTestId("count-row").first().waitFor();
  expect(await hasFocus(named("rows-panel"))).toBe(true);
  await press("Escape");
  await page.getByTestId("rows-panel").waitFor({ state: "detached" });
  expect(await hasFocus(named("step-C-duplicate"))).toBe(true);
});

test("follows a sum to its parts and a part to its rows; Escape leads back to the sum", async () => {
  await tabTo(named("step-C-seized"), "Shift+Tab");
  await press("Enter");
  await tabTo(`${named("derivation-parts")} a`);
  await tabTo(`${named("derivation-parts")} a[href*="excluded"]`);
  await press("Enter");
  await page.getByTestId("count-row").first().waitFor();
  await press("Escape");
  await page.getByTestId("rows-panel").waitFor({ state: "detached" });
  expect(await hasFocus(named("step-C-seized"))).toBe(true);
});

test("is led from a missing fact to its field and answers it with one key", async () => {
  await tabTo(named("tab-assessment"), "Shift+Tab");
  await press("Enter");
  await page.getByTestId("answer").waitFor();
  await tabTo('[href="#fact-priorCriminalPunishment"]');
  await press("Enter");
  await expect.poll(() => hasFocus(named("fact-priorCriminalPunishment"))).toBe(true);
  await press("n");
  const answered = () => page.locator(`${named("fact-priorCriminalPunishment")} input:checked`).inputValue();
  expect(await answered()).toBe("no");
  await press("ArrowRight");
  expect(await answered()).toBe("unknown");
  await press("ArrowLeft");
  expect(await answered()).toBe("no");
  await page.locator('[href="#fact-priorCriminalPunishment"]').waitFor({ state: "detached" });
  await press("Tab");
  expect(await hasFocus(named("fact-priorAdministrativePenalty")), "one Tab leads to the next question").toBe(true);
});

test("says what was done, saves the draft and signs it", async () => {
  await tabTo('[id^="fact-sets["] [data-testid="add-conduct"]', "Shift+Tab");
  await press("Enter");
  await page.getByTestId("conduct-kind").first().waitFor();
  await tabTo(named("save-draft"));
  await press("Enter");
  await page.locator(`${named("sign-button")}:enabled`).waitFor();
  await page.getByTestId("answer").getByTestId("band-draft").waitFor();
  await expect.poll(() => hasFocus(named("sign-button")), { message: "saving leads on to signing" }).toBe(true);
  await press("Enter");
  await page.getByTestId("sign-dialog").waitFor();
  await tabTo(named("sign-note"));
  await type("已逐项核对，仅用键盘签署。");
  await tabTo(named("sign-submit"));
  await press("Enter");
  await page.getByTestId("signature").waitFor();
});

test("signs out", async () => {
  await tabTo(named("sign-out"), "Shift+Tab");
  await press("Enter");
  await page.getByTestId("sign-in-form").waitFor();
});
