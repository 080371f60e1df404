import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, startJourney } from "./start-journey.ts";

/** Answers that come when their user has gone on: they close, clear and bring back nothing that belongs to something else by then. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

/** Lets the next change at the address be done by the server, and keeps its answer back until `letGo`. */
async function holdAnswer(address: RegExp): Promise<{ readonly isDone: Promise<void>; letGo(): void }> {
  const [done, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(
    (url) => address.test(url.pathname),
    async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const answer = await route.fetch();
      done.resolve();
      await held.promise;
      await route.fulfill({ response: answer });
    },
  );
  return { isDone: done.promise, letGo: held.resolve };
}

test("a party that is saved does not shut the drawer of the next one", async () => {
  await page.goto(`${journey.caseAddress}/parties`);
  const rows = page.getByTestId("party-row");
  await rows.first().waitFor();
  const before = await rows.count();
  const { isDone, letGo } = await holdAnswer(/\/cases\/[^/]+\/actions$/);
  await page.getByTestId("add-party").click();
  await page.getByTestId("party-name").fill("虚构当事人甲");
  await page.getByTestId("party-submit").click();
  await isDone;
  await rows.first().getByRole("button").first().click();
  await page.getByTestId("party-reason").fill("尚在核对身份");
  letGo();
  await expect.poll(() => rows.count()).toBe(before + 1);
  expect(await page.getByTestId("party-reason").inputValue()).toBe("尚在核对身份");
  await page.getByTestId("panel-close").click();
});

test("a transfer that is recorded takes no word out of the custody record being written", async () => {
  await page.goto(`${journey.caseAddress}/evidence`);
  await page.getByText("老猫聊天记录.txt").first().click();
  await page.getByTestId("custody-place").fill("云岭县某小区三号楼");
  const panel = page.getByTestId("evidence-panel");
  await panel.getByRole("button", { name: "记录移送" }).click();
  await panel.getByLabel("移交方").fill("云岭县公安局");
  await panel.getByLabel("接收方").fill("云岭县人民检察院");
  await panel.getByLabel("时间", { exact: true }).fill("2026-11-20T09:30");
  await panel.getByRole("button", { name: "保存", exact: true }).click();
  await panel.getByText("云岭县公安局 → 云岭县人民检察院").waitFor();
  expect(await page.getByTestId("custody-place").inputValue()).toBe("云岭县某小区三号楼");
  // While a long verification is on its way the record is saved: two changes, each with an id of its own.
  const { isDone, letGo } = await holdAnswer(/\/evidence\/[^/]+\/verification$/);
  await page.getByTestId("verify-now").click();
  await isDone;
  await page.getByTestId("custody-save").click();
  await panel.getByText("已保存").waitFor();
  letGo();
  await page.reload();
  expect(await page.getByTestId("custody-place").inputValue()).toBe("云岭县某小区三号楼");
});

test("a line added while the others are being recorded stays to be recorded", async () => {
  await page.goto(`${journey.caseAddress}/deliveries`);
  await page.getByTestId("delivery-add").click();
  await page.getByTestId("delivery-party").fill("买家甲");
  await page.getByTestId("delivery-items").fill("3000");
  const { isDone, letGo } = await holdAnswer(/\/cases\/[^/]+\/deliveries$/);
  await page.getByTestId("delivery-record").click();
  await isDone;
  await page.getByTestId("delivery-add").click();
  await page.getByTestId("delivery-party").nth(1).fill("买家乙");
  letGo();
  await page.getByTestId("delivery-table").waitFor();
  await expect.poll(() => page.getByTestId("delivery-line").count()).toBe(1);
  expect(await page.getByTestId("delivery-party").inputValue()).toBe("买家乙");
});

test("a case whose form was closed before the answer leads nowhere, and its draft is not offered again", async () => {
  await page.goto(`${journey.installation.address}/cases`);
  await page.getByTestId("open-case").click();
  await page.getByTestId("case-number").fill("东湖检刑诉受〔2026〕88号");
  await page.getByTestId("case-title").fill("迟到的答复案（虚构）");
  const { isDone, letGo } = await holdAnswer(/\/api\/cases$/);
  await page.getByTestId("case-submit").click();
  await isDone;
  await page.getByTestId("panel-close").click();
  letGo();
  await page.getByText("迟到的答复案（虚构）").first().waitFor();
  await page.getByTestId("open-case").click();
  expect(await page.getByTestId("case-title").inputValue()).toBe("");
  expect(new URL(page.url()).pathname).toBe("/cases");
});

test("what was changed after its answer was lost is another change, and is not answered with the first", async () => {
  await page.goto(`${journey.caseAddress}/parties`);
  await page.getByTestId("add-party").click();
  await page.getByTestId("party-name").fill("虚构当事人乙");
  // The server does the change; its answer never arrives.
  let lost = 0;
  await page.route(/\/cases\/[^/]+\/actions$/, async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByTestId("party-submit").click();
  await page.getByTestId("party-panel").getByRole("alert").waitFor();
  await page.getByTestId("party-name").fill("虚构当事人丙");
  await page.getByTestId("party-submit").click();
  // The case is newer than this window knows, by its own lost change: that is said, and pressing again goes through.
  await page.locator('[data-testid="form-problem"][data-kind="stale-version"]').waitFor();
  await page.getByTestId("party-submit").click();
  await page.getByTestId("party-row").filter({ hasText: "虚构当事人丙" }).waitFor();
  expect(await page.getByTestId("party-row").filter({ hasText: "虚构当事人乙" }).count()).toBe(1);
  expect(journey.problems).toEqual([]);
});

test("a sign-out the server does not answer says so and leaves nobody thinking he is out; the next one ends the session", async () => {
  const isSession = (url: URL) => url.pathname === "/api/session";
  await page.route(isSession, (route) => (route.request().method() === "DELETE" ? route.abort("connectionfailed") : route.fallback()));
  await page.getByTestId("sign-out").click();
  await page.getByTestId("sign-out-problem").waitFor();
  expect(await page.getByText("没有退出，登录仍然有效").isVisible()).toBe(true);
  await page.unroute(isSession);
  await page.getByTestId("sign-out").click();
  await page.getByTestId("sign-in-account").waitFor();
});
