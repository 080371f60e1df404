import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countCase, type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** What persons decide about a count: items one by one, columns, definitions, samples, deliveries, and the report that is printed of it. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
  await countCase(journey);
}, 300_000);
afterAll(() => journey?.end());

describe("beside the ledgers", () => {
  test("stand the streams of records, every definition, the failed tests and the shapes of tables", async () => {
    for (const part of ["flow", "definitions", "authenticity", "shapes", "groups", "scale-flags"]) await page.getByTestId(part).waitFor();
    await expectAccessible(page, "ledgers with meaning");
    await photograph(page, "meaning", "zh");
  });

  test("another definition shows what it would change", async () => {
    await page.getByTestId("definition-left").selectOption({ index: 0 });
    await page.getByTestId("definition-right").selectOption({ index: 1 });
    expect(await page.getByTestId("definitions").locator("table").first().locator("tbody tr").count()).toBe(4);
  });

  test("a column shows why it means what it means, and is corrected with a reason that is kept", async () => {
    const shape = page.getByTestId("shape").first();
    await shape.locator(".shape-column").last().click();
    await shape.getByTestId("correction-kind").selectOption("religion");
    await shape.locator("form input").fill("该列为客户自报的宗教信仰");
    await shape.getByTestId("correction-save").click();
    await page.getByTestId("correction").first().waitFor();
    expect(await page.getByTestId("corrections").innerText()).toContain("该列为客户自报的宗教信仰");
  });
});

describe("the work-list of tiers A and B", () => {
  const open = async () =>
    Number(/未核实 ([\d,]+)/.exec(await page.getByTestId("work-list-progress").innerText())?.[1]?.replaceAll(",", ""));

  test("is decided by keyboard: y confirms and goes on", async () => {
    await page.getByTestId("tab-work-list").click();
    await page.getByTestId("work-item").first().waitFor();
    await expectAccessible(page, "work-list");
    await photograph(page, "work-list", "zh");
    const before = await open();
    await page.keyboard.press("y");
    await expect.poll(open).toBe(before - 1);
  });

  test("nothing is rejected without a reason, and z takes the last decision back", async () => {
    const before = await open();
    await page.keyboard.press("n");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("item-reason");
    await page.keyboard.type("内容不真实");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect.poll(open).toBe(before - 1);
    await page.keyboard.press("z");
    await expect.poll(open).toBe(before);
  });

  test("z takes back the key just pressed, though its answer is still on its way", async () => {
    const before = await open();
    const undone = page.waitForResponse((answer) => answer.url().endsWith("/item-decisions/undo"));
    await page.keyboard.press("y");
    await page.keyboard.press("z");
    expect((await undone).status()).toBe(200);
    await expect.poll(open).toBe(before);
  });

  test("the report of a count with open items says so, and is a PDF", async () => {
    expect(await page.getByTestId("work-list-proved").innerText()).toBe("尚未证明");
    const answer = await journey.context.request.get(
      `${journey.installation.address}${await page.getByTestId("count-report").getAttribute("href")}`,
    );
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

test("a sample shows its interval before it is drawn, refuses convenience, and is checked by keyboard", async () => {
  await page.getByTestId("tab-sampling").click();
  await page.getByTestId("sample-trial").waitFor();
  await page.getByTestId("sample-selection").selectOption("convenience");
  await page.getByTestId("sampling").getByTestId("form-problem").waitFor();
  await expect.poll(() => page.getByTestId("sample-record").isDisabled()).toBe(true);
  await page.getByTestId("sample-selection").selectOption("probability");
  await page.getByTestId("sample-margin").selectOption("0.1");
  await page.getByTestId("sample-trial").waitFor();
  await expectAccessible(page, "sampling");
  await photograph(page, "sampling", "zh");
  await page.getByTestId("sample-record").click();
  await page.getByTestId("sample-check").click();
  const units = await page.getByTestId("sample-unit").count();
  await page.getByTestId("sample-unit").first().focus();
  for (let unit = 0; unit < units; unit++) await page.keyboard.press("y");
  await page.getByTestId("sample-save").click();
  await page.getByTestId("sample-interval").waitFor();
});

test("the same items sold to two buyers count once, and twice once a recipient", async () => {
  await page.getByTestId("tab-deliveries").click();
  for (const [at, party, conduct] of [
    [0, "", "obtained"],
    [1, "买家甲", "sold"],
    [2, "买家乙", "sold"],
  ] as const) {
    await page.getByTestId("delivery-add").click();
    const line = page.getByTestId("delivery-line").nth(at);
    await line.getByTestId("delivery-tier").selectOption("C");
    await line.getByTestId("delivery-direction").selectOption(conduct);
    await line.getByTestId("delivery-party").fill(party);
    await line.getByTestId("delivery-items").fill("3000");
  }
  await expect.poll(() => page.getByTestId("delivery-counted").innerText()).toBe("6,000");
  expect(await page.getByTestId("delivery-once").innerText()).toContain("3,000");
  await expectAccessible(page, "deliveries");
  await photograph(page, "deliveries", "zh");
  await page.getByTestId("delivery-record").click();
  await page.getByTestId("delivery-table").waitFor();
});

test("in English nothing is left in Chinese but the law and the evidence", async () => {
  await page.getByTestId("language-en").first().click();
  for (const tab of ["work-list", "sampling", "deliveries"]) {
    await page.getByTestId(`tab-${tab}`).click();
    await page.getByTestId(tab).waitFor();
    await photograph(page, tab, "en");
  }
  expect(journey.problems).toEqual([]);
});
