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

test("what it says of items, gains and the insider is offered under each field, nothing filled in before a person takes it over", async () => {
  await page.goto(`${journey.caseAddress}/case-documents`);
  await page.getByTestId("open-document").first().click();
  const note = (kind: string, value: string) => page.locator(`[data-testid="fact-note"][data-note^="${kind}|${value}|"]`);
  for (const [kind, words] of [
    ["items", "58600"],
    ["items", "62000"],
    ["items", "3000"],
    ["conduct", "sell"],
    ["insider", "true"],
  ] as const) {
    const fact = note(kind, words).first();
    await fact.locator("button").first().click();
    await fact.getByTestId("confirm-fact").click();
    await fact.getByTestId("fact-decided").waitFor();
  }
  await page.goto(`${journey.caseAddress}/assessment?new=1`);
  const offered = page.getByTestId("offers-items");
  await offered.getByTestId("offer").nth(2).waitFor();
  expect(await offered.getByTestId("offer").evaluateAll((all) => all.map((one) => one.getAttribute("data-speaker")))).toEqual([
    "court",
    "prosecution",
    "defence",
  ]);
  expect(await offered.getByTestId("offers-differ").innerText()).toContain("3 种");
  const sets = await page.getByTestId("fact-set").count();
  // What the test before typed is kept as a draft; emptied, nothing fills it in again by itself.
  await page.getByTestId("fact-gains").fill("");
  await photograph(page, "assessment-offers", "zh");
  await offered
    .getByTestId("offer")
    .first()
    .getByRole("button", { name: /另起一批/ })
    .click();
  expect(await page.getByTestId("fact-set").count()).toBe(sets + 1);
  const fresh = page.getByTestId("fact-set").last();
  expect(await fresh.getByTestId("fact-items").inputValue()).toBe("58600");
  await offered.getByTestId("offer-taken").waitFor();
  await fresh.getByTestId("offers-conducts").getByTestId("offer-take").first().click();
  expect(await fresh.getByTestId("conduct-kind").inputValue()).toBe("sell");
  await page.getByTestId("offers-gains").getByTestId("offer-take").click();
  expect(await page.getByTestId("fact-gains").inputValue()).toBe("29300");
  // Tier and number of the set, what was done with it, and the gains.
  expect(await page.getByTestId("fact-from-document").count()).toBe(4);
  await expectAccessible(page, "offers of documents");
  await photograph(page, "assessment-offers-taken", "zh");
  await fresh.getByTestId("fact-items").fill("58601");
  await offered.getByTestId("offer-taken").waitFor({ state: "detached" });
  await fresh.getByTestId("fact-items").fill("58600");
  await page.getByTestId("save-draft").click();
  await page.getByTestId("sign-button").and(page.locator(":enabled")).waitFor();
  await page.reload();
  await page.getByTestId("offers-gains").getByTestId("offer-taken").waitFor();
  expect(journey.problems).toEqual([]);
});
