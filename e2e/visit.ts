import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Pictures of the README; taken into docs/screens only when asked for (TANDEM_SCREENS=keep): a test run must not change the checkout. */
const IN_README = /^(?:today|evidence|custody|ledgers|rows|assessment|audit|work-list|sampling)$/;

function folderOf(name: string): string {
  return process.env["TANDEM_SCREENS"] === "keep" && IN_README.test(name) ? join(root, "docs", "screens") : join(root, "var", "screens");
}

/** Nothing takes as long on a quiet machine; on one that does much else besides, a page may. */
const LONGEST_WAIT_MS = 60_000;

/** Signs in on the page as it stands, by keyboard alone. */
export async function signInOn(page: Page, account: string, password: string): Promise<void> {
  await page.getByTestId("sign-in-account").fill(account);
  await page.getByTestId("sign-in-password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByTestId("navigation").waitFor();
}

/** A fresh page of the given language; a problem in its script fails the test through `problems`. */
export async function openPage(
  context: BrowserContext,
  address: string,
  language: "zh" | "en",
): Promise<{ page: Page; problems: string[] }> {
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (problem) => problems.push(String(problem)));
  page.on("console", (message) => {
    // 401 and 409 answers are part of the journeys; the browser reports each as a failed resource.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) problems.push(message.text());
  });
  await page.goto(address);
  await page.getByTestId(`language-${language}`).first().click();
  return { page, problems };
}

/** Takes the picture `<name>.<language>.png` (wide) and `<name>.<language>.390.png` (narrow), and looks that nothing overflows sideways. */
export async function photograph(page: Page, name: string, language: "zh" | "en"): Promise<void> {
  const pictures = folderOf(name);
  mkdirSync(pictures, { recursive: true });
  const wide = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.waitForTimeout(400); // charts draw themselves in
  await page.screenshot({ path: join(pictures, `${name}.${language}.png`) });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, `${name}.${language}.390.png`) });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize(wide);
  expect(overflow, `${name} at 390 pixels is wider than the page`).toBeLessThanOrEqual(0);
}

/** Lets axe judge the page as it stands. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // Evaluated, not added as a script: the content security policy of the pages allows no script but their own.
  await page.evaluate(axe);
  // What is on its way from one colour to another has the contrast of neither.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const violations = await page.evaluate(async () => {
    const { axe: judge } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const result = await judge.run({ resultTypes: ["violations"] });
    return result.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(" | ")}`,
      );
  });
  expect(violations, `serious accessibility violations on ${name}`).toEqual([]);
}
