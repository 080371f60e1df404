import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { JUDGMENT } from "#case-documents/judgment.builder.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/**
 * One matter through the whole product, by the links each screen offers: a judgment is read, its prompt becomes a criminal and a public-interest track, the latter is
 * investigated and leads to a recommendation, which goes out as a numbered document, is answered, checked and closed; the track ends, and the record holds.
 */
const NAME = "云岭县法院刑事判决书.txt";
const ORGAN = "临江市东湖区邮政管理局";
const PROBLEM = "抽查五十张快递面单，收件人姓名、电话均未遮盖";
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
let journey: Journey;
let pil: Page;
let leader: Page;

beforeAll(async () => {
  journey = await startJourney();
  [pil, leader] = [await signedIn("lin.an"), await signedIn("he.yan")];
}, 300_000);
afterAll(() => journey?.end());

async function signedIn(account: string): Promise<Page> {
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const { page } = await openPage(context, journey.installation.address, "zh");
  await signInOn(page, account, PASSWORD);
  return page;
}

const stepOf = (step: string) => pil.locator(`[data-testid="next-step"][data-step="${step}"]`);
async function take(step: string, answers: Readonly<Record<string, string | boolean>>): Promise<void> {
  await stepOf(step).getByTestId("step-take").click();
  const form = stepOf(step).getByTestId("step-form");
  for (const [field, answer] of Object.entries(answers)) {
    const control = form.getByTestId(`field-${field}`);
    if (typeof answer === "boolean") await control.locator(`input[value="${answer ? "yes" : "no"}"]`).check();
    else if (await control.evaluate((element) => element.tagName === "SELECT")) await control.selectOption(answer);
    else await control.fill(answer);
  }
  await form.getByTestId("step-submit").click();
  await form.waitFor({ state: "detached" });
}
const act = async (page: Page, name: string, values: Readonly<Record<string, string>> = {}) => {
  await page.getByTestId(`act-${name}`).click();
  for (const [field, value] of Object.entries(values)) await page.getByTestId(`act-${field}`).fill(value);
  await page.getByTestId("act-save").click();
  await page.getByTestId("act-save").waitFor({ state: "detached" });
};

test("a judgment is read, its prompt confirmed and accepted on two tracks, and the clue leads to them", async () => {
  const { page, caseAddress } = journey;
  await page.goto(`${caseAddress}/case-documents`);
  await page.getByTestId("document-input").setInputFiles({ name: NAME, mimeType: "text/plain", buffer: Buffer.from(JUDGMENT) });
  const row = page.getByTestId("document-row").first();
  await row.locator('[data-status="done"]').waitFor();
  await row.getByTestId("open-document").click();
  const prompt = page.getByTestId("prompt").filter({ hasText: "行政公益诉讼" });
  await prompt.getByTestId("clue-confirm").click();
  await prompt.getByRole("link", { name: "在线索队列中查看" }).click();
  const panel = page.getByTestId("clue-panel");
  await panel.getByTestId("clue-accept").click();
  const tracks = panel.getByTestId("accept-procedure");
  await tracks.nth(0).getByTestId("accept-handler").selectOption({ label: "林安" });
  await page.getByTestId("accept-add").click();
  await tracks.nth(1).getByTestId("accept-kind").selectOption("criminal");
  await tracks.nth(1).getByTestId("accept-handler").selectOption({ label: "陈默" });
  await panel.getByTestId("clue-submit").click();
  await panel.getByTestId("clue-tracks").waitFor();
  await photograph(page, "journey-clue", "zh");
  await panel.getByTestId("clue-sentence-open").first().click();
  await page.getByTestId("page-text").first().waitFor();
  await page.goBack();
  await panel.getByTestId("clue-tracks").click();
  await page.locator('[data-testid="track"]').waitFor();
  expect(await page.getByTestId("track-choose").count()).toBe(2);
});

test("the public-interest track is filed and investigated; the step of the recommendation leads to its draft", async () => {
  await pil.goto(`${journey.caseAddress}/procedures`);
  await pil.getByTestId("track-choose").filter({ hasText: "行政公益诉讼" }).click();
  await take("file", { document: "东湖检行公立〔2026〕1号", matterOnly: false, organ: ORGAN });
  await take("record-investigation", { way: "inspect", officers: "2", finding: PROBLEM });
  await take("conclude-investigation", { proposal: "提出检察建议" });
  const next = stepOf("recommend").getByTestId("step-elsewhere");
  await next.waitFor();
  await photograph(pil, "journey-track", "zh");
  await next.getByRole("link").click();
  await pil.getByTestId("draft-taken").waitFor();
});

test("the draft begins with organ, source and finding of the case: only law and measure are typed", async () => {
  expect(await pil.getByTestId("draft-type").inputValue()).toBe("public-interest");
  expect(await pil.getByTestId("draft-addressee").inputValue()).toBe(ORGAN);
  expect(await pil.getByTestId("draft-text-source").inputValue()).toContain("12号");
  expect(await pil.getByTestId("draft-title").inputValue()).toBe(`督促${ORGAN}依法履行职责`);
  expect(await pil.getByTestId("finding-problem").inputValue()).toBe(PROBLEM);
  await photograph(pil, "journey-draft", "zh");
  await expectAccessible(pil, "a draft from the case");
  await pil.getByTestId("finding-law").fill("个人信息保护法 第五十一条");
  await pil.getByTestId("measure-add").click();
  await pil.getByTestId("measure-text").fill("督促快递企业启用隐私面单");
  await pil.getByTestId("measure-shows").fill("抽查面单无未遮盖的电话");
  await pil.getByTestId("measure-method").fill("到站点随机抽查");
  await pil.getByTestId("measure-by").fill("2026-12-31");
  await pil.getByTestId("measure-limit").check();
  await pil.getByTestId("measure-what").fill("未遮盖面单");
  await pil.getByTestId("measure-sample").fill("50");
  await pil.getByTestId("draft-save").click();
  await pil.getByTestId("recommendation").waitFor();
  expect(await pil.getByTestId("recommendation-missing").count()).toBe(0);
  expect(await pil.getByTestId("recommendation-track").innerText()).toContain("行政公益诉讼");
});

