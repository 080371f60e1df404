import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** Evidence for both tracks: linked to elements, gaps told, an outline made from them, confirmed and drafted as a document. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
  await page.goto(`${journey.caseAddress}/outline`);
  await page.getByTestId("outline-board").waitFor();
}, 300_000);
afterAll(() => journey?.end());

async function link(ticks: readonly string[], proves: string, strength: "proves" | "indicates"): Promise<void> {
  await page.getByTestId("link-open").click();
  const form = page.getByTestId("link-form");
  for (const tick of ticks) await form.getByTestId(`tick-${tick}`).check();
  await form.getByTestId("link-row").fill("12");
  await form.getByTestId("link-proves").fill(proves);
  await form.getByTestId("link-strength").selectOption(strength);
  if (ticks.length > 1) await photograph(page, "outline-link", "zh");
  await form.getByTestId("link-save").click();
  await form.waitFor({ state: "detached" });
}

test("before anything is linked every element is a gap", async () => {
  expect(await page.getByTestId("gap-bar-criminal").innerText()).toContain("12 项要件，已证明 0，缺口 12");
  await expectAccessible(page, "evidence outline, empty");
});

test("an item linked to both sides stands in the middle, and what only indicates stays a gap", async () => {
  await link(["criminal-kinds-and-number", "incidental-harm-amount", "incidental-harm"], "订单表内的收件人条数", "proves");
  await link(["criminal-knowledge"], "聊天中称“别留记录”", "indicates");
  expect(await page.getByTestId("outline-shared").innerText()).toContain("社会公共利益受到损害");
  const element = (id: string) => page.locator(`[data-testid="outline-side-criminal"] [data-element="${id}"]`);
  expect(await element("kinds-and-number").getAttribute("data-standing")).toBe("proved");
  expect(await element("knowledge").getAttribute("data-standing")).toBe("indicated");
  expect(await page.getByTestId("gap-bar-criminal").innerText()).toContain("已证明 1，缺口 6");
  await expectAccessible(page, "evidence outline");
  await photograph(page, "outline", "zh");
});

test("an outline is made from the gaps, each line with its five parts, edited, confirmed and drafted as a document", async () => {
  await page.getByTestId("make-supplementary").click();
  const editor = page.getByTestId("outline-editor");
  await editor.waitFor();
  expect(await editor.getByTestId("outline-line").count()).toBe(11);
  await photograph(page, "outline-editor", "zh");
  await editor.getByTestId("line-matter").first().fill("查清案发经过和起止时间");
  await editor.getByTestId("outline-save").click();
  await editor.waitFor({ state: "detached" });
  const text = await page.getByTestId("outline-text").innerText();
  expect(text).toContain("一、事项：查清案发经过和起止时间");
  for (const part of ["理由：", "方向：", "需补充的证据：", "证明作用：", "依据："]) expect(text).toContain(part);
  expect(text).toContain("只能提示、尚不足以证明");
  await page.getByTestId("outline-confirm").click();
  const confirmed = page.locator('[data-testid="written-outline"][data-status="confirmed"]');
  await confirmed.waitFor();
  if (!(await confirmed.getByTestId("outline-document").isVisible())) await confirmed.locator("summary").click();
  await confirmed.getByTestId("outline-document").click();
  await page.getByText("文书已拟制").waitFor();
  await photograph(page, "outline-confirmed", "zh");
});

test("the step of return takes the confirmed outline over, line by line; what is sent stands in the step", async () => {
  await page.goto(`${journey.caseAddress}/procedures`);
  await page.getByTestId("track-new").click();
  await page.getByTestId("track-kind").selectOption("criminal");
  await page.getByTestId("track-handler").selectOption({ label: "陈默" });
  await page.getByTestId("track-on").fill("2026-11-02");
  await page.getByTestId("track-submit").click();
  const take = (step: string) => page.locator(`[data-testid="next-step"][data-step="${step}"]`).getByTestId("step-take").click();
  const form = page.getByTestId("step-form");
  const detained = () => form.getByTestId("field-detained").locator('input[value="yes"]').check();
  await take("receive-for-prosecution");
  await form.getByTestId("step-on").fill("2026-11-03");
  await detained();
  await form.getByTestId("field-document").fill("云公诉〔2026〕12号");
  await form.getByTestId("step-submit").click();
  await form.waitFor({ state: "detached" });
  await take("return-for-supplement");
  await form.getByTestId("step-on").fill("2026-11-05");
  await form.getByTestId("outline-choice").selectOption({ index: 1 });
  const lines = form.getByTestId("outline-prefill-line");
  const many = await lines.count();
  await lines.nth(1).locator("input").uncheck();
  await form.getByTestId("outline-take").click();
  const text = await form.getByTestId("field-outline").inputValue();
  expect(text).toContain("一、事项：查清案发经过和起止时间");
  expect(text.split("依据：").length - 1, "every line cites what is missing").toBe(many - 1);
  expect(text).toContain("第2版，陈默确认");
  await expectAccessible(page, "a step with an outline");
  await form.getByTestId("outline-prefill").scrollIntoViewIfNeeded();
  await photograph(page, "step-outline", "zh");
  await detained();
  await form.getByTestId("step-submit").click();
  await form.waitFor({ state: "detached" });
  const taken = page.locator('[data-testid="taken-step"][data-step="return-for-supplement"]');
  await taken.getByText("查清案发经过和起止时间").first().waitFor();
  await page.locator('[data-testid="step-clock"][data-rule="CR-SUPP-1M"]').waitFor();
  await page.goto(`${journey.caseAddress}/outline`);
  await page.getByTestId("outline-board").waitFor();
});

test("a link is removed with its reason and its gap is open again; the page reads in English", async () => {
  const proved = page.locator('[data-testid="outline-side-criminal"] [data-element="kinds-and-number"]');
  await proved.getByTestId("link-remove").click();
  await proved.getByTestId("link-reason").fill("误认");
  await proved.getByTestId("link-remove-save").click();
  await page.locator('[data-testid="outline-side-criminal"] [data-element="kinds-and-number"][data-standing="nothing"]').waitFor();
  expect(await page.getByTestId("gap-bar-criminal").innerText()).toContain("缺口 12");
  await page.getByTestId("language-en").first().click();
  await photograph(page, "outline", "en");
  expect(journey.problems).toEqual([]);
});
