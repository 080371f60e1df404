import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FRAUD, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { signIn } from "./api-client.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** What became of the prompts of a rule: the false and the withheld ones open as lists, words are told over offices. Nobody in the texts exists. */
let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
}, 300_000);
afterAll(() => journey?.end());

const at = (path: string) => `${journey.installation.address}${path}`;
async function pageOf(account: string): Promise<Page> {
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const { page } = await openPage(context, journey.installation.address, "zh");
  await signInOn(page, account, PASSWORD);
  return page;
}
const bothLanguages = async (page: Page, name: string) => {
  await photograph(page, name, "zh");
  await page.getByTestId("language-en").first().click();
  await photograph(page, name, "en");
  await page.getByTestId("language-zh").first().click();
};

type Clues = { items: { id: string; version: number; field: string }[] };

test("false prompts and withheld prompts of a rule open as lists; whoever is not on the case sees their number alone", async () => {
  const caseId = journey.caseAddress.split("/").at(-1) ?? "";
  const [prosecutor, leader] = [
    await signIn(journey.installation.address, "chen.mo", PASSWORD),
    await signIn(journey.installation.address, "he.yan", PASSWORD),
  ];
  const retired = { rule: "fraud-without-source", expectedVersion: 0, decision: "retire", reason: "多为误报" };
  await leader.post("/clue-rule-decisions", retired);
  for (const [path, text] of [
    ["judgment.txt", JUDGMENT],
    ["fraud.txt", FRAUD],
  ] as const) {
    const bytes = new TextEncoder().encode(text);
    const { id } = await prosecutor.upload<{ id: string }>(`/cases/${caseId}/evidence?requestId=${randomUUID()}&path=${path}`, bytes);
    await prosecutor.post(`/cases/${caseId}/case-documents`, { evidenceId: id, kind: "judgment" });
  }
  const prompted = async () => (await prosecutor.get<Clues>(`/clues?status=prompted&caseId=${caseId}`)).items;
  await expect.poll(async () => (await prompted()).length, { timeout: 120_000, interval: 500 }).toBeGreaterThan(0);
  const withheld = async () =>
    (await leader.get<{ rules: { rule: string; withheld: number }[] }>("/clue-rules?office=990102")).rules.find(
      ({ rule }) => rule === retired.rule,
    )?.withheld;
  await expect.poll(withheld, { timeout: 120_000, interval: 500 }).toBe(1);
  const [first] = await prompted();
  const { version } = await prosecutor.get<{ version: number }>(`/clues/${first?.id}`);
  const dismiss = { type: "dismiss", code: "reading-error", reason: "" };
  await prosecutor.post(`/clues/${first?.id}/actions`, { expectedVersion: version, action: dismiss });

  const page = await pageOf("he.yan");
  await page.goto(at("/clues/rules"));
  await page.getByTestId("rule-row").first().waitFor();
  await bothLanguages(page, "rules");
  await page.getByTestId("list-falsely").first().click();
  await page.getByTestId("rule-prompt").waitFor();
  expect(await page.getByTestId("rule-prompt").innerText()).toContain("12号");
  await expectAccessible(page, "false prompts of a rule");
  await bothLanguages(page, "rules-false");
  await page.goto(at(`/clues/rules?rule=${retired.rule}&list=withheld`));
  await page.getByTestId("rule-prompt").waitFor();
  expect(await page.getByTestId("rule-prompt").innerText()).toContain("fraud.txt");
  await bothLanguages(page, "rules-withheld");
  await page.goto(at("/clues/capture"));
  await page.getByTestId("capture-figure-withheld").click();
  await page.getByTestId("capture-documents").getByText("fraud.txt").waitFor();
  await photograph(page, "capture-withheld", "zh");

  const outsider = await pageOf("lin.an");
  await outsider.goto(at(`/clues/rules?rule=${retired.rule}&list=withheld`));
  await outsider.getByTestId("rule-prompts-seen").waitFor();
  const seen = await outsider.getByTestId("rule-prompts-seen").innerText();
  const onCase = await outsider.getByTestId("rule-prompt").count();
  expect(seen).toContain(onCase === 0 ? "另有 1 条您无权查看" : "您可以查看的：1 条");
  expect(journey.problems).toEqual([]);
}, 300_000);

test("a leader above sees the words of a rule over the offices below, small cells hidden", async () => {
  const page = await pageOf("wei.ting");
  await page.goto(at("/clues/rules?office=all&rule=conduct-sell"));
  await page.getByTestId("terms-across").waitFor();
  expect(await page.getByTestId("term-across").first().innerText()).toMatch(/不足 5|连带不显示/);
  await expectAccessible(page, "words over offices");
  await bothLanguages(page, "rules-across");
}, 120_000);
