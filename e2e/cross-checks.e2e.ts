import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Two offices with a clue about the same site: a hit on both sides, a request, an agreement, what each shows, and the end of it. */
const [MINE, THEIRS] = ["东湖快递面单外泄（虚构）", "西山网站出售面单（虚构）"];
const SHARED = "网址https://shunda-data.top，统一社会信用代码91990102MA0EXAMP2C";
let journey: Journey;
let donghu: Page;
let xishan: Page;

beforeAll(async () => {
  journey = await startJourney();
  donghu = journey.page;
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const opened = await openPage(context, journey.installation.address, "zh");
  xishan = opened.page;
  await signInOn(xishan, "ma.bei", PASSWORD);
}, 300_000);
afterAll(() => journey?.end());

const at = (path: string) => `${journey.installation.address}${path}`;

async function register(page: Page, title: string, summary: string): Promise<void> {
  await page.goto(at("/clues?new=1"));
  await page.getByTestId("clue-source").fill("办理刑事案件中发现");
  await page.getByTestId("clue-title").fill(title);
  await page.getByTestId("clue-summary").fill(summary);
  await page.getByTestId("register-submit").click();
  await page.getByTestId("cross-check").waitFor();
}

async function photographBoth(page: Page, name: string): Promise<void> {
  for (const language of ["en", "zh"] as const) {
    await page.getByTestId(`language-${language}`).first().click();
    await page.waitForTimeout(300);
    await photograph(page, name, language);
  }
}

test("both offices see that they share something, by kind and number, and no more", async () => {
  await register(donghu, MINE, `某站点员工在${SHARED}出售面单`);
  await donghu.getByText("与其他院的在办线索没有重合").waitFor();
  await register(xishan, THEIRS, `群众举报${SHARED.toUpperCase()}泄露信息`);
  const hit = xishan.getByTestId("hit");
  await hit.waitFor();
  const words = await hit.innerText();
  expect(words).toContain("统一社会信用代码");
  expect(words).toContain("域名");
  expect(words).toContain("较强");
  expect(await xishan.content()).not.toMatch(/东湖快递|东湖区人民检察院|陈默/);
  await donghu.goto(at("/clues/contacts"));
  await donghu.getByTestId("hit-row").waitFor();
  expect(await donghu.getByTestId("hits").innerText()).toContain("较强");
  expect(await donghu.content()).not.toContain("西山网站出售");
  await expectAccessible(donghu, "cross-checks");
  await photographBoth(donghu, "cross-checks-hit");
  await donghu.getByTestId("hit-row").getByRole("link").click();
  await donghu.getByTestId("hit").scrollIntoViewIfNeeded();
  await photographBoth(donghu, "cross-check-clue");
});

test("one asks with its purpose; the other reads kinds and level alone, agrees, and both see what the other chose", async () => {
  await donghu.getByTestId("ask-contact").click();
  await donghu.getByTestId("contact-submit").click();
  expect(await donghu.getByTestId("ask-form").innerText()).toContain("请写明理由");
  await donghu.getByTestId("contact-purpose").selectOption("same-harm");
  await donghu.getByTestId("contact-reason").fill("同一网站，拟会商管辖");
  await donghu.getByTestId("contact-phone").fill("内线 8101");
  await donghu.getByTestId("contact-summary").fill("涉及本区三个站点");
  await expectAccessible(donghu, "request of a contact");
  await donghu.getByTestId("contact-reason").scrollIntoViewIfNeeded();
  await photographBoth(donghu, "cross-check-ask");
  await donghu.getByTestId("contact-submit").click();
  await donghu.getByTestId("open-contact").waitFor();

  await xishan.goto(at("/clues"));
  await xishan.getByTestId("contacts-waiting").click();
  await xishan.getByTestId("contacts-answering").getByTestId("contact-row").getByRole("button").first().click();
  const panel = xishan.getByTestId("contact-panel");
  await panel.getByTestId("contact-acts").waitFor();
  expect(await panel.getByTestId("contact-other").innerText()).toContain("县级院");
  expect(await xishan.content()).not.toMatch(/东湖|陈默|拟会商管辖|三个站点|8101/);
  await expectAccessible(xishan, "a request received");
  await photographBoth(xishan, "contact-received");
  await panel.getByTestId("contact-agree").click();
  await panel.getByTestId("contact-reason").fill("同意会商");
  await panel.getByTestId("show-title").uncheck();
  await panel.getByTestId("contact-summary").fill("西山已固定网页");
  await photographBoth(xishan, "contact-agree");
  await panel.getByTestId("contact-submit").click();
  const received = panel.getByTestId("contact-received");
  await received.waitFor();
  expect(await received.innerText()).toMatch(/东湖区人民检察院[\s\S]*陈默[\s\S]*内线 8101[\s\S]*东湖快递面单外泄[\s\S]*涉及本区三个站点/);

  await donghu.getByTestId("open-contact").click();
  const shown = donghu.getByTestId("contact-received");
  await shown.waitFor();
  expect(await shown.innerText()).toMatch(/西山区人民检察院[\s\S]*马北[\s\S]*西山已固定网页/);
  expect(await shown.innerText(), "the title was not chosen").not.toContain("西山网站出售");
  await expectAccessible(donghu, "a contact both agreed to");
  await photographBoth(donghu, "contact-agreed");
});

test("one ends it, and neither reads the other any more", async () => {
  await donghu.getByTestId("contact-end").click();
  await donghu.getByTestId("contact-reason").fill("管辖已定");
  await donghu.getByTestId("contact-submit").click();
  await donghu.getByTestId("contact-panel").getByTestId("contact-status").filter({ hasText: "已终止" }).waitFor();
  expect(await donghu.content()).not.toMatch(/西山|马北/);
  await photographBoth(donghu, "contact-ended");
  await xishan.reload();
  await xishan.getByTestId("contact-panel").getByTestId("contact-status").filter({ hasText: "已终止" }).waitFor();
  expect(await xishan.content()).not.toMatch(/东湖|陈默|三个站点/);
  expect(journey.problems).toEqual([]);
});
