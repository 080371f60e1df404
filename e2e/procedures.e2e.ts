import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Both tracks of a case in the browser: a prosecution with its two returns, and public-interest litigation up to the recommendation and its clock. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
  await page.goto(`${journey.caseAddress}/procedures`);
}, 300_000);
afterAll(() => journey?.end());

async function openTrack(kind: string, handler: string): Promise<void> {
  await page.getByTestId("track-new").click();
  await page.getByTestId("track-kind").selectOption(kind);
  await page.getByTestId("track-handler").selectOption({ label: handler });
  await page.getByTestId("track-on").fill("2026-11-02");
  await page.getByTestId("track-submit").click();
  await page.locator(`[data-testid="track"][data-kind="${kind}"]`).waitFor();
}

const taken = (step: string) => page.locator(`[data-testid="taken-step"][data-step="${step}"]`).first();
const stepOf = (at: Page, step: string) => at.locator(`[data-testid="next-step"][data-step="${step}"]`);

type Answers = Readonly<Record<string, string | boolean>>;

async function fillStep(form: Locator, on: string, answers: Answers): Promise<void> {
  await form.getByTestId("step-on").fill(on);
  for (const [field, answer] of Object.entries(answers)) {
    const control = form.getByTestId(`field-${field}`);
    if (typeof answer === "boolean") await control.locator(`input[value="${answer ? "yes" : "no"}"]`).check();
    else if (await control.evaluate((element) => element.tagName === "SELECT")) await control.selectOption(answer);
    else await control.fill(answer);
  }
}

async function take(at: Page, step: string, on: string, answers: Answers = {}): Promise<void> {
  await stepOf(at, step).getByTestId("step-take").click();
  const form = stepOf(at, step).getByTestId("step-form");
  await fillStep(form, on, answers);
  await form.getByTestId("step-submit").click();
  await form.waitFor({ state: "detached" });
}

