import type { Browser, BrowserContext, Page } from "playwright-core";
import { z } from "zod";
import { openBrowser } from "./open-browser.ts";
import { type Installation, startInstallation } from "./start-installation.ts";
import { openPage, signInOn } from "./visit.ts";

/** Of every person of the sample. */
export const PASSWORD = "Tandem-2026-sample";
const Cases = z.object({ items: z.array(z.object({ id: z.string(), number: z.string() })) });

/** A prosecutor before an installation of their own, signed in; `problems` gathers what goes wrong in the page's scripts. */
export type Journey = {
  readonly installation: Installation;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly problems: string[];
  /** the sample's open case (12号) */
  readonly caseAddress: string;
  end(): Promise<void>;
};

/** Starts an installation and a browser, and signs the owner of case 12号 in, in Chinese, at 1440 × 900. */
export async function startJourney(): Promise<Journey> {
  const [started, opened] = await Promise.allSettled([startInstallation(), openBrowser()]);
  const end = async () => {
    if (opened.status === "fulfilled") await opened.value.close();
    if (started.status === "fulfilled") await started.value.remove();
  };
  try {
    if (started.status === "rejected") throw started.reason;
    if (opened.status === "rejected") throw opened.reason;
    const [installation, browser] = [started.value, opened.value];
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
    });
    const { page, problems } = await openPage(context, installation.address, "zh");
    await signInOn(page, "chen.mo", PASSWORD);
    const cases = Cases.parse(await (await context.request.get(`${installation.address}/api/cases`)).json());
    const caseAddress = `${installation.address}/cases/${cases.items.find(({ number }) => number.includes("12号"))?.id}`;
    return { installation, browser, context, page, problems, caseAddress, end };
  } catch (problem) {
    await end();
    throw problem;
  }
}

/** Counts all evidence of the case and waits for its ledgers. */
export async function countCase({ page, caseAddress }: Journey): Promise<void> {
  await page.goto(`${caseAddress}/ledgers`);
  await page.getByTestId("count-button").click();
  await page.getByTestId("count-start").click();
  await page.getByTestId("ledgers").waitFor({ timeout: 180_000 });
}
