import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { buildKeys } from "#transfers/bundles/keys.builder.ts";
import { sealBundle } from "#transfers/bundles/seal-bundle.ts";
import { signIn } from "./api-client.ts";
import { runTandem } from "./run-tandem.ts";
import { type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Signed files between two installations that are not connected: this one, and an invented one whose key the test holds. */
const theirs = buildKeys();
const OUTSIDE = { code: "990188", name: "临江市外的某院（虚构）" };
const HERE = { code: "990102", name: "临江市东湖区人民检察院" };
const Made = z.object({ id: z.string(), version: z.number() });
const Payload = z.object({ payload: z.object({ bundleId: z.string(), kind: z.string(), clueId: z.string().optional() }) });
let journey: Journey;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "tandem-bundles-"));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  journey = await startJourney();
  const context = await journey.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const opened = await openPage(context, journey.installation.address, "zh");
  page = opened.page;
  journey.problems.push(...opened.problems);
  await signInOn(page, "sun.wen", PASSWORD);
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await journey?.end();
});

/** A clue of the other installation, addressed to this office. */
function writeBundle(name: string, title: string): string {
  const form = {
    ground: "ordinary" as const,
    foundOn: "2026-01-05",
    basis: "行为地在贵区",
    content: "站点面单外泄",
    evidence: [{ name: "笔录", evidenceId: null }],
    opinion: "移送管辖",
  };
  const head = { bundleId: randomUUID(), madeAt: new Date().toISOString(), from: OUTSIDE, to: HERE };
  writeFileSync(
    file(name),
    sealBundle({ kind: "transfer", ...head, number: "移2026-0007", title, field: "personal-information", form }, theirs),
  );
  return head.bundleId;
}

/** Chooses a file in the panel and sends it. */
async function choose(name: string): Promise<void> {
  await page.goto(`${journey.installation.address}/clues/transfers`);
  await page.getByTestId("import-bundle").click();
  await page.getByTestId("bundle-file").setInputFiles(file(name));
  await page.getByTestId("bundle-submit").click();
}

/** `tandem transfers …` against the running installation, as the case manager. */
const tandem = (...args: string[]) => runTandem(["transfers", ...args], { ...journey.installation.environment, TANDEM_PASSWORD: PASSWORD });

test("a bundle is taken in by the browser: a new key asks for its fingerprint, then the clue stands in the queue with a receipt to send back", async () => {
  const bundleId = writeBundle("clue.json", "邻市移来的线索（虚构）");
  await choose("clue.json");
  await page.getByTestId("bundle-problem").getByText("第一次见到").waitFor();
  await page.getByTestId("bundle-trust").fill("0".repeat(64));
  await page.getByTestId("bundle-submit").click();
  await page.getByTestId("bundle-problem").getByText("密钥指纹").waitFor();
  await expectAccessible(page, "a bundle");
  for (const language of ["en", "zh"] as const) {
    await page.getByTestId(`language-${language}`).first().click();
    await photograph(page, "bundle", language);
  }
  await page.getByTestId("bundle-trust").fill(theirs.fingerprint);
  await page.getByTestId("bundle-submit").click();
  await page.getByTestId("bundle-taken").getByText(OUTSIDE.name).waitFor();
  const href = (await page.getByTestId("bundle-receipt").getAttribute("href")) ?? "";
  const receipt = decodeURIComponent(href.slice(href.indexOf(",") + 1));
  expect(Payload.parse(JSON.parse(receipt)).payload).toMatchObject({ bundleId, kind: "receipt" });
  writeFileSync(file("receipt.json"), receipt);
  await page.getByTestId("bundle-taken").getByRole("link", { name: "打开线索" }).click();
  await page.getByTestId("clue-panel").getByText("邻市移来的线索（虚构）").first().waitFor();
  await choose("clue.json");
  await page.getByTestId("bundle-problem").getByText("已存在").waitFor();
});

test("the command line holds files against their signature without a database, and names the first thing that does not hold", async () => {
  const { out } = await tandem("fingerprint");
  expect(await tandem("verify", file("receipt.json"), "--fingerprint", out.trim())).toMatchObject({ status: 0 });
  writeFileSync(file("changed.json"), readFileSync(file("clue.json"), "utf8").replace("移送管辖", "移送办理"));
  const changed = await tandem("verify", file("changed.json"));
  expect([changed.status, changed.out.includes("签名不符")]).toEqual([1, true]);
});

test("the command line takes a bundle in as a person, once, and answers the same receipt to the same file", async () => {
  const bundleId = writeBundle("second.json", "命令行导入的线索（虚构）");
  const first = await tandem("import", file("second.json"), "--account", "sun.wen");
  expect([first.status, Payload.parse(JSON.parse(first.out)).payload.bundleId]).toEqual([0, bundleId]);
  const again = await tandem("import", file("second.json"), "--account", "sun.wen", "--out", file("again.json"));
  expect([again.status, again.out, readFileSync(file("again.json"), "utf8")]).toEqual([0, "", first.out]);
  const criminal = await tandem("import", file("second.json"), "--account", "chen.mo");
  expect([criminal.status, criminal.words.includes("无权")]).toEqual([1, true]);
  const stranger = await runTandem(["transfers", "import", file("second.json"), "--account", "sun.wen"], {
    ...journey.installation.environment,
    TANDEM_PASSWORD: "wrong",
  });
  expect([stranger.status, stranger.words.includes("口令不正确")]).toEqual([1, true]);
});

test("what the command line exports goes out signed, and its receipt comes back by the browser", async () => {
  const [chen, sun] = await Promise.all(["chen.mo", "sun.wen"].map((one) => signIn(journey.installation.address, one, PASSWORD)));
  if (chen === undefined || sun === undefined) throw new Error("not signed in");
  const content = { title: "移往西山区的线索（虚构）", summary: "", field: "personal-information" };
  const clue = Made.parse(await chen.post("/clues", { content, source: "群众举报" }));
  const form = { ground: "ordinary", foundOn: "2026-01-05", basis: "行为地在邻区", content: "线索内容", evidence: [], opinion: "移送管辖" };
  const target = { kind: "procuratorate", officeCode: "990103" };
  let transfer = Made.parse(await chen.post(`/clues/${clue.id}/transfers`, { expectedVersion: clue.version, target, form }));
  expect((await tandem("export", transfer.id, "--account", "sun.wen")).status, "not forwarded yet").toBe(1);
  for (const type of ["register", "forward"])
    transfer = Made.parse(await sun.post(`/transfers/${transfer.id}/actions`, { expectedVersion: transfer.version, action: { type } }));
  const sent = await tandem("export", transfer.id, "--account", "sun.wen", "--out", file("out.json"));
  expect([sent.status, sent.out]).toEqual([0, ""]);
  expect((await tandem("verify", file("out.json"))).status).toBe(0);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const back = {
    kind: "receipt" as const,
    bundleId: transfer.id,
    madeAt: new Date().toISOString(),
    from: { code: "990103", name: "西山区院" },
    to: HERE,
    on: today,
    receiver: "对方案管",
    clueId: randomUUID(),
  };
  writeFileSync(file("back.json"), sealBundle(back, theirs));
  await choose("back.json");
  await page.getByTestId("bundle-taken").waitFor();
  await page.goto(`${journey.installation.address}/clues/transfers?transfer=${transfer.id}`);
  await page.getByTestId("transfer-receipt").filter({ hasText: "对方案管" }).waitFor();
  expect(journey.problems).toEqual([]);
});
