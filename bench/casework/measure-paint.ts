import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Browser, BrowserContext } from "playwright-core";
import { hashPassword } from "#access/password.ts";
import { openInstallation } from "#database/open-installation.ts";
import { openBrowser } from "../../e2e/open-browser.ts";
import { startInstallation } from "../../e2e/start-installation.ts";
import { print } from "../bench.ts";
import { fillDatabase, WALL_OFFICE } from "./fill-database.ts";

/** What is looked at, and what shows that its content (not only its frame) stands on the screen. */
const PAGES = [
  // A case manager has no cases of their own.
  ["today", "/", /^(?:case-row|today-empty)$/],
  ["case list", "/cases", /^case-row$/],
  ["case list, searched by words", `/cases?${new URLSearchParams({ query: "王" })}`, /^case-row$/],
  ["deadline wall", "/deadlines", /^wall-day$/],
  ["clue queue", "/clues", /^clue-row$/],
] as const;
const PEOPLE = [
  ["prosecutor, some 600 own cases", `p${WALL_OFFICE}8`],
  ["case manager, office of 5,000 cases", `p${WALL_OFFICE}1`],
] as const;
const PASSWORD = "Tandem-2026-bench";
const GOAL_MS = 1_000;

/**
 * First paint in Chromium of an installation of one office's `cases` cases: milliseconds from the address to the first content painted by the browser, and to the
 * page's own rows. Cold: a browser that has never been here; warm: its second visit. Medians of `times`, and the slowest.
 */
export async function measurePaint(cases: number, times: number): Promise<void> {
  const installation = await startInstallation({ environment: { TANDEM_SAMPLE: "off" } });
  let browser: Browser | null = null;
  try {
    const { ownerUrl } = await openInstallation({ dataFolder: join(installation.folder, "data"), databaseUrl: null }, () => undefined);
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await fillDatabase(client, { provinces: 32, citiesEach: 12, countiesEach: 8, cases, wall: cases });
    const hash = await hashPassword(PASSWORD);
    await client.query("update persons set password_hash = $1 where account = any ($2)", [hash, PEOPLE.map(([, account]) => account)]);
    await client.end();
    browser = await openBrowser();
    print(`load of the machine before: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
    for (const [who, account] of PEOPLE)
      for (const [name, path, row] of PAGES) {
        const seen: Seen[] = [];
        for (let at = 0; at < times; at++) seen.push(await visit(browser, installation.address, account, path, row));
        const tell = (kind: "cold" | "warm", part: keyof Visit) => {
          const sorted = seen.map((one) => one[kind][part]).sort((one, other) => one - other);
          return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0] as const;
        };
        const ms = (value: number) => `${Math.round(value)} ms`;
        const line = (kind: "cold" | "warm") => {
          const [rows, slowest] = tell(kind, "rows");
          return `${kind}: paint ${ms(tell(kind, "paint")[0])}, rows ${ms(rows)} (slowest ${ms(slowest)}, own work ${ms(tell(kind, "work")[0])})`;
        };
        print(`${name.padEnd(30)} ${who.padEnd(36)} ${line("cold")}  ${line("warm")} ${tell("warm", "rows")[0] > GOAL_MS ? "OVER" : ""}`);
      }
  } finally {
    await browser?.close();
    await installation.remove();
  }
}

/** `work`: what the page's own thread worked until then, whatever else ran on the machine. */
type Visit = { readonly paint: number; readonly rows: number; readonly work: number };
type Seen = { readonly cold: Visit; readonly warm: Visit };

/** Signs in by the API (the cookie is all that is kept), then opens the page in a window without a cache, and once more. */
async function visit(browser: Browser, address: string, account: string, path: string, row: RegExp): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  try {
    const answer = await context.request.post(`${address}/api/session`, { data: { account, password: PASSWORD } });
    if (!answer.ok()) throw new Error(`signing ${account} in answered ${answer.status()}`);
    return { cold: await paint(context, `${address}${path}`, row), warm: await paint(context, `${address}${path}`, row) };
  } finally {
    await context.close();
  }
}

async function paint(context: BrowserContext, address: string, row: RegExp): Promise<Visit> {
  const page = await context.newPage();
  const inside = await context.newCDPSession(page);
  await inside.send("Performance.enable", { timeDomain: "threadTicks" });
  const began = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.getByTestId(row).first().waitFor();
  const rows = performance.now() - began;
  // As text: this runs in the browser, whose names the bench's own types do not know.
  const painted = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0");
  const { metrics } = await inside.send("Performance.getMetrics");
  const work = (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  await page.close();
  return { paint: painted, rows, work };
}
