import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildJudgments, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** An invented judgment: attached, read, its facts at their sentences, one prompt confirmed into the queue, another dismissed with a reason. */
const SCANNED =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n4 0 obj<</Length 0>>stream\n\nendstream endobj\ntrailer<</Root 1 0 R>>\n";

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

const upload = (name: string, text: string) =>
  page.getByTestId("document-input").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

test("a judgment is attached and read; its facts stand at their sentences with who says them, and names are masked", async () => {
  await page.goto(`${journey.caseAddress}/case-documents`);
  await page.getByTestId("no-documents").waitFor();
  await upload("云岭县法院刑事判决书.txt", JUDGMENT);
  const row = page.getByTestId("document-row").first();
  await row.locator('[data-status="done"]').waitFor();
  await expectAccessible(page, "documents of a case");
  await photograph(page, "documents", "zh");
  await row.getByTestId("open-document").click();
  const text = page.getByTestId("page-text").first();
  await text.waitFor();
  expect(await text.innerText()).toContain("被告人张某某");
  expect(await page.content()).not.toMatch(/张三丰|李四海|110101199003074610/);
  const found = page.getByTestId("fact-note").filter({ hasText: "58,600 条" });
  expect(await found.innerText()).toContain("法院认定");
  expect(await found.innerText()).toContain("共计出售公民个人信息58600条");
  expect(await page.getByTestId("fact-note").filter({ hasText: "3,000 条" }).first().innerText()).toContain("辩方");
  await found.locator("button").first().click();
  expect(await page.locator("a.said-chosen").first().innerText()).toContain("58600条");
  await found.getByTestId("confirm-fact").click();
  await found.getByTestId("fact-decided").waitFor();
  await page.keyboard.press("j");
  expect(await page.locator(".note-chosen").innerText()).not.toContain("58,600 条");
  await page.keyboard.press("Escape");
  expect(await page.locator(".note-chosen").count()).toBe(0);
  await expectAccessible(page, "document reader");
  await photograph(page, "reader", "zh");
});

test("one prompt is confirmed and stands in the queue, another is dismissed with a reason, the rest waits on the overview", async () => {
  const prompts = page.getByTestId("prompt");
  const many = await prompts.count();
  expect(many).toBeGreaterThan(2);
  const first = prompts.first();
  await first.locator("summary").click();
  await first.getByTestId("clue-reasons").waitFor();
  await photograph(page, "reader-prompts", "zh");
  await first.getByTestId("clue-confirm").click();
  await page.locator('[data-testid="prompt"][data-status="queued"]').waitFor();
  const next = page.locator('[data-testid="prompt"][data-status="prompted"]').first();
  await next.getByTestId("clue-dismiss").click();
  await next.getByTestId("dismiss-already-handled").click();
  const dismissed = page.locator('[data-testid="prompt"][data-status="dismissed"]');
  await dismissed.waitFor();
  expect(await dismissed.innerText()).toContain("已有机关或者本院办理");
  await page.getByTestId("read-again").click();
  await page.getByText("第 2 次阅读").waitFor();
  expect(await prompts.count(), "reading again doubles no prompt").toBe(many);
  await page.goto(journey.caseAddress);
  await page
    .getByTestId("case-prompts")
    .getByTestId("prompt")
    .nth(many - 3)
    .waitFor();
  expect(await page.getByTestId("prompt").count()).toBe(many - 2);
  await photograph(page, "overview-prompts", "zh");
  await page.goto(`${journey.installation.address}/clues?status=queued`);
  await page.getByText("云岭县法院刑事判决书").first().waitFor();
  await page.goto(`${journey.installation.address}/clues/capture`);
  await page.getByTestId("funnel").waitFor();
  expect(await page.getByTestId("funnel-finding").innerText()).toBe(`1 份文书产生 ${many} 条提示，1 条确认为线索，0 条受理`);
  await expectAccessible(page, "capture funnel");
  await photograph(page, "capture", "zh");
  await page.getByTestId("language-en").first().click();
  await photograph(page, "capture", "en");
  await page.getByTestId("language-zh").first().click();
  await page.getByTestId("funnel-view").click();
  await page.getByTestId("capture-figure-hits").click();
  await page.getByTestId("capture-documents").getByText("云岭县法院刑事判决书.txt").waitFor();
  await page.getByTestId("capture-figure-dismissed").click();
  await page.getByTestId("clues-clear").waitFor();
  expect(await page.getByTestId("clue-row").count(), "each figure leads to its list").toBe(1);
});

test("the rules tell what became of their prompts; a person with the right to retires one, with a reason", async () => {
  const { address } = journey.installation;
  await page.goto(`${address}/clues/rules`);
  const insider = page.locator('[data-row="insider"]');
  await insider.waitFor();
  expect(await insider.innerText()).toContain("太少，不作判断");
  await expectAccessible(page, "rules");
  for (const language of ["en", "zh"] as const) {
    await page.getByTestId(`language-${language}`).first().click();
    await photograph(page, "rules", language);
  }
  const context = await journey.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", reducedMotion: "reduce" });
  const other = await openPage(context, address, "zh");
  await signInOn(other.page, "lin.an", PASSWORD);
  await other.page.goto(`${address}/clues/rules?rule=insider`);
  await other.page.getByTestId("rule-retire").click();
  expect(await other.page.getByTestId("decide-rule").innerText()).toContain("请写明理由");
  await other.page.getByTestId("clue-reason").fill("多与其他规则重复");
  await other.page.getByTestId("rule-retire").click();
  await other.page.getByTestId("rule-history").getByText("多与其他规则重复").waitFor();
  expect(await other.page.getByTestId("rule-panel").innerText()).toContain("林安");
  await expectAccessible(other.page, "a rule");
  await photograph(other.page, "rule", "zh");
  expect(other.problems).toEqual([]);
  await context.close();
});

