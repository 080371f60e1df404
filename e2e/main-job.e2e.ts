import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { runTandem } from "./run-tandem.ts";
import { type Installation, startInstallation } from "./start-installation.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Must show 5: the whole journey in a browser, on what `npm start` starts. Each step goes on where the one before it stood. */
const PASSWORD = "Tandem-2026-sample";
const NOTE = "已逐项核对来源、去重键与扣除理由，同意按本评估提出意见。";
let installation: Installation;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];
let sample: string;
let casePath: string;
let expected: { ledger: { tiers: Record<"A" | "B" | "C", { seized: number; valid: number; distinct: number; duplicates: number }> } };

beforeAll(async () => {
  sample = mkdtempSync(join(tmpdir(), "tandem-journey-"));
  expect((await runTandem(["sample", join(sample, "out")])).status).toBe(0);
  expected = JSON.parse(readFileSync(join(sample, "out", "expected.json"), "utf8"));
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await installation?.remove();
  if (sample) rmSync(sample, { recursive: true, force: true });
});

describe("from the sign-in to a signed assessment found in the audit", () => {
  test("a prosecutor signs in and sees the day", async () => {
    ({ page, problems } = await openPage(context, installation.address, "zh"));
    await page.getByTestId("boundary").waitFor();
    await expectAccessible(page, "sign-in");
    await photograph(page, "sign-in", "zh");
    await signInOn(page, "chen.mo", PASSWORD);
    expect(await page.getByTestId("person").innerText()).toContain("陈默");
    await expectAccessible(page, "today");
    await photograph(page, "today", "zh");
  });

  test("opens a case of their own; a wrong case number is refused in Chinese and nothing typed is lost", async () => {
    await page.goto(`${installation.address}/cases`);
    await page.getByTestId("open-case").click();
    await page.getByTestId("case-number").fill("东湖2026-77");
    await page.getByTestId("case-title").fill("端到端测试案（虚构）");
    await page.getByTestId("case-submit").click();
    await page.getByText(/案号/).first().waitFor();
    expect(await page.getByTestId("case-title").inputValue()).toBe("端到端测试案（虚构）");
    await page.getByTestId("case-number").fill("东湖检刑诉受〔2026〕77号");
    await page.getByTestId("case-submit").click();
    await page.getByTestId("case-header-number").filter({ hasText: "77号" }).waitFor();
    casePath = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await photograph(page, "overview", "zh");
  });

  test("drops the sample's files and watches them being stored", async () => {
    await page.goto(`${installation.address}${casePath}/evidence`);
    const files = readdirSync(join(sample, "out"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "expected.json")
      .map((entry) => join(entry.parentPath, entry.name));
    await page.getByTestId("file-input").setInputFiles(files);
    await page.getByTestId("upload-summary").waitFor();
    await expect.poll(async () => (await page.locator("tbody tr").count()) >= files.length).toBe(true);
    await expectAccessible(page, "evidence");
    await photograph(page, "evidence", "zh");
  });

  test("reads a custody record with its defects, in the seeded case", async () => {
    await page.goto(`${installation.address}/cases?query=${encodeURIComponent("12号")}`);
    await page
      .getByRole("link", { name: /〔2026〕12号/ })
      .first()
      .click();
    await page.getByTestId("tab-evidence").click();
    await page.getByText("老猫聊天记录.txt").first().click();
    await page.getByTestId("evidence-panel").waitFor();
    await page.getByTestId("defects").waitFor();
    await expectAccessible(page, "custody record");
    await photograph(page, "custody", "zh");
  });

  test("counts, follows the progress and reads the three ledgers: the sample's figures", async () => {
    await page.goto(`${installation.address}${casePath}/ledgers`);
    await page.getByTestId("count-button").first().click();
    await page.getByTestId("count-start").click();
    await page.getByTestId("waterfall").waitFor({ timeout: 180_000 });
    for (const tier of ["A", "B", "C"] as const) {
      const { seized, valid, distinct } = expected.ledger.tiers[tier];
      for (const [step, figure] of [
        ["seized", seized],
        ["valid", valid],
        ["distinct", distinct],
      ] as const)
        expect((await page.getByTestId(`step-${tier}-${step}`).innerText()).replace(/[^\d]/g, ""), `${tier} ${step}`).toContain(
          String(figure),
        );
    }
    await expectAccessible(page, "ledgers");
    await photograph(page, "ledgers", "zh");
  });

  test("opens a reason: masked rows with file, sheet, row and byte, and no plain number in them", async () => {
    await page.getByTestId("step-C-duplicate").click();
    await page.getByTestId("rows-panel").waitFor();
    await page.getByTestId("rows-kept").waitFor();
    const text = await page.getByTestId("rows-panel").innerText();
    expect(text).toMatch(/\*{3,}/);
    expect(text, "a resident id in the open").not.toMatch(/\d{17}[\dX]/);
    expect(text, "a mobile in the open").not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    await expectAccessible(page, "rows");
    await photograph(page, "rows", "zh");
    await page.keyboard.press("Escape");
  });

  test("holds the figures against the law and signs with a note", async () => {
    await page.goto(`${installation.address}${casePath}/assessment`);
    await page.getByTestId("facts-form").waitFor();
    await page.getByTestId("answer").waitFor();
    await page.getByTestId("gauge-5000").first().waitFor();
    // What was done with the items is not in the files: unknown is not no, so nothing is met until a person says it.
    for (const button of await page.getByTestId("add-conduct").all()) await button.click();
    await page.getByTestId("answer").getByText("情节严重").first().waitFor();
    await photograph(page, "assessment-draft", "zh");
    await expectAccessible(page, "assessment");
    await page.getByTestId("save-draft").click();
    await page.getByTestId("sign-button").first().click();
    await page.getByTestId("sign-note").fill(NOTE);
    await page.getByTestId("sign-submit").click();
    await page.getByTestId("signature").waitFor();
    expect(await page.getByTestId("signature").innerText()).toContain("陈默");
    await photograph(page, "assessment", "zh");
  });

  test("says the same in English", async () => {
    await page.getByTestId("language-en").first().click();
    for (const [tab, name] of [
      ["evidence", "evidence"],
      ["ledgers", "ledgers"],
      ["assessment", "assessment"],
      ["overview", "overview"],
      ["parties", "parties"],
    ] as const) {
      await page.goto(`${installation.address}${casePath}/${tab}`);
      await page.getByTestId(`tab-${tab}`).waitFor();
      await page.waitForLoadState("networkidle");
      await expectAccessible(page, `${name} in English`);
      await photograph(page, name, "en");
    }
    await page.goto(`${installation.address}/cases`);
    await page.getByTestId("cases-total").waitFor();
    await photograph(page, "cases", "en");
    await page.getByTestId("language-zh").first().click();
    await photograph(page, "cases", "zh");
    await page.getByTestId("sign-out").first().click();
    await page.getByTestId("sign-in-form").waitFor();
  });

  test("an auditor finds all of it in the audit and verifies the chain, but reads no case", async () => {
    await signInOn(page, "qian.shen", PASSWORD);
    await page.goto(`${installation.address}/audit`);
    await page.getByTestId("audit-verify").click();
    await page.getByTestId("audit-result").waitFor();
    expect(await page.getByTestId("audit-result").innerText()).toMatch(/完整|成立|一致/);
    for (const kind of ["evidence-taken-in", "count-requested", "rows-read", "assessment-signed", "audit-verified"]) {
      await page.goto(`${installation.address}/audit?kind=${kind}`);
      await expect.poll(() => page.locator("tbody tr").count(), { message: `entries of kind ${kind}` }).toBeGreaterThan(0);
    }
    await page.goto(`${installation.address}/audit`);
    await page.locator("tbody tr").first().waitFor();
    await expectAccessible(page, "audit");
    await photograph(page, "audit", "zh");
    await page.getByTestId("language-en").first().click();
    await photograph(page, "audit", "en");
    await page.getByTestId("language-zh").first().click();
    await page.goto(`${installation.address}${casePath}/ledgers`);
    await page.getByTestId("problem").waitFor();
    await photograph(page, "refused", "zh");
    const verified = await runTandem(["audit", "verify", "--json"], installation.environment);
    expect(verified.status).toBe(0);
    expect(JSON.parse(verified.out).holds).toBe(true);
  });

  test("no script of the pages reported a problem on the way", () => {
    expect(problems).toEqual([]);
  });
});

describe("a session that ends in the middle of a form", () => {
  test("asks to sign in over the page, and nothing typed is lost", async () => {
    const own = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", reducedMotion: "reduce" });
    const { page: form } = await openPage(own, installation.address, "zh");
    await signInOn(form, "chen.mo", PASSWORD);
    await form.goto(`${installation.address}/cases`);
    await form.getByTestId("open-case").click();
    await form.getByTestId("case-number").fill("东湖检刑诉受〔2026〕78号");
    await form.getByTestId("case-title").fill("会话中断测试案（虚构）");
    await own.clearCookies();
    await form.getByTestId("case-submit").click();
    await form.getByTestId("sign-in-again").waitFor();
    await photograph(form, "session-ended", "zh");
    expect(await form.getByTestId("case-title").inputValue()).toBe("会话中断测试案（虚构）");
    await form.getByTestId("sign-in-again").getByTestId("sign-in-password").fill(PASSWORD);
    await form.keyboard.press("Enter");
    // What was being sent is sent again by itself.
    await form.getByTestId("case-header-number").filter({ hasText: "78号" }).waitFor();
    await own.close();
  });
});
