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
