import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { JUDGMENT } from "#case-documents/judgment.builder.ts";
import { countCase, type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** What a document already says is not asked again: a confirmed sum of a judgment becomes the source of an assessment's fact, with its sentence. */
let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

test("the reader shows to whom information went, where it came from and what each number rests on", async () => {
  await page.goto(`${journey.caseAddress}/case-documents`);
  const file = { name: "判决书.txt", mimeType: "text/plain", buffer: Buffer.from(JUDGMENT) };
  await page.getByTestId("document-input").setInputFiles(file);
  const row = page.getByTestId("document-row").first();
  await row.locator('[data-status="done"]').waitFor();
  await row.getByTestId("open-document").click();
  await page.getByTestId("page-text").first().waitFor();
  const note = (kind: string) => page.locator(`[data-testid="fact-note"][data-kind="${kind}"]`);
  expect(await note("recipient").first().innerText()).toContain("具名的人");
  expect(await note("source").first().innerText()).toContain("职务、工作便利");
  expect(await note("place").first().innerText()).toContain("云岭县人民法院");
  expect(await note("items").filter({ hasText: "62,000" }).innerText()).toContain("指控");
  expect(await note("charge").first().innerText()).toContain("与行为时间相符");
  const gains = note("gains").first();
  await gains.locator("button").first().click();
  await gains.getByTestId("confirm-fact").click();
  await gains.getByTestId("fact-decided").waitFor();
  await photograph(page, "reader-facts", "zh");
});

test("its confirmed gains are offered as the source of the same gains, with the sentence, and of no other number", async () => {
  await countCase(journey);
  await page.goto(`${journey.caseAddress}/assessment`);
  await page.getByTestId("fact-gains").fill("29300");
  await page.getByTestId("source-edit-gains").click();
  await page.getByTestId("source-kind").selectOption("document");
  await page.getByTestId("source-document-fact").selectOption({ index: 1 });
  expect(await page.getByTestId("source-sentence").innerText()).toContain("违法所得人民币29300元");
  await page.getByTestId("source-sentence").scrollIntoViewIfNeeded();
  await expectAccessible(page, "a fact of a document as a source");
  await photograph(page, "assessment-document-source", "zh");
  await page.getByTestId("source-set").click();
  expect(await page.getByTestId("fact-from-document").innerText()).toContain("判决书.txt");
  await page.getByTestId("fact-gains").fill("29301");
  await page.getByTestId("source-edit-gains").click();
  await page.getByTestId("source-kind").selectOption("document");
  await page.getByTestId("source-document-none").waitFor();
  expect(journey.problems).toEqual([]);
});
