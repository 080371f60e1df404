import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ApiRefusal, signIn } from "./api-client.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** From the report of a clue to two tracks of one case, handed to the public-interest department with receipt on the way. */
const TITLE = "某快递站点面单外泄（虚构）";
const Made = z.object({ id: z.string(), version: z.number() });
let journey: Journey;
const pages = new Map<string, Page>();

beforeAll(async () => {
  journey = await startJourney();
}, 240_000);
afterAll(() => journey?.end());

const at = (path: string) => `${journey.installation.address}${path}`;

/** A page of the account, signed in in a context of its own. */
async function pageOf(account: string): Promise<Page> {
  const known = account === "chen.mo" ? journey.page : pages.get(account);
  if (known !== undefined) return known;
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const { page, problems } = await openPage(context, journey.installation.address, "zh");
  journey.problems.push(...problems);
  await signInOn(page, account, PASSWORD);
  pages.set(account, page);
  return page;
}

async function openCard(page: Page): Promise<void> {
  await page.goto(at("/clues/transfers?done=1"));
  await page.getByTestId("transfer-card").filter({ hasText: TITLE }).click();
  await page.getByTestId("transfer-legs").waitFor();
}

test("a clue is registered by hand, and handed to another department with its form", async () => {
  const page = await pageOf("chen.mo");
  await page.goto(at("/clues"));
  await page.getByTestId("clues-empty").waitFor();
  await page.getByTestId("register-clue").click();
  await page.getByTestId("register-submit").click();
  expect(await page.getByTestId("register-clue-panel").innerText(), "what is missing is said beside its field").toContain("请写明来源");
  await page.getByTestId("clue-source").fill("办理刑事案件中发现");
  await page.getByTestId("clue-title").fill(TITLE);
  await page.getByTestId("clue-summary").fill("站点员工拍照外传面单三千余张");
  await page.getByTestId("register-submit").click();
  await page.getByTestId("clue-history").waitFor();
  await expectAccessible(page, "a clue");
  for (const language of ["en", "zh"] as const) {
    await page.getByTestId(`language-${language}`).first().click();
    await photograph(page, "clue", language);
  }
  // Words left in the search and a status pressed in one go: the second change of the address keeps the first, though the page was not drawn between.
  await page.getByTestId("clues-query").fill(TITLE);
  await page.getByTestId("clues-status-merged").evaluate((status: HTMLElement) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    status.click();
  });
  await page.waitForURL(/status=merged/);
  expect(new URL(page.url()).searchParams.get("query")).toBe(TITLE);
  await page.getByTestId("clue-transfer").click();
  await page.getByTestId("transfer-department").selectOption("pil");
  await page.getByTestId("hand-over-basis").fill("涉及众多人员个人信息");
  await page.getByTestId("hand-over-opinion").fill("请审查是否立案");
  await page.getByTestId("hand-over-submit").click();
  await page.getByTestId("clue-transfers").waitFor();
  await page.getByTestId("clue-panel").getByText("已移送", { exact: true }).waitFor();
});

test("case management registers and forwards it; the department gives its receipt before it decides", async () => {
  const manager = await pageOf("sun.wen");
  await openCard(manager);
  await manager.getByTestId("transfer-register").click();
  await manager.getByTestId("transfer-forward").click();
  await manager.getByTestId("transfer-status").filter({ hasText: "待签收" }).waitFor();
  const page = await pageOf("lin.an");
  await openCard(page);
  expect(await page.getByTestId("transfer-acts").innerText()).toBe("签收");
  await page.getByTestId("transfer-receive").click();
  await page.getByTestId("receive-receipt").fill("公益线索收〔2026〕1号");
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("transfer-receipt").filter({ hasText: "林安" }).waitFor();
  await expectAccessible(page, "a transfer");
  for (const language of ["en", "zh"] as const) {
    await page.getByTestId(`language-${language}`).first().click();
    await photograph(page, "transfer", language);
  }
  await page.getByTestId("transfer-accept").click();
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("transfer-status").filter({ hasText: "待反馈" }).waitFor();
  expect(await page.getByTestId("transfer-legs").locator("li").count()).toBe(5);
});

test("it is accepted by the keyboard as a criminal and a public-interest track of one new case, and the result fed back", async () => {
  const page = await pageOf("lin.an");
  await page.goto(at("/clues"));
  await page.getByTestId("clue-row").filter({ hasText: TITLE }).focus();
  await page.keyboard.press("a");
  await page.getByTestId("likeness-counts").waitFor();
  await page.getByTestId("accept-number").fill("东湖检公受〔2026〕1号");
  await page.getByTestId("accept-add").click();
  const tracks = page.getByTestId("accept-procedure");
  await tracks.nth(0).getByTestId("accept-kind").selectOption("administrative-pil");
  await tracks.nth(0).getByTestId("accept-handler").selectOption({ label: "林安" });
  await tracks.nth(1).getByTestId("accept-kind").selectOption("criminal");
  await tracks.nth(1).getByTestId("accept-handler").selectOption({ label: "陈默" });
  await page.getByTestId("clue-submit").click();
  const panel = page.getByTestId("clue-panel");
  await panel.getByText("已启动 2 个程序").waitFor();
  expect(await panel.innerText()).toContain("东湖检公受〔2026〕1号");
  await openCard(page);
  await page.getByTestId("transfer-feed-back").click();
  await page.getByTestId("feedback-words").fill("已立案审查");
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("transfer-status").filter({ hasText: "已反馈" }).waitFor();
  const handing = await pageOf("chen.mo");
  await openCard(handing);
  expect(await handing.getByTestId("transfer-history").innerText(), "the side that handed it over reads the result").toContain(
    "已立案审查",
  );
  expect(await page.getByTestId("board-columnDone").innerText()).toContain(TITLE);
});

