import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocument } from "../src/documents/read-document.query.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** A document of a case: drafted from what is known, completed, approved, numbered, served, downloaded and opened; and an office's own form. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

async function signedIn(account: string, address: string): Promise<Page> {
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  const opened = await openPage(context, journey.installation.address, "zh");
  await signInOn(opened.page, account, PASSWORD);
  await opened.page.goto(address);
  return opened.page;
}

/** What a downloaded file says, blanks left out. */
async function readFile(on: Page, address: string | null): Promise<string> {
  const answer = await on.context().request.get(`${journey.installation.address}${address}`);
  expect(answer.status()).toBe(200);
  const bytes = await answer.body();
  const source = { path: "file", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  return (await readDocument(source, new AbortController().signal)).text.replace(/\s/g, "");
}

async function draft(kind: string): Promise<void> {
  await page.goto(`${journey.caseAddress}/documents`);
  await page.getByTestId("document-new").click();
  await page.getByTestId("draft-kind").selectOption(kind);
  await page.getByTestId("document-paper").waitFor();
}

test("a case without documents says what to do; a kind shows what the facts fill and what is missing", async () => {
  await page.goto(`${journey.caseAddress}/documents`);
  await page.getByTestId("documents-empty").waitFor();
  await draft("indictment");
  expect(await page.getByTestId("document-paper").innerText()).toContain("【待填：");
  await expectAccessible(page, "preview of a document");
  await photograph(page, "document-preview", "zh");
  await page.getByTestId("draft-make").click();
  await page.getByTestId("document").waitFor();
  expect(await page.getByTestId("act-submit").isDisabled()).toBe(true);
  await photograph(page, "document-draft", "zh");
});

test("the missing fields are filled, a leader approves, and at issue it takes its number", async () => {
  const filled = {
    facts: "张某在网上出售公民个人信息。\n共计三次。",
    evidence: "电子数据",
    reason: "情节严重。",
    lawBasis: "《中华人民共和国刑法》",
    court: "云岭县人民法院",
  };
  for (const [field, value] of Object.entries(filled)) await page.getByTestId(`field-${field}`).fill(value);
  const suspects = page.getByTestId("field-suspects");
  if ((await suspects.inputValue()) === "") await suspects.fill("张某");
  await page.getByTestId("fields-save").click();
  await page.getByTestId("document-missing").waitFor({ state: "detached" });
  await page.getByTestId("act-submit").click();
  await page.locator('[data-testid="document"][data-status="submitted"]').waitFor();
  const leader = await signedIn("he.yan", `${journey.installation.address}/documents`);
  await leader.getByTestId("waiting-document").click();
  await leader.getByTestId("act-approve").click();
  await leader.getByTestId("act-confirm").click();
  await leader.locator('[data-testid="document"][data-status="approved"]').waitFor();
  await leader.context().close();
  await page.reload();
  await page.getByTestId("act-issue").click();
  await page.getByTestId("act-confirm").click();
  await page.locator('[data-testid="document"][data-status="issued"]').waitFor();
  expect(await page.getByTestId("document-number").innerText()).toMatch(/检刑诉〔20\d\d〕1号$/);
});

test("what is downloaded says what was issued, as DOCX and as PDF; service and receipt are recorded", async () => {
  const number = await page.getByTestId("document-number").innerText();
  for (const format of ["docx", "pdf"]) {
    const text = await readFile(page, await page.getByTestId(`download-${format}`).getAttribute("href"));
    for (const part of [number, "张某在网上出售公民个人信息。", "共计三次。", "云岭县人民法院"]) expect(text, format).toContain(part);
    expect(text, format).not.toMatch(/待填|草稿/);
  }
  await page.getByTestId("act-serve").click();
  await page.getByTestId("act-said").fill("云岭县人民法院");
  await page.getByTestId("act-confirm").click();
  await page.getByTestId("act-record-receipt").click();
  await page.getByTestId("act-said").fill("送达回证1号");
  await page.getByTestId("act-confirm").click();
  await page.getByText("（送达回证1号）").waitFor();
  await expectAccessible(page, "a document");
  await photograph(page, "document-served", "zh");
  await page.getByTestId("language-en").first().click();
  await photograph(page, "document-served", "en");
  await page.getByTestId("language-zh").first().click();
});

test("a case manager loads the office's form; a wrong field is refused with its place; drafts from then on use it", async () => {
  const manager = await signedIn("sun.wen", `${journey.installation.address}/documents?kind=sentencing-proposal`);
  const standard = await manager
    .context()
    .request.get(`${journey.installation.address}${await manager.getByTestId("download-standard").getAttribute("href")}`);
  const file = { name: "量刑建议书.docx", mimeType: "application/octet-stream" };
  await manager.getByTestId("template-file").setInputFiles({ ...file, buffer: Buffer.from("这不是模板") });
  await manager.getByTestId("template-problem").waitFor();
  await manager.getByTestId("template-file").setInputFiles({ ...file, buffer: await standard.body() });
  await manager.getByTestId("template-version").waitFor();
  await manager.locator(".ant-btn-loading").first().waitFor({ state: "detached" });
  expect(await manager.getByTestId("number-row").count()).toBe(1);
  await expectAccessible(manager, "forms of documents");
  await photograph(manager, "document-forms", "zh");
  await manager.getByTestId("language-en").first().click();
  await photograph(manager, "document-forms", "en");
  await manager.context().close();
  await draft("sentencing-proposal");
  await page.getByTestId("draft-make").click();
  await page.getByTestId("document").waitFor();
  expect(await page.getByTestId("document-form").innerText()).toContain("本院模板第 1 版");
  await page.getByTestId("document-back").click();
  await page.getByTestId("document-row").nth(1).waitFor();
  expect(await page.getByTestId("document-row").count()).toBe(2);
  await photograph(page, "documents", "zh");
  expect(journey.problems).toEqual([]);
});
