import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTandem } from "./run-tandem.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** The lexicon: a word of the trade is proposed, tried on an old document, published by another person, and read. Nobody in the text exists. */
const TEXT =
  "云岭县人民检察院\n起诉书\n经依法审查查明：被告人钱七星在群内将客户信息5000条走暗货给他人，上述客户信息（含机主信息）被用于电话推销。";
let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

const lexicon = (query = "") => page.goto(`${journey.installation.address}/clues/lexicon${query}`);
const english = async (target: Page, name: string) => {
  await target.getByTestId("language-en").first().click();
  await photograph(target, name, "en");
  await target.getByTestId("language-zh").first().click();
};

test("before anything was read the figures are unknown, not zero; one document read, they are counted", async () => {
  await page.goto(`${journey.installation.address}/clues`);
  await page.getByTestId("to-lexicon").click();
  await page.getByTestId("term-row").first().waitFor();
  expect(await page.getByTestId("lexicon-counted").innerText()).toContain("不是 0");
  expect(await page.getByTestId("term-row").first().innerText()).toContain("未统计");
  await page.goto(`${journey.caseAddress}/case-documents`);
  await page
    .getByTestId("document-input")
    .setInputFiles({ name: "起诉书.txt", mimeType: "application/octet-stream", buffer: Buffer.from(TEXT) });
  await page.getByTestId("document-row").first().locator('[data-status="done"]').waitFor();
  await lexicon("?axis=field&order=hits");
  const row = page.getByTestId("term-row").filter({ hasText: "客户信息" }).first();
  await row.waitFor();
  expect(await row.innerText()).toMatch(/客户信息[\s\S]*2\s+1\s+1/);
  await expectAccessible(page, "lexicon");
  await photograph(page, "lexicon", "zh");
  await english(page, "lexicon");
  await page.getByTestId("lexicon-values").click();
  const value = page.getByTestId("value-row").first();
  await value.waitFor();
  expect(await value.innerText(), "several terms of one value, one case").toMatch(/个人信息保护\s+\d+\s+3\s+1\s+1/);
  await expectAccessible(page, "values of the lexicon");
  await photograph(page, "lexicon-values", "zh");
  await english(page, "lexicon-values");
  await value.getByTestId("open-value").click();
  expect(await page.getByTestId("value-finding").innerText()).toMatch(/案件 1$/);
});

test("a black word is proposed with a reason; what names where somebody is from is refused in place", async () => {
  await lexicon();
  await page.getByTestId("add-term").click();
  await page.getByTestId("add-word").fill("河南人");
  await page.getByTestId("add-reason").fill("办案中发现");
  await page.getByTestId("propose").click();
  const problem = page.getByTestId("form-problem");
  await problem.waitFor();
  expect(await problem.innerText()).toContain("籍贯");
  await photograph(page, "lexicon-refused", "zh");
  await page.getByTestId("add-word").fill("走暗货");
  await page.getByTestId("propose").click();
  const row = page.getByTestId("term-row").first();
  await row.filter({ hasText: "走暗货" }).waitFor();
  expect(await row.innerText()).toContain("草案");
  const term = page.getByTestId("term-row").filter({ hasText: "兜售" });
  await term.getByTestId("open-term").click();
  await page.getByTestId("change-act").selectOption("mark");
  await page.getByTestId("change-reason").fill("行内常用");
  await expectAccessible(page, "a term");
  await photograph(page, "lexicon-term", "zh");
  await page.getByTestId("propose").click();
  await page.getByTestId("term-panel").waitFor({ state: "detached" });
});

test("the draft is replayed: the document would gain a hit and a fact; its author cannot publish it alone", async () => {
  await lexicon("?view=draft");
  await page.getByTestId("draft-change").nth(1).waitFor();
  expect(await page.getByTestId("replay-state").getAttribute("data-state")).toBe("replayNever");
  expect(await page.getByTestId("publish").isDisabled()).toBe(true);
  expect(await page.getByTestId("publish-why-not").innerText()).toContain("另一人");
  expect(await page.getByTestId("draft-contributors").innerText()).toContain("陈默（提出 2 项）");
  const publishers = await page.getByTestId("draft-publishers").innerText();
  expect(publishers).toContain("何砚");
  expect(publishers).not.toContain("陈默");
  await page.getByTestId("replay-start").click();
  await page.locator('[data-testid="replay"][data-status="done"]').waitFor();
  const row = page.getByTestId("replay-document");
  await row.waitFor();
  expect(await row.innerText()).toContain("“走暗货” 1 次");
  expect(await row.innerText()).toContain("行为 · 出售");
  expect(await page.getByTestId("replay-state").getAttribute("data-state")).toBe("replayCurrent");
  await expectAccessible(page, "replay");
  await photograph(page, "lexicon-replay", "zh");
  await english(page, "lexicon-replay");
});

test("another person publishes; read again, the term has one hit in one case; the command line reads the same with the exported file", async () => {
  const { browser, installation } = journey;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const { page: leader, problems } = await openPage(context, installation.address, "zh");
  await signInOn(leader, "he.yan", PASSWORD);
  await leader.goto(`${installation.address}/clues/lexicon?view=draft`);
  await leader.getByTestId("publish-note").fill("已核对");
  await leader.getByTestId("publish").click();
  await leader.getByTestId("no-draft").waitFor();
  await leader.getByTestId("lexicon-versions").click();
  await leader.getByTestId("lexicon-version").waitFor();
  expect(await leader.getByTestId("lexicon-version").innerText()).toMatch(/何砚[\s\S]*已核对[\s\S]*走暗货[\s\S]*陈默/);
  await leader.getByTestId("roll-back-0").click();
  await expectAccessible(leader, "versions of the lexicon");
  await photograph(leader, "lexicon-versions", "zh");
  await english(leader, "lexicon-versions");
  expect(problems).toEqual([]);
  await context.close();

  await page.goto(`${journey.caseAddress}/case-documents`);
  await Promise.all([page.waitForResponse(/\/readings$/), page.getByTestId("read-again").first().click()]);
  await lexicon("?office=1");
  await page.getByTestId("term-row").filter({ hasText: "走暗货" }).waitFor();
  await expect
    .poll(
      async () => {
        await page.reload();
        const row = page.getByTestId("term-row").filter({ hasText: "走暗货" });
        await row.waitFor();
        return row.innerText();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toMatch(/走暗货[\s\S]*1\s+1\s+1/);
  await photograph(page, "lexicon-published", "zh");
  const exported = await page.context().request.get(`${installation.address}/api/lexicon/file`);
  const [file, document] = [join(installation.folder, "lexicon.yaml"), join(installation.folder, "起诉书.txt")];
  writeFileSync(file, await exported.body());
  writeFileSync(document, TEXT);
  const read = async (...options: string[]) =>
    JSON.parse((await runTandem(["read", document, "--json", ...options], installation.environment)).out);
  expect((await read()).conducts).not.toContain("sell");
  expect((await read("--lexicon", file)).conducts).toContain("sell");
  expect(journey.problems).toEqual([]);
});