test("it is approved, written as a document that takes its number, and goes out: the reply day runs and the track has its step", async () => {
  await leader.goto(pil.url());
  await act(leader, "approve");
  await pil.reload();
  await pil.getByTestId("act-issue").click();
  await pil.getByTestId("issue-document").click();
  await pil.getByTestId("document").waitFor();
  for (const field of await pil.locator('.document-fields [data-testid^="field-"]').all())
    if ((await field.inputValue()) === "") await field.fill("已查明");
  await pil.getByTestId("fields-save").click();
  // Saved: nothing is left to be saved, and what follows can be pressed.
  await pil.getByTestId("fields-save").and(pil.locator(":disabled")).waitFor();
  await pil.getByTestId("act-submit").and(pil.locator(":enabled")).click();
  await pil.locator('[data-testid="document"][data-status="submitted"]').waitFor();
  await leader.goto(pil.url());
  await leader.getByTestId("act-approve").click();
  await leader.getByTestId("act-confirm").click();
  await leader.locator('[data-testid="document"][data-status="approved"]').waitFor();
  await pil.reload();
  await pil.getByTestId("act-issue").click();
  await pil.getByTestId("act-confirm").click();
  await pil.locator('[data-testid="document"][data-status="issued"]').waitFor();
  await photograph(pil, "journey-document", "zh");
  await pil.getByTestId("document-recommendation").getByRole("link").click();
  await pil.getByTestId("issue-next").waitFor();
  await pil.getByTestId("act-issue").click();
  expect(await pil.getByTestId("act-deliveredOn").inputValue(), "the day it was issued is not typed again").toBe(TODAY);
  await pil.getByTestId("act-save").click();
  await pil.getByTestId("recommendation-status").filter({ hasText: "已发出" }).waitFor();
  await pil.getByText("回复期限").first().waitFor();
  await pil.getByTestId("recommendation-track").click();
  await pil.locator('[data-testid="taken-step"][data-step="recommend"]').filter({ hasText: "检建〔" }).waitFor();
  await pil.goto(`${journey.installation.address}/deadlines`);
  await pil.getByTestId("wall").waitFor();
});

test("the organ's reply is recorded, its effect checked by a count, and the recommendation closed", async () => {
  await pil.goto(`${journey.caseAddress}/recommendations`);
  await pil.getByTestId("recommendation-open").click();
  await act(pil, "file");
  await act(pil, "reply", { summary: "已督促全部站点启用隐私面单" });
  await pil.getByTestId("recommendation-track-next").waitFor();
  await pil.getByTestId("measure-check").click();
  await pil.getByTestId("check-sample").fill("50");
  await pil.getByTestId("check-count").fill("0");
  await pil.getByTestId("check-met").check();
  await pil.getByTestId("check-found").fill("抽查五十张，均已遮盖");
  await pil.getByTestId("check-save").click();
  await pil.getByTestId("measure-standing").filter({ hasText: "达标" }).waitFor();
  await act(pil, "close");
  await pil.getByTestId("recommendation-status").filter({ hasText: "已办结" }).waitFor();
  await pil.evaluate(() => scrollTo(0, 0));
  await photograph(pil, "journey-closed", "zh");
  await expectAccessible(pil, "a closed recommendation");
});

test("the way on leads to the track, which is reviewed and ended", async () => {
  await pil.getByTestId("recommendation-track-next").getByRole("link").click();
  await pil.locator('[data-testid="track"][data-kind="administrative-pil"]').waitFor();
  await take("follow-up", { endsOn: TODAY });
  await take("terminate", { ground: "measures-taken", reason: "整改完成，公益得到保护" });
  await pil.getByTestId("track-state").filter({ hasText: "终结" }).waitFor();
  await photograph(pil, "journey-ended", "zh");
});

test("the boards and the full chain show it, and the record verifies", async () => {
  await pil.getByTestId("tracks-picture").click();
  await pil.getByTestId("twin-picture").waitFor();
  await photograph(pil, "journey-chain", "zh");
  await pil.goto(`${journey.installation.address}/recommendations`);
  const row = pil.getByTestId("board-row").filter({ hasText: ORGAN });
  await row.waitFor();
  expect(await row.getByTestId("effect-dial").getAttribute("data-met")).toBe("1");
  await journey.page.goto(`${journey.installation.address}/clues/capture`);
  await journey.page.getByTestId("funnel").waitFor();
  await photograph(journey.page, "journey-funnel", "zh");
  const auditor = await signedIn("qian.shen");
  await auditor.goto(`${journey.installation.address}/audit`);
  await auditor.getByTestId("audit-verify").click();
  await auditor.getByTestId("audit-result").waitFor();
  expect(await auditor.getByTestId("audit-result").getAttribute("data-holds")).toBe("true");
  expect(journey.problems).toEqual([]);
});
