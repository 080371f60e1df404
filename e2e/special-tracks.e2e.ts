import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Tracks beside the usual ones: juvenile procedure, supervision of filing, and a criminal track handed to another procuratorate. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

const stepOf = (at: Page, step: string) => at.locator(`[data-testid="next-step"][data-step="${step}"]`);
const clockOf = (at: Page, rule: string) => at.locator(`[data-testid="step-clock"][data-rule="${rule}"]`);
type Answers = Readonly<Record<string, string | boolean>>;

async function openTrack(at: Page, kind: string, handler: string, office: string | null = null): Promise<void> {
  await at.goto(`${journey.caseAddress}/procedures`);
  await at.getByTestId("track-new").click();
  await at.getByTestId("track-kind").selectOption(kind);
  if (office !== null) await at.getByTestId("track-office").fill(office);
  await at.getByTestId("track-handler").selectOption({ label: handler });
  await at.getByTestId("track-on").fill("2026-11-02");
  await at.getByTestId("track-submit").click();
  await at.locator(`[data-testid="track"][data-kind="${kind}"]`).waitFor();
}

async function take(at: Page, step: string, on: string, answers: Answers): Promise<void> {
  await stepOf(at, step).getByTestId("step-take").click();
  const form = at.getByTestId("step-form");
  await form.getByTestId("step-on").fill(on);
  for (const [field, answer] of Object.entries(answers)) {
    const control = form.getByTestId(`field-${field}`);
    if (typeof answer === "boolean") await control.locator(`input[value="${answer ? "yes" : "no"}"]`).check();
    else if (await control.evaluate((element) => element.tagName === "SELECT")) await control.selectOption(answer);
    else await control.fill(answer);
  }
  await form.getByTestId("step-submit").click();
}
const taken = (at: Page) => at.getByTestId("step-form").waitFor({ state: "detached" });

test("juvenile procedure: nobody is spared on conditions unheard or against an objection; then the term runs", async () => {
  await openTrack(page, "juvenile", "陈默");
  expect(await stepOf(page, "decide-conditionally").innerText()).toContain("作出决定前应当听取");
  await take(page, "hear", "2026-11-04", { objection: false });
  await taken(page);
  const answers = { document: "东湖检未附不诉〔2026〕1号", chapterAllows: true, withinOneYear: true, repents: true };
  await take(page, "decide-conditionally", "2026-11-06", { ...answers, objection: true });
  await page.getByTestId("step-problem").filter({ hasText: "有异议的，应当作出起诉决定" }).waitFor();
  await page.getByTestId("field-objection").locator('input[value="no"]').check();
  await page.getByTestId("step-submit").click();
  await taken(page);
  await clockOf(page, "CR-CNP").waitFor();
  // Three days from Friday end on Monday.
  await clockOf(page, "CR-CNP-SERVE").filter({ hasText: "2026-11-09" }).waitFor();
  expect(await page.getByTestId("track-state").innerText()).toBe("考验期内");
  await expectAccessible(page, "juvenile procedure");
  for (const language of ["en", "zh"] as const) {
    await page.getByTestId(`language-${language}`).first().click();
    await photograph(page, "juvenile", language);
  }
});

test("supervision of filing: the police explain within seven days, then within fifteen they file", async () => {
  await openTrack(page, "supervision", "陈默");
  await take(page, "ask-for-reasons", "2026-11-05", { of: "not-filed", document: "东湖检侦监不立〔2026〕1号" });
  await taken(page);
  await clockOf(page, "CR-FILESUP-7").filter({ hasText: "2026-11-12" }).waitFor();
  await take(page, "receive-reasons", "2026-11-11", { reasons: "认为数量未达标准" });
  await taken(page);
  await take(page, "order-filing", "2026-11-13", { document: "东湖检侦监立〔2026〕1号" });
  await taken(page);
  await clockOf(page, "CR-FILESUP-15").filter({ hasText: "2026-11-30" }).waitFor();
  expect(await page.getByTestId("track-state").innerText()).toContain("已通知立案");
  await photograph(page, "supervision", "zh");
});

test("a criminal track is handed to another procuratorate: it ends here, whoever takes it over there sees the case and starts the clock anew", async () => {
  await openTrack(page, "criminal", "陈默");
  await take(page, "receive-for-prosecution", "2026-11-03", { detained: true, document: "云公诉〔2026〕12号" });
  await taken(page);
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const { page: there, problems } = await openPage(context, journey.installation.address, "zh");
  await signInOn(there, "ma.bei", PASSWORD);
  await there.goto(`${journey.caseAddress}/procedures`);
  await there.getByText("没有找到").first().waitFor();
  await take(page, "change-jurisdiction", "2026-11-10", { office: "990103", reason: "主要犯罪地在西山区" });
  await taken(page);
  expect(await page.getByTestId("track-state").innerText()).toBe("已移送其他院");
  await openTrack(page, "criminal", "马北", "990103");
  // The intake is for whoever is in charge of the case; from there on the handler there goes on.
  await take(page, "receive-for-prosecution", "2026-11-12", { detained: true, document: "云公诉〔2026〕12号" });
  await taken(page);
  await there.reload();
  await there.getByTestId("track-choose").filter({ hasText: "西山区" }).click();
  await take(there, "inform-rights", "2026-11-13", { way: "书面告知" });
  await taken(there);
  await clockOf(there, "CR-PROS-1M").filter({ hasText: "2026-12-12" }).waitFor();
  await photograph(there, "track-elsewhere", "zh");
  expect([...problems, ...journey.problems]).toEqual([]);
  await context.close();
});
