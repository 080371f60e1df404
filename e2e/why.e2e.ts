import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { countCase, type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** From a count to a draft to its tree to a row, and the tree on paper. */
const Counts = z.object({ items: z.array(z.object({ id: z.string() })) });
let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  await countCase(journey);
}, 300_000);
afterAll(() => journey?.end());

test("a draft begins with facts that bring their source along, and says that its count is not proved", async () => {
  const { page, caseAddress } = journey;
  await page.goto(`${caseAddress}/assessment?new=1`);
  await page.getByTestId("fact-source-list").waitFor();
  expect(await page.getByTestId("fact-from-count").count()).toBeGreaterThan(2);
  expect(await page.getByTestId("not-proved").innerText()).toContain("尚未核实完毕");
  await page.getByTestId("fact-actDate").fill("2024-03-01");
  await page.getByTestId("source-none").first().waitFor();
  await page.getByTestId("fact-source-list").scrollIntoViewIfNeeded();
  await expectAccessible(page, "sources of facts");
  await photograph(page, "fact-sources", "zh");
});

test("a person names a place in the evidence, or only a statement; a changed number loses its source", async () => {
  const { page } = journey;
  await page.getByTestId("source-edit-actDate").click();
  await page.getByTestId("source-set").click();
  await page.getByText("请选择证据并填写位置").waitFor();
  await page.getByTestId("source-evidence-item").selectOption({ index: 1 });
  await page.getByTestId("source-place-page").fill("3");
  await photograph(page, "fact-source-form", "zh");
  await page.getByTestId("source-set").click();
  await page.getByTestId("fact-from-evidence").waitFor();
  const counted = await page.getByTestId("fact-from-count").count();
  const items = page.getByTestId("fact-items").first();
  const before = await items.inputValue();
  await items.fill("7");
  await expect.poll(() => page.getByTestId("fact-from-count").count()).toBe(counted - 1);
  await items.fill(before);
  await expect.poll(() => page.getByTestId("fact-from-count").count()).toBe(counted);
  await page.getByTestId("save-draft").click();
  await page.locator('[data-testid="save-draft"][disabled]').waitFor();
  await page.reload();
  await page.getByTestId("fact-from-evidence").waitFor();
  expect(await page.getByTestId("fact-from-count").count()).toBe(counted);
});

test("the tree leads from the conclusion to the masked rows with one click, and by keyboard", async () => {
  const { page } = journey;
  await page.getByTestId("tree-link").first().click();
  const tree = page.getByTestId("assessment-tree");
  await tree.waitFor();
  expect(await tree.getByTestId("tree-status").innerText()).toContain("未经任何人签署");
  expect(await tree.getByTestId("not-proved").count()).toBe(1);
  await expectAccessible(page, "why-tree");
  await photograph(page, "why-tree", "zh");
  await page.keyboard.press("Tab");
  await tree.getByTestId("tree-open-all").focus();
  await page.keyboard.press("j");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-expanded"))).toBe("true");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-expanded"))).toBe("false");
  await page.keyboard.press("ArrowRight");
  await tree.getByTestId("fact-from-count").first().click();
  await page.getByTestId("rows-panel").waitFor();
  const row = await page.getByTestId("count-row").first().innerText();
  expect(row).toMatch(/第 ?[\d,]+ ?行/);
  expect(row).toContain("*");
  await photograph(page, "why-row", "zh");
  await page.goBack();
  await tree.waitFor();
});

test("on paper the whole tree stands, closed nodes too, with who drafted it and that it is a draft", async () => {
  const { page } = journey;
  const shown = () => page.getByTestId("tree-fact").evaluateAll((facts) => facts.filter((fact) => fact.getClientRects().length > 0).length);
  const [onScreen, all] = [await shown(), await page.getByTestId("tree-fact").count()];
  expect(onScreen).toBeLessThan(all);
  await page.emulateMedia({ media: "print" });
  expect(await shown()).toBe(all);
  expect(await page.getByTestId("tree-print").isVisible()).toBe(false);
  await page.getByText("机器辅助草案").waitFor();
  await photograph(page, "why-print", "zh");
  const pages = (await page.pdf({ format: "A4", printBackground: true })).toString("latin1").match(/\/Type \/Page\b/g);
  expect(pages?.length).toBeGreaterThan(1);
  await page.emulateMedia({ media: "screen" });
});

test("signed, the sheet names who signed it, when and why, and still says that its count is not proved", async () => {
  const { page, caseAddress } = journey;
  await page.goto(`${caseAddress}/assessment`);
  await page.getByTestId("sign-button").click();
  const dialog = page.getByTestId("sign-dialog");
  await dialog.getByTestId("not-proved").waitFor();
  await dialog.getByTestId("sign-note").fill("已核对来源（虚构）");
  await photograph(page, "why-sign", "zh");
  await dialog.getByTestId("sign-submit").click();
  await page.getByTestId("signature").waitFor();
  await page.getByTestId("signature").getByTestId("tree-link").click();
  const tree = page.getByTestId("assessment-tree");
  await tree.waitFor();
  expect(await tree.getByTestId("tree-status").innerText()).toMatch(/陈默 于 .+ 签署：已核对来源/);
  expect(await tree.innerText()).not.toContain("草案，未经");
  expect(await tree.getByTestId("not-proved").count()).toBe(1);
  await photograph(page, "why-signed", "zh");
});

test("in English the tree is a translation; the count's answer tells no group of persons", async () => {
  const { page, context, installation, caseAddress } = journey;
  await page.getByTestId("language-en").first().click();
  await page.getByTestId("tree-open-all").click();
  await page.getByTestId("tree-status").filter({ hasText: "Signed by 陈默" }).waitFor();
  await photograph(page, "why-tree", "en");
  const { items } = Counts.parse(
    await (await context.request.get(`${installation.address}/api/counts?caseId=${caseAddress.split("/").at(-1)}`)).json(),
  );
  const answer = await (await context.request.get(`${installation.address}/api/counts/${items[0]?.id}`)).text();
  expect(answer).toContain('"ledger"');
  expect(answer).not.toMatch(/"groups"|"under14"|"women"/);
  expect(journey.problems).toEqual([]);
});