test("a scanned PDF ends with a clear sentence, and two documents are read side by side", async () => {
  await page.goto(`${journey.caseAddress}/case-documents`);
  await upload("扫描件.pdf", SCANNED);
  await page.getByTestId("reading-problem").waitFor();
  expect(await page.getByTestId("reading-problem").innerText()).toContain("没有文字层");
  await upload("云岭县检察院起诉书.txt", JUDGMENT.slice(0, JUDGMENT.indexOf("经审理查明")));
  await page.locator('[data-testid="document-row"] [data-status="done"]').nth(1).waitFor();
  await page.getByRole("button", { name: "云岭县法院刑事判决书.txt" }).click();
  await page.getByTestId("page-text").first().waitFor();
  await page.getByTestId("document-beside").selectOption({ label: "云岭县检察院起诉书.txt" });
  await page.getByTestId("page-text").nth(1).waitFor();
  await page.reload();
  await page.getByTestId("compare").waitFor();
  await photograph(page, "reader-compare", "zh");
  const items = page.locator('[data-testid="compare"] tr[data-kind="items"]');
  expect(await items.locator("td").nth(0).innerText(), "what only the judgment finds").toContain("58,600");
  expect(await items.locator("td").nth(1).innerText(), "what both tell").toContain("62,000");
  expect(await items.getByTestId("compare-leading").innerText()).toMatch(/法院认定 58,600 → 控方 约62,000\s+右边多 约3,400/);
  await items.locator("td").nth(1).getByTestId("compare-value").first().click();
  await page.locator("#reader-left a.said-chosen").first().waitFor();
  expect(await page.locator("#reader-right a.said-chosen").first().innerText()).toContain("62000");
  await page.locator('#reader-left .note[data-kind="conduct"] button').first().click();
  await page.locator('#reader-right .note-chosen[data-kind="conduct"]').first().waitFor(); // the other side follows
  await expectAccessible(page, "two documents");
  await photograph(page, "reader-two", "zh");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId("tab-compare").click();
  await page.getByTestId("compare").waitFor();
  expect(await page.locator("#reader-left").isVisible()).toBe(false);
  await items.locator("td").nth(0).getByTestId("compare-value").first().click();
  await page.locator("#reader-left a.said-chosen").first().waitFor();
  expect(await page.locator("#reader-left a.said-chosen").first().innerText()).toContain("58600");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByTestId("language-en").first().click();
  await page.getByTestId("tab-compare").waitFor({ state: "attached" });
  await photograph(page, "reader-two", "en");
  await page.reload();
  await page.getByTestId("compare").waitFor();
  await photograph(page, "reader-compare", "en");
  await page.getByTestId("document-beside").selectOption({ label: "nothing" });
  await page.getByTestId("page-text").first().waitFor();
  await photograph(page, "reader", "en");
  await page.getByTestId("all-documents").click();
  await photograph(page, "documents", "en");
});

test("a JSONL is attached in bulk: its lines become documents, a bad one is named by its number, and one is found by its name and opened", async () => {
  await page.goto(`${journey.caseAddress}/case-documents`);
  await page.getByTestId("language-zh").first().click();
  const lines = buildJudgments(60).map(({ id, text }) => JSON.stringify({ id, text }));
  await upload("判决汇编.jsonl", [...lines.slice(0, 30), "这一行不是文书", ...lines.slice(30)].join("\n"));
  const batch = page.getByTestId("batch");
  await batch.and(page.locator('[data-status="done"]')).waitFor({ timeout: 180_000 });
  expect(await batch.innerText()).toContain("已附入 60 份");
  await batch.locator("summary").click();
  expect(await page.getByTestId("batch-problems").innerText()).toContain("第 31 行");
  await page.getByTestId("page-next").waitFor();
  await expectAccessible(page, "documents in bulk");
  await photograph(page, "documents-bulk", "zh");
  await page.getByTestId("documents-query").fill("刑初47号");
  await page.getByTestId("documents-query").press("Enter");
  await expect.poll(() => page.getByTestId("document-row").count()).toBe(1);
  expect(await page.getByTestId("document-row").innerText()).toContain("第 48 行");
  await page.getByTestId("open-document").click();
  await page.getByTestId("page-text").first().waitFor();
  expect(await page.getByTestId("fact-note").filter({ hasText: "58,646 条" }).count()).toBeGreaterThan(0);
  await page.getByTestId("all-documents").click();
  await page.getByTestId("language-en").first().click();
  await photograph(page, "documents-bulk", "en");
  expect(journey.problems).toEqual([]);
});
