import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** The law without a case: reasons, where they flip, the law of every time, periods, jurisdiction, library; and the flip map of a case. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

/** Both languages and both widths of the page as it stands. */
async function photographBoth(name: string, ready: string): Promise<void> {
  await photograph(page, name, "zh");
  await page.getByTestId("language-en").first().click();
  await page.getByTestId(ready).first().waitFor();
  await photograph(page, name, "en");
  await page.getByTestId("language-zh").first().click();
  await page.getByTestId(ready).first().waitFor();
}

describe("an offence tried out", () => {
  test("gives its conclusion, and each limb leads to the fact it rests on", async () => {
    await page.getByRole("link", { name: "法规" }).click();
    await page.getByTestId("fact-actDate").fill("2024-03-01");
    await page.getByTestId("add-set").click();
    await page.getByTestId("fact-items").fill("6000");
    await page.getByTestId("add-conduct").click();
    await page.getByTestId("conduct-kind").selectOption("sell");
    await page.locator('[data-testid="band-draft"][data-band="serious"]').waitFor();
    const limb = page.locator('[data-testid="why-node"][data-outcome="met"]').first();
    expect(await limb.innerText()).toContain("第五条第一款第五项");
    await expectAccessible(page, "why tree");
    await photographBoth("law-why", "why");
  });

  test("shows where the band changes and by what margin; a slider answers and the facts as told stay", async () => {
    await page.getByTestId("view-flip").click({ force: true });
    const line = page.locator('[data-testid="flip-line"][data-fact="sets.s1.items"]');
    await line.waitFor();
    expect(await line.innerText()).toContain("−16.7%");
    await line.getByTestId("flip-exact").fill("50000");
    expect(await line.getByTestId("line-band").innerText()).toBe("情节特别严重");
    await page.getByTestId("moved-band").filter({ hasText: "情节特别严重" }).waitFor();
    expect(await page.getByTestId("fact-items").inputValue()).toBe("6000");
    await expectAccessible(page, "flip map");
    await photographBoth("law-flip", "flip-map");
    await page.getByTestId("flip-reset").click();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(".law-jump").click();
    await photograph(page, "law-flip-narrow", "zh");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test("stands under the law of every time, and the one that applies says why", async () => {
    await page.getByTestId("view-versions").click({ force: true });
    const applies = page.locator('[data-testid="version"][data-applies="true"]');
    await applies.waitFor();
    expect(await applies.count()).toBe(1);
    expect(await applies.innerText()).toContain("2017-06-01");
    expect(await page.getByTestId("version").first().innerText()).toContain("当时没有量化标准");
    await expectAccessible(page, "time machine");
    await photographBoth("law-versions", "versions");
  });

  test("of defamation lists the conditions of public prosecution and counts them without a score", async () => {
    await page.goto(`${journey.installation.address}/law?offence=defamation`);
    await page.getByTestId("fact-publicProsecutionFacts.massIncident").locator('input[value="yes"]').check({ force: true });
    const list = page.getByTestId("public-prosecution");
    await list.getByText("已符合 1 项").waitFor();
    expect(await list.innerText()).toContain("不打分");
    await expectAccessible(page, "defamation");
    await photographBoth("law-defamation", "public-prosecution");
  });
});

describe("a period", () => {
  test("is found by words, drawn on a calendar, and explains itself", async () => {
    await page.goto(`${journey.installation.address}/law/periods`);
    await page.getByTestId("period-empty").waitFor();
    await page.getByTestId("period-search").fill("审查起诉");
    await page.getByTestId("period-rule").first().click();
    await page.getByTestId("period-from").fill("2026-09-01");
    await page.getByTestId("period-due").waitFor();
    expect(await page.getByTestId("period-steps").innerText()).toContain("开始的当日不计算");
    await page.getByTestId("another-period").click();
    await page.getByTestId("period-search").fill("公告");
    await page.getByTestId("period-rule").first().click();
    await page.getByTestId("period-gantt").waitFor();
    await expectAccessible(page, "periods");
    await photographBoth("law-periods", "period-gantt");
    const address = page.url();
    await page.goto(address);
    await page.getByTestId("period-gantt").waitFor();
  });
});

describe("jurisdiction", () => {
  test("shows the points, every rule in its order, and the common superior", async () => {
    await page.goto(`${journey.installation.address}/law/jurisdiction`);
    for (const [at, code] of ["330106", "330782"].entries()) {
      await page.getByTestId("add-place").click();
      await page.getByTestId("place-division").nth(at).fill(code);
      await page.getByTestId("add-filing").click();
      await page.getByTestId("filing-organ").nth(at).fill(code);
      await page
        .getByTestId("filing-on")
        .nth(at)
        .fill(`2026-03-0${at + 1}`);
    }
    await page.getByTestId("organ").filter({ hasText: "330106" }).waitFor();
    expect(await page.getByTestId("rule-step").count()).toBe(6);
    await page.getByTestId("disputed").check();
    await page.getByTestId("superior-tree").filter({ hasText: "330000" }).waitFor();
    await page.getByTestId("disputed").uncheck();
    await page.getByTestId("more-pil").click();
    await page.getByTestId("pil-kind").selectOption("civil");
    await page.getByTestId("pil-violation").fill("440305");
    await page.getByTestId("transfer").filter({ hasText: "移送案件线索通知书" }).waitFor();
    await page.getByTestId("more-trial").click();
    await page.getByTestId("court-division").fill("330108");
    await page.getByTestId("transfer").filter({ hasText: "CR-TRANSFER-5" }).waitFor();
    await page.getByTestId("misplaced-on").fill("2026-03-16");
    await page.getByTestId("transfer").filter({ hasText: "2026-03-23" }).waitFor();
    await page.getByTestId("more-designation").click();
    await page.getByTestId("designation-kind").selectOption("trial");
    await page.locator('[data-testid="paper"][data-state="blocked"]').first().waitFor();
    await expectAccessible(page, "jurisdiction");
    await photographBoth("law-jurisdiction", "jurisdiction-answer");
  });
});

describe("the library", () => {
  test("is searched by words and shows what each version changed", async () => {
    await page.goto(`${journey.installation.address}/law/library`);
    await page.getByTestId("library").waitFor();
    await expectAccessible(page, "library");
    await photographBoth("law-library", "library");
    await page.getByTestId("library-search").fill("行踪轨迹");
    expect(await page.getByTestId("provision").first().innerText()).toContain("行踪轨迹");
    await page.getByTestId("library-search").fill("绝无此词");
    await page.getByTestId("library-empty").waitFor();
    await page.getByTestId("library-changes").click({ force: true });
    await page.getByTestId("changes").waitFor();
    await expectAccessible(page, "changes");
    await photographBoth("law-changes", "changes");
  });
});

describe("in a case", () => {
  test("the assessment shows the flip map of its present facts", async () => {
    await page.goto(`${journey.caseAddress}/ledgers`);
    await page.getByTestId("count-button").click();
    await page.getByTestId("count-start").click();
    await page.getByTestId("ledgers").waitFor({ timeout: 180_000 });
    await page.goto(`${journey.caseAddress}/assessment`);
    await page.getByTestId("facts-form").waitFor();
    await page.getByTestId("add-set").click();
    await page.getByTestId("fact-items").last().fill("4990");
    await page.getByTestId("add-conduct").last().click();
    await page.getByTestId("open-flip-map").click();
    await page.locator('[data-testid="flip-line"]').first().waitFor();
    await page.getByTestId("definitions-flip").getByText("不去重（有效条数）").waitFor();
    await page.getByTestId("definitions-flip").locator(".flip-band").last().waitFor();
    await expectAccessible(page, "flip map of a case");
    await photographBoth("assessment-flip", "flip-map");
    await page.getByTestId("definitions-flip").scrollIntoViewIfNeeded();
    await photographBoth("assessment-definitions", "definitions-flip");
  });

  test("no page broke on the way", () => {
    expect(journey.problems).toEqual([]);
  });
});
