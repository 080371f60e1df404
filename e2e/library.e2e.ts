import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTandem } from "./run-tandem.ts";
import { type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** Similar cases: judgments taken in by the command line, a question, elements matched and missed, one judgment beside the question. */
let journey: Journey;
let page: Page;
const COURIER =
  "被告人赵某某系快递公司员工，利用职务便利拍摄快递面单，将公民个人信息5200条出售给他人，获利2万元，认罪认罚并退缴违法所得，构成侵犯公民个人信息罪，情节严重。";

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

test("judgments go in by the command line, and a second time nothing is doubled", async () => {
  const file = join(journey.installation.folder, "judgments.jsonl");
  const judgments = [
    {
      id: "云岭刑初1号",
      text: "被告人钱某某购买学生及家长信息8万条，用于电话推销培训课程，联系电话13812345678，构成侵犯公民个人信息罪，情节特别严重。",
    },
    { id: "云岭刑初2号", text: COURIER.replace("赵某某", "李某某") },
    { id: "云岭刑初3号", text: "被告人孙某某醉酒驾驶小型轿车，血液中乙醇含量为160mg/100ml，构成危险驾驶罪。" },
  ];
  writeFileSync(file, judgments.map((one) => JSON.stringify(one)).join("\n"));
  const run = () => runTandem(["library", "import", file, "--json"], journey.installation.environment);
  expect(JSON.parse((await run()).out)).toMatchObject({ lines: 3, entered: 3, repeated: 0, whole: true });
  expect(JSON.parse((await run()).out)).toMatchObject({ entered: 0, repeated: 3 });
});

test("a question finds the judgment like it, tells what matched and what did not, and opens it beside the question, masked", async () => {
  await page.goto(`${journey.installation.address}/library`);
  await page.getByTestId("library-question").fill(COURIER);
  await page.getByTestId("library-find").click();
  const first = page.getByTestId("similar").first();
  await first.waitFor();
  expect(await first.innerText()).toContain("云岭刑初2号");
  expect(await first.innerText()).toContain("疑似重复");
  const school = page.getByTestId("similar").filter({ hasText: "云岭刑初1号" });
  expect(await school.locator('[data-state="matched"]').innerText()).toContain("侵犯公民个人信息罪");
  expect(await school.locator('[data-state="missed"]').innerText()).toContain("内部人员");
  expect(await school.locator('[data-state="extra"]').innerText()).toContain("情节特别严重");
  await expectAccessible(page, "similar cases");
  await photograph(page, "library", "zh");
  await page.getByTestId("language-en").first().click();
  await page.getByTestId("similar").first().waitFor();
  await photograph(page, "library", "en");
  await page.getByTestId("language-zh").first().click();
  await school.getByTestId("similar-open").click();
  const text = page.getByTestId("library-text");
  await text.waitFor();
  expect(await text.innerText()).not.toContain("13812345678");
  await photograph(page, "library-side", "zh");
  await page.getByTestId("side-by-side-close").click();
  await first.waitFor();
  expect(journey.problems).toEqual([]);
});

test("before a clue is accepted its details count the clues and judgments like it, and name the duplicates", async () => {
  for (const title of ["快递站点泄露面单", "快递站点面单外泄"]) {
    await page.goto(`${journey.installation.address}/clues?new=1`);
    await page.getByTestId("clue-title").fill(title);
    await page.getByTestId("clue-summary").fill(COURIER);
    await page.getByTestId("clue-source").fill("群众举报");
    await page.getByTestId("register-submit").click();
    await page.getByTestId("clue-panel").waitFor();
  }
  const likeness = page.getByTestId("clue-likeness");
  await likeness.getByText("快递站点泄露面单").waitFor();
  expect(await likeness.innerText()).toContain("疑似重复：要素全部相同");
  expect(await likeness.innerText()).toContain("云岭刑初2号");
  await likeness.scrollIntoViewIfNeeded();
  await photograph(page, "library-clue", "zh");
});
