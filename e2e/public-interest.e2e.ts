import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countCase, type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** Public-interest litigation without a case: what is open leads to its question, a notice is set against the prosecution. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

const answer = (fact: string, value: "yes" | "no" | "unknown") =>
  page.getByTestId(`fact-${fact}`).locator(`label:has(input[value="${value}"])`).click();
const gate = (outcome: string) => page.locator(`[data-testid="pil-gate"][data-gate="pipl-70"][data-outcome="${outcome}"]`);

describe("the law page of public-interest litigation", () => {
  test("starts with everything unknown, and an open element leads to its question", async () => {
    await page.goto(`${journey.installation.address}/law/public-interest`);
    await page.locator('[data-testid="pil-standing"][data-outcome="unknown"]').waitFor();
    await gate("unknown").getByRole("button", { name: /众多/ }).click();
    expect(await page.evaluate(() => document.activeElement?.closest("[data-testid]")?.getAttribute("data-testid"))).toBe(
      "fact-manyIndividuals",
    );
  });

  test("needs a person's judgement of 众多 whatever the number of persons, which is a focus point alone", async () => {
    await answer("isProcessor", "yes");
    await answer("personalOrHousehold", "no");
    await page.getByTestId("fact-breachedDuties").getByText("第五十一条").click();
    await page.getByTestId("fact-personsAtLeast").fill("1000000");
    await page.locator('[data-testid="pil-flag"][data-flag="key-fields-and-scale"][data-outcome="met"]').waitFor();
    expect(await gate("unknown").count()).toBe(1);
    await answer("manyIndividuals", "yes");
    await gate("met").waitFor();
    await page.locator('[data-testid="pil-standing"][data-outcome="met"]').waitFor();
  });

  test("sets the notice against the prosecution, and shows the way out where it comes too late", async () => {
    await page.getByTestId("fact-plannedProsecutionOn").fill("2026-10-09");
    await page.getByTestId("pil-latest").filter({ hasText: "2026-09-08" }).waitFor();
    await answer("noticePublished", "yes");
    await page.getByTestId("fact-noticeOn").fill("2026-09-08");
    await page.locator('[data-testid="pil-notice"][data-verdict="in-time"]').waitFor();
    await page.getByTestId("fact-noticeOn").fill("2026-09-09");
    await page.locator('[data-testid="pil-notice"][data-verdict="same-day"]').waitFor();
    expect(await page.getByTestId("pil-fallback").innerText()).toContain("另行提起民事公益诉讼");
    await page.getByTestId("pil-line").waitFor();
    await page.locator('[data-testid="pil-track"][data-track="incidental"][data-suit="not-met"]').waitFor();
    await expectAccessible(page, "public-interest litigation");
    await photograph(page, "law-public-interest", "zh");
    await page.getByTestId("language-en").first().click();
    await page.getByTestId("pil-notice").filter({ hasText: "Latest safe day" }).waitFor();
    await photograph(page, "law-public-interest", "en");
    await page.getByTestId("language-zh").first().click();
  });

  test("keeps what was typed over a reload, and forgets it when cleared", async () => {
    await page.reload();
    await gate("met").waitFor();
    await page.getByTestId("pil-clear").click();
    await gate("unknown").waitFor();
    expect(journey.problems).toEqual([]);
  });
});

describe("in a case", () => {
  test("the board begins with what the last count and the clocks know, each with its source", async () => {
    await countCase(journey);
    await page.goto(journey.caseAddress);
    await page.getByTestId("tab-public-interest").click();
    await page.getByTestId("pil-known").locator('[data-fact="personsAtLeast"]').filter({ hasText: "最近一次统计" }).waitFor();
    expect(await page.getByTestId("fact-personsAtLeast").inputValue()).not.toBe("");
    await gate("unknown").waitFor();
    await expectAccessible(page, "public-interest litigation of a case");
    await photograph(page, "case-public-interest", "zh");
    await page.getByTestId("fact-personsAtLeast").fill("1");
    await page.getByTestId("pil-refill").click();
    expect(await page.getByTestId("fact-personsAtLeast").inputValue()).not.toBe("1");
    expect(journey.problems).toEqual([]);
  });
});
