import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { signIn } from "./api-client.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** A recommendation from finding to effect: drafted, reviewed, approved by a leader, issued, answered, and found not done at the re-check. */
const Written = z.object({ version: z.number(), fields: z.array(z.object({ id: z.string(), value: z.string(), mandatory: z.boolean() })) });
let journey: Journey;
let page: Page;
let address: string;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

const fill = (testId: string, value: string) => page.getByTestId(testId).first().fill(value);
async function act(on: Page, name: string, values: Readonly<Record<string, string>>): Promise<void> {
  await on.getByTestId(`act-${name}`).click();
  for (const [field, value] of Object.entries(values)) await on.getByTestId(`act-${field}`).fill(value);
  await on.getByTestId("act-save").click();
  await on.getByTestId("act-save").waitFor({ state: "detached" });
}

/** The 检察建议书 drafted at the approval goes its own way to its number: filled in, submitted, approved, issued. */
async function issueDocument(): Promise<void> {
  const id = new URL((await page.getByTestId("issue-document").getAttribute("href")) ?? "", page.url()).searchParams.get("document");
  const [prosecutor, leader] = await Promise.all([
    signIn(journey.installation.address, "chen.mo", PASSWORD),
    signIn(journey.installation.address, "he.yan", PASSWORD),
  ]);
  const read = async () => Written.parse(await prosecutor.get(`/legal-documents/${id}`));
  const { fields } = await read();
  const empty = fields.filter(({ mandatory, value }) => mandatory && value === "").map((field) => [field.id, "已查明"]);
  const acts = [
    [prosecutor, { type: "edit", fields: Object.fromEntries(empty), body: null }],
    [prosecutor, { type: "submit" }],
    [leader, { type: "approve", note: "" }],
    [prosecutor, { type: "issue", on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }],
  ] as const;
  for (const [client, action] of acts)
    await client.post(`/legal-documents/${id}/actions`, { expectedVersion: (await read()).version, action });
}

test("a draft without what the law asks for is kept and says what is missing", async () => {
  await page.goto(`${journey.caseAddress}/recommendations`);
  await page.getByTestId("recommendations-empty").waitFor();
  await photograph(page, "recommendations-empty", "zh");
  await page.getByTestId("recommendation-new").click();
  await page.getByTestId("draft-type").selectOption("social-governance");
  await fill("draft-title", "某快递站点面单个人信息保护");
  await fill("draft-addressee", "云岭某快递有限公司");
  await page.getByTestId("draft-relation").selectOption("involved-unit");
  await fill("finding-problem", "面单未作去标识化处理，收件人姓名、电话外露");
  await page.getByTestId("draft-save").click();
  await page.getByTestId("recommendation-missing").filter({ hasText: "情形" }).waitFor();
  await expectAccessible(page, "a draft of a recommendation");
});

test("problem, evidence, law and measure with its test complete the draft", async () => {
  await page.getByTestId("act-revise").click();
  await fill("draft-text-source", "在办理本案中发现");
  await page.getByTestId("draft-trigger-no-prevention").check();
  await fill("draft-objection", "15");
  await fill("evidence-label", "现场检查笔录");
  await page.getByTestId("evidence-add").click();
  await fill("finding-law", "个人信息保护法 第五十一条");
  await page.getByTestId("measure-add").click();
  await fill("measure-text", "面单启用隐私号码，不再外露电话");
  await page.getByTestId("draft-save").click();
  await page.getByTestId("draft-incomplete").filter({ hasText: "问题1建议1的验收标准" }).waitFor();
  await fill("measure-shows", "抽查面单无未遮盖的电话");
  await fill("measure-method", "到站点随机抽查");
  await fill("measure-by", "2026-12-31");
  await page.getByTestId("measure-limit").check();
  await fill("measure-what", "未遮盖面单");
  await fill("measure-sample", "50");
  await page.getByTestId("recheck-add").click();
  await fill("measure-recheck", "2027-03-01");
  await page.evaluate(() => scrollTo(0, 0));
  await photograph(page, "recommendation-form", "zh");
  await expectAccessible(page, "the form of a recommendation");
  await page.getByTestId("draft-save").click();
  await page.getByTestId("recommendation").waitFor();
  expect(await page.getByTestId("recommendation-missing").count()).toBe(0);
  await act(page, "review", { reviewer: "法律政策研究室 李研" });
  address = page.url();
});

test("a leader approves, the prosecutor issues, the unit answers, and the re-check finds it not done", async () => {
  const context = await journey.browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: "Asia/Shanghai" });
  const { page: desk } = await openPage(context, journey.installation.address, "zh");
  await signInOn(desk, "he.yan", PASSWORD);
  await desk.goto(address);
  await act(desk, "approve", {});
  expect(await desk.getByTestId("recommendation-approved").innerText()).toContain("何砚");
  await context.close();
  await page.reload();
  await page.getByTestId("act-issue").click();
  await page.getByTestId("issue-number").filter({ hasText: "尚未签发" }).waitFor();
  await photograph(page, "recommendation-number", "zh");
  await issueDocument();
  await page.reload();
  await page.getByTestId("act-issue").click();
  await page.getByTestId("issue-number").filter({ hasText: "检建〔" }).waitFor();
  expect(await page.getByTestId("act-number").count(), "nothing is typed").toBe(0);
  await page.getByTestId("act-save").click();
  await page.getByTestId("act-save").waitFor({ state: "detached" });
  await page.getByTestId("recommendation").getByText("检建〔").first().waitFor();
  await act(page, "reply", { summary: "已全部整改到位" });
  await page.getByTestId("measure-check").click();
  await page.getByTestId("check-sample").fill("50");
  await page.getByTestId("check-count").fill("3");
  await page.getByTestId("check-suggestion").filter({ hasText: "未达到标准" }).waitFor();
  await page.getByTestId("check-met").check();
  await page.getByTestId("check-found").fill("到站点抽查五十张，三张仍外露电话");
  await page.getByTestId("check-save").click();
  await page.getByTestId("form-problem").filter({ hasText: "不能记为达标" }).waitFor();
  await page.getByTestId("check-not-met").check();
  await page.getByTestId("check-save").click();
  await page.getByTestId("measure-standing").filter({ hasText: "未达标" }).waitFor();
});

test("the dial shows the effect below the reply, on the case and on the board", async () => {
  const dial = page.getByTestId("effect-dial");
  expect([await dial.getAttribute("data-met"), await dial.getAttribute("data-measures")]).toEqual(["0", "1"]);
  expect(await page.getByTestId("replied-figure").innerText()).toContain("已回复 1 次");
  await expectAccessible(page, "a recommendation");
  await page.evaluate(() => scrollTo(0, 0));
  await photograph(page, "recommendation", "zh");
  await page.getByTestId("language-en").first().click();
  await photograph(page, "recommendation", "en");
  await page.goto(`${journey.installation.address}/recommendations`);
  await page.getByTestId("board-row").first().waitFor();
  expect(await page.getByTestId("board-row").first().getByTestId("effect-dial").getAttribute("data-met")).toBe("0");
  await photograph(page, "recommendation-board", "en");
  await page.getByTestId("language-zh").first().click();
  await expectAccessible(page, "the board of recommendations");
  await photograph(page, "recommendation-board", "zh");
  await page.getByTestId("board-due").selectOption("reply");
  await page.getByTestId("board-empty").waitFor();
  await page.getByTestId("board-due").selectOption("recheck");
  await page.getByTestId("board-row").filter({ hasText: "2027-03-01" }).waitFor();
  expect(journey.problems).toEqual([]);
});
