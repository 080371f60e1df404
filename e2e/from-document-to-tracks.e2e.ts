import { afterAll, beforeAll, expect, test } from "vitest";
import { JUDGMENT } from "#case-documents/judgment.builder.ts";
import { type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** The whole way of one invented judgment: read, prompted, confirmed, accepted on two tracks, and found again as a similar case. */
const NAME = "云岭县法院刑事判决书.txt";
let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
}, 300_000);
afterAll(() => journey?.end());

test("a judgment becomes facts at their sentences, a prompt, a clue, a criminal and a public-interest track of its case, and a similar case", async () => {
  const { page, caseAddress, installation } = journey;
  await page.goto(`${caseAddress}/case-documents`);
  await page.getByTestId("document-input").setInputFiles({ name: NAME, mimeType: "text/plain", buffer: Buffer.from(JUDGMENT) });
  const row = page.getByTestId("document-row").first();
  await row.locator('[data-status="done"]').waitFor();
  await row.getByTestId("open-document").click();
  expect(await page.getByTestId("fact-note").filter({ hasText: "58,600 条" }).innerText()).toContain("共计出售公民个人信息58600条");

  const prompt = page.getByTestId("prompt").filter({ hasText: "行政公益诉讼" });
  await prompt.getByTestId("clue-confirm").click();
  await prompt.and(page.locator('[data-status="queued"]')).waitFor();
  await prompt.getByRole("link", { name: "在线索队列中查看" }).click();

  const panel = page.getByTestId("clue-panel");
  await panel.getByTestId("clue-accept").click();
  const likeness = panel.getByTestId("likeness-counts");
  await likeness.waitFor();
  expect(await likeness.innerText(), "neither the document it was read from nor its other prompts are duplicates").toMatch(
    /裁判文书 0 条$/,
  );
  const tracks = panel.getByTestId("accept-procedure");
  await tracks.nth(0).getByTestId("accept-handler").selectOption({ label: "林安" });
  await page.getByTestId("accept-add").click();
  await tracks.nth(1).getByTestId("accept-kind").selectOption("criminal");
  await tracks.nth(1).getByTestId("accept-handler").selectOption({ label: "陈默" });
  await photograph(page, "accept", "zh");
  await panel.getByTestId("clue-submit").click();
  await panel.getByText("已启动 2 个程序").waitFor();
  await expectAccessible(page, "an accepted clue");

  await page.goto(`${installation.address}/clues?status=accepted`);
  await page.getByTestId("clue-row").filter({ hasText: "云岭县法院刑事判决书" }).waitFor();
  await page.goto(`${caseAddress}/procedures`);
  for (const track of ["刑事", "行政公益诉讼"])
    await page
      .getByTestId("track-choose")
      .filter({ hasText: new RegExp(`^${track}.*${NAME.replace(".txt", "")}`, "s") })
      .waitFor();
  await photograph(page, "accepted-procedures", "zh");

  await page.goto(`${installation.address}/library`);
  await page
    .getByTestId("library-question")
    .fill("快递公司员工利用职务便利导出面单并出售公民个人信息五万余条，构成侵犯公民个人信息罪，情节特别严重。");
  await page.getByTestId("library-find").click();
  await page.getByTestId("similar").filter({ hasText: NAME }).first().waitFor();
  await photograph(page, "similar-case-document", "zh");
  expect(journey.problems).toEqual([]);
});