test("a procuratorate of the same level cannot give a clue back: its page does not offer it, the server refuses with the article", async () => {
  const [chen, sun, ma] = await Promise.all(
    ["chen.mo", "sun.wen", "ma.bei"].map((one) => signIn(journey.installation.address, one, PASSWORD)),
  );
  if (chen === undefined || sun === undefined || ma === undefined) throw new Error("not signed in");
  const content = { title: "邻区线索（虚构）", summary: "", field: "personal-information" };
  const clue = Made.parse(await chen.post("/clues", { content, source: "群众举报" }));
  const form = { ground: "ordinary", foundOn: "2026-01-05", basis: "行为地在邻区", content: "线索内容", evidence: [], opinion: "移送管辖" };
  const target = { kind: "procuratorate", officeCode: "990103" };
  let transfer = Made.parse(await chen.post(`/clues/${clue.id}/transfers`, { expectedVersion: clue.version, target, form }));
  for (const type of ["register", "forward"])
    transfer = Made.parse(await sun.post(`/transfers/${transfer.id}/actions`, { expectedVersion: transfer.version, action: { type } }));
  const page = await pageOf("ma.bei");
  await page.goto(at(`/clues/transfers?transfer=${transfer.id}`));
  await page.getByTestId("transfer-receive").click();
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("transfer-report-up").waitFor();
  expect(await page.getByTestId("transfer-decline").count()).toBe(0);
  expect(await page.getByTestId("transfer-panel").innerText()).toContain("第二十六条");
  const decline = { expectedVersion: transfer.version + 1, action: { type: "decline", code: "not-checkable", reason: "" } };
  await expect(ma.post(`/transfers/${transfer.id}/actions`, decline)).rejects.toMatchObject({
    kind: "condition-not-met",
  } satisfies Partial<ApiRefusal>);
});

test("two clues of one fact are merged and taken apart again; one of two subjects is split into parts and made whole again", async () => {
  const lin = await signIn(journey.installation.address, "lin.an", PASSWORD);
  const register = async (title: string) => {
    const sentence = { document: null, documentId: null, text: `${title}的语句`, from: 0, to: 4, rule: null, term: null, weight: null };
    const content = { title, summary: "", field: "personal-information", sentences: [sentence] };
    return Made.parse(await lin.post("/clues", { content, source: "群众举报" }));
  };
  const [one, other] = [await register("甲站面单外泄（虚构）"), await register("乙站面单外泄（虚构）")];
  const page = await pageOf("lin.an");
  const panel = page.getByTestId("clue-panel");
  await page.goto(at(`/clues?clue=${one.id}`));
  await page.getByTestId("clue-likeness").waitFor();
  await page.getByTestId("clue-merge").click();
  await page.getByTestId("clue-submit").click();
  expect(await panel.innerText(), "what is missing is said").toContain("请选择一条线索");
  await page.getByTestId("merge-query").fill("乙站");
  await page.locator(".clue-candidates label").filter({ hasText: "乙站" }).getByTestId("merge-candidate").check();
  await page.getByTestId("clue-reason").fill("同一批面单");
  await photograph(page, "clue-merge", "zh");
  await page.getByTestId("clue-submit").click();
  await panel.getByText("已并入", { exact: true }).first().waitFor();
  await panel.getByRole("button", { name: "乙站面单外泄（虚构）" }).first().click();
  await page.waitForURL(new RegExp(other.id));
  await panel.getByText("并入本线索的").waitFor();
  await panel.getByRole("button", { name: "甲站面单外泄（虚构）" }).first().click();
  await page.getByTestId("clue-unmerge").click();
  await page.getByTestId("clue-reason").fill("实为两批");
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("clue-split").click();
  await page.getByTestId("split-title").nth(0).fill("甲站员工（虚构）");
  await page.getByTestId("clue-reason").fill("两个主体");
  await page.getByTestId("clue-submit").click();
  expect(await panel.innerText(), "each part has its name").toContain("请填写线索名称");
  await page.getByTestId("split-title").nth(1).fill("甲站承包人（虚构）");
  await photograph(page, "clue-split", "zh");
  await page.getByTestId("clue-submit").click();
  await panel.getByText("拆分出的").waitFor();
  await expectAccessible(page, "a clue that was split");
  await panel.getByRole("button", { name: "甲站承包人（虚构）" }).click();
  await panel.getByText("由另一线索拆分").waitFor();
  expect(await panel.innerText(), "the sentence went to every part").toContain("甲站面单外泄（虚构）的语句");
  await panel.getByText("由另一线索拆分").click();
  await page.getByTestId("clue-unsplit").click();
  await page.getByTestId("clue-reason").fill("同一主体");
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("clue-accept").waitFor();
  expect(await page.getByTestId("clue-history").innerText()).toContain("撤销拆分：同一主体");
});

test("one click on a reason dismisses, and it can be taken up again", async () => {
  const page = await pageOf("chen.mo");
  await page.goto(at("/clues?new=1"));
  await page.getByTestId("clue-source").fill("群众举报");
  await page.getByTestId("clue-title").fill("重复的线索（虚构）");
  await page.getByTestId("register-submit").click();
  await page.getByTestId("clue-history").waitFor();
  await page.getByTestId("clue-dismiss").click();
  await page.getByTestId("dismiss-duplicate").click();
  await page.getByTestId("clue-reopen").click();
  await page.getByTestId("clue-reason").fill("另有新材料");
  await page.getByTestId("clue-submit").click();
  await page.getByTestId("clue-accept").waitFor();
  expect(await page.getByTestId("clue-history").locator("li").count()).toBe(3);
  expect(journey.problems).toEqual([]);
});