/** Holds back every reading of the case's clocks (what a change waits for, beside the list of its steps) until it is told to go on. */
async function holdClocks(at: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await at.route(/\/api\/cases\/[^/]+\/deadlines/, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

test("a criminal track is opened, and a question that nobody answered is asked for beside its field", async () => {
  await page.getByTestId("tracks-empty").waitFor();
  await photograph(page, "procedures-empty", "zh");
  await openTrack("criminal", "陈默");
  await stepOf(page, "receive-for-prosecution").getByTestId("step-take").click();
  await page.getByTestId("step-on").fill("2026-11-03");
  await page.getByTestId("step-submit").click();
  expect(await page.getByTestId("step-form").innerText()).toContain("请回答是或者否");
  expect(await page.getByTestId("step-form").innerText()).toContain("在押期间的期限不因节假日顺延");
  await page.reload();
  await stepOf(page, "receive-for-prosecution").getByTestId("step-take").click();
  expect(await page.getByTestId("step-on").inputValue()).toBe("2026-11-03");
  await page.getByTestId("step-form").getByText("取消").click();
  await take(page, "receive-for-prosecution", "2026-11-03", { detained: true, document: "云公诉〔2026〕12号" });
  await page.locator('[data-testid="step-clock"][data-rule="CR-PROS-1M"]').waitFor();
  expect(await page.getByTestId("track-state").innerText()).toBe("审查起诉");
});

test("an answer that comes late says what was done, and shuts no form but its own", async () => {
  const outline = { outline: "调取云盘登录日志，证明下载条数", detained: true };
  let goOn = await holdClocks(page);
  await stepOf(page, "return-for-supplement").getByTestId("step-take").click();
  await fillStep(page.getByTestId("step-form"), "2026-11-05", outline);
  await page.getByTestId("step-submit").click();
  // The list is read anew, the clocks are not: the answer of the first step is still on its way to its form.
  const next = stepOf(page, "receive-supplement");
  await next.getByTestId("step-take").click();
  await fillStep(next.getByTestId("step-form"), "2026-11-09", { detained: true });
  await next.getByTestId("step-note").fill("案卷三册");
  expect(await page.getByTestId("track-said").innerText()).not.toContain("退回补充侦查");
  goOn();
  await page.getByTestId("track-said").filter({ hasText: "退回补充侦查" }).waitFor();
  expect(await next.getByTestId("step-note").inputValue()).toBe("案卷三册");

  // The same where a step is corrected while another correction is on its way.
  await next.getByTestId("step-submit").click();
  await next.getByTestId("step-form").waitFor({ state: "detached" });
  goOn = await holdClocks(page);
  const [supplement, returned] = [taken("receive-supplement"), taken("return-for-supplement")];
  await supplement.getByTestId("step-correct").click();
  await supplement.getByTestId("correct-on").fill("2026-11-10");
  await supplement.getByTestId("correct-reason").fill("收案登记为次日");
  await supplement.getByTestId("correct-submit").click();
  await supplement.getByText("更正：原为 2026-11-09").waitFor();
  await returned.getByTestId("step-correct").click();
  await returned.getByTestId("correct-reason").fill("尚在核对");
  goOn();
  await page.getByTestId("track-said").filter({ hasText: "2026-11-10" }).waitFor();
  expect(await returned.getByTestId("correct-reason").inputValue()).toBe("尚在核对");
  await returned.getByText("取消").click();
});

test("two returns go through; the third is shown with the reason, and cannot be pressed", async () => {
  await take(page, "return-for-supplement", "2026-11-12", { outline: "核实下载条数与买家名单", detained: true });
  await take(page, "receive-supplement", "2026-11-18", { detained: true });
  const third = stepOf(page, "return-for-supplement");
  expect(await third.getByTestId("step-take").isDisabled()).toBe(true);
  expect(await third.innerText()).toContain("退回补充侦查以二次为限");
  await expectAccessible(page, "procedures of a case");
  await photograph(page, "procedures", "zh");
});

test("a corrected step says from where, and its clock moves", async () => {
  await page.locator('[data-testid="taken-step"][data-step="receive-supplement"]').first().getByTestId("step-correct").click();
  await page.getByTestId("correct-on").fill("2026-11-17");
  await page.getByTestId("correct-reason").fill("案卷实为前一日收到");
  await page.getByTestId("correct-submit").click();
  await page.getByText("更正：原为 2026-11-18").waitFor();
  // The clocks are read beside the steps, and may come a moment later.
  await page.locator('[data-testid="taken-step"][data-step="receive-supplement"]').first().filter({ hasText: "2026-12-17" }).waitFor();
});

test("public-interest litigation runs beside it to the recommendation, and its clock stands on the wall", async () => {
  await openTrack("administrative-pil", "林安");
  const other = await journey.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", reducedMotion: "reduce" });
  const { page: pil, problems } = await openPage(other, journey.installation.address, "zh");
  await signInOn(pil, "lin.an", PASSWORD);
  await pil.goto(`${journey.caseAddress}/procedures`);
  await pil.getByTestId("track-choose").filter({ hasText: "行政公益诉讼" }).click();
  await take(pil, "file", "2026-11-04", { document: "云检行公立〔2026〕12号", matterOnly: false, organ: "云岭县网信办" });
  expect(await stepOf(pil, "conclude-investigation").innerText()).toContain("尚无任何调查记录");
  await take(pil, "record-investigation", "2026-11-06", { way: "question", officers: "2", finding: "询问监管人员，核实检查记录" });
  await take(pil, "conclude-investigation", "2026-11-12", { proposal: "提出检察建议" });
  await take(pil, "recommend", "2026-11-16", { document: "云检行公建〔2026〕3号", deliveredOn: "2026-11-17", urgent: false });
  expect(await pil.locator('[data-testid="step-clock"][data-rule="PI-REC-REPLY"]').innerText()).toContain("2027-01-18");
  await pil.getByTestId("language-en").first().click();
  await photograph(pil, "procedures", "en");
  await pil.goto(`${journey.installation.address}/deadlines`);
  // The wall tells days one by one for some weeks; what lies beyond stands in one column.
  await pil.locator('[data-testid="wall-others"] [data-testid="wall-day"]:is([data-bucket="later"], [data-bucket="2027-01-18"])').click();
  await pil.getByText("2027-01-18").first().waitFor();
  expect([...problems, ...journey.problems]).toEqual([]);
  await other.close();
});

test("both tracks stand on one line of time with the facts they share, as a picture and as a table", async () => {
  await page.reload();
  await page.getByTestId("tracks-picture").click();
  await page.getByTestId("twin-picture").waitFor();
  const lanes = await page.getByTestId("gantt-lane").allInnerTexts();
  expect(lanes.join("\n")).toMatch(/证据入库[\s\S]*刑事[\s\S]*补充侦查完毕移送[\s\S]*行政公益诉讼[\s\S]*提出检察建议/);
  await expectAccessible(page, "both tracks");
  await photograph(page, "twin-tracks", "zh");
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByTestId("gantt-svg").click()]);
  const drawn = readFileSync(await svg.path(), "utf8");
  for (const said of ["补充侦查完毕移送", "刑事", "行政公益诉讼"]) expect(drawn).toContain(said);
  const [png] = await Promise.all([page.waitForEvent("download"), page.getByTestId("gantt-png").click()]);
  const picture = readFileSync(await png.path());
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), png.suggestedFilename().endsWith("-tracks.png")]).toEqual([
    "PNG",
    2400,
    true,
  ]);
  mkdirSync("var/screens", { recursive: true });
  writeFileSync("var/screens/twin-tracks.download.png", picture);
  await page.getByTestId("twin-table").click();
  expect(await page.getByTestId("twin-picture").locator("tbody tr").count()).toBeGreaterThan(12);
  expect(journey.problems).toEqual([]);
});

test("the list of tracks is filtered by kind, walked with the keyboard, and leads to its track", async () => {
  await page.goto(`${journey.installation.address}/procedures`);
  await page.getByTestId("procedure-row").first().waitFor();
  expect(await page.getByTestId("procedure-row").count()).toBe(2);
  await photograph(page, "procedure-list", "zh");
  await page.getByTestId("procedures-kind").selectOption("administrative-pil");
  await page.getByTestId("procedures-total").getByText("1 条").waitFor();
  await page.keyboard.press("Tab");
  await page.getByTestId("procedure-row").first().focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-testid="track"][data-kind="administrative-pil"]').waitFor();
});
