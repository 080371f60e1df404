import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { countCase, type Journey, PASSWORD, startJourney } from "./start-journey.ts";
import { expectAccessible, openPage, photograph, signInOn } from "./visit.ts";

/** Money flows to gains, lines that a count missed, and both as the source of an assessment: what a prosecutor does with quantities. */
/** All names and numbers invented. */
const FLOW = [
  "交易日期,账号,交易对方,借贷标志,交易金额（元）,币种,摘要,交易流水号",
  "2024-03-01,6222020000000001,李某某,贷,12000.00,人民币,转账,A1",
  "2024-03-02,6222020000000001,王某某,贷,8500.50,人民币,信息款,A2",
  "2024-03-03,6222020000000001,赵某某,借,3000.00,人民币,购货,A3",
  "2024-03-04,6222020000000001,李某某,借,500.00,人民币,退款,A4",
  "2024-03-05,6222020000000001,孙某某,借,260.00,人民币,话费,A5",
  "2024-03-06,6222020000000001,BUYER LLC,贷,100.00,美元,data,A6",
  "",
].join("\r\n");
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
  await countCase(journey);
}, 300_000);
afterAll(() => journey?.end());

const upload = (name: string, text: string) =>
  page.getByTestId("money-flow-file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const openLines = async () => {
  const text = await page.getByTestId("gains-trial").getByTestId("gains-open").innerText();
  return text.includes("没有") ? 0 : Number(/\d+/.exec(text)?.[0]);
};

test("the quantities of a case stand in a row of their own under one tab", async () => {
  await page.goto(journey.caseAddress);
  await page.getByTestId("tab-ledgers").click();
  for (const tab of ["ledgers", "work-list", "sampling", "deliveries", "gains"]) await page.getByTestId(`tab-${tab}`).waitFor();
  await page.getByTestId("tab-quantities").waitFor();
  await photograph(page, "case-tabs", "zh");
});

describe("gains", () => {
  test("without a money flow the page says what it is for", async () => {
    await page.getByTestId("tab-gains").click();
    await page.getByTestId("gains-empty").waitFor();
    await expectAccessible(page, "gains, empty");
    await photograph(page, "gains-empty", "zh");
  });

  test("a file that is no money flow is refused in place", async () => {
    await upload("空.csv", "姓名,备注\r\n甲,乙\r\n");
    await page.getByTestId("form-problem").waitFor();
    await photograph(page, "gains-refused", "zh");
  });

  test("a statement is imported: income is presumed, expenses are open, a currency without a rate stands apart", async () => {
    await upload("银行流水.csv", FLOW);
    await page.getByTestId("gains-trial").waitFor();
    expect(await page.getByTestId("money-flow").innerText()).not.toContain("王某某");
    expect(await page.getByTestId("gains-trial").getByTestId("gains-CNY-received").innerText()).toBe("20,500.50");
    expect(await openLines()).toBe(2);
    await page.getByTestId("gains-trial").getByText("USD 没有汇率").waitFor();
    await expectAccessible(page, "gains");
    await photograph(page, "gains", "zh");
  });

  test("nothing is decided without a reason; with one a number decides and goes on, z takes it back", async () => {
    await page.keyboard.press("1");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("gains-reason");
    await page.keyboard.type("被告人供述：向上家购买数据");
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("gains-treat-cost").innerText()).toContain("3");
    await page.keyboard.press("3");
    await expect.poll(openLines).toBe(1);
    expect(await page.getByTestId("gains-trial").getByTestId("gains-CNY-costs").innerText()).toBe("− 3,000.00");
    await page.keyboard.press("z");
    await expect.poll(openLines).toBe(2);
    await page.keyboard.press("3");
    await expect.poll(openLines).toBe(1);
    await page.getByTestId("gains-treat-unrelated").click();
    await expect.poll(openLines).toBe(0);
    await page.getByTestId("gains-lines-empty").waitFor();
  });

  test("what was typed survives a reload", async () => {
    await page.reload();
    await page.getByTestId("gains-trial").waitFor();
    expect(await openLines()).toBe(0);
  });

  test("a rate counts with its day and source; costs go off the gains only with a reason", async () => {
    const [rate, on, source] = await page.getByTestId("gains-rate").locator("input").all();
    await rate?.fill("7.1");
    await on?.fill("2024-03-06");
    await source?.fill("中国人民银行中间价");
    await page.getByTestId("gains-trial").getByText("USD 没有汇率").waitFor({ state: "detached" });
    expect(await page.getByTestId("gains-trial").getByTestId("gains-finding").innerText()).toBe("违法所得 20,710.50 元，获利 17,710.50 元");
    await page.getByTestId("gains-costs").selectOption("yes");
    await page.getByTestId("gains-costs-reason").fill("仅作对比");
    await expect
      .poll(() => page.getByTestId("gains-trial").getByTestId("gains-finding").innerText())
      .toBe("违法所得 17,710.50 元，获利 17,710.50 元");
    await page.getByTestId("gains-costs").selectOption("");
    await expect.poll(() => page.getByTestId("gains-trial").getByTestId("gains-finding").innerText()).toContain("20,710.50");
    await page.getByTestId("gains-shown").selectOption("all");
    await page.getByTestId("gains-line").nth(5).waitFor();
    await page.getByTestId("gains-reason").fill("逐笔核对过");
    await page.getByTestId("gains-confirm-presumed").click();
    await page.getByTestId("gains-confirm-presumed").waitFor({ state: "detached" });
    expect(await page.getByTestId("gains-trial").getByTestId("gains-finding").innerText()).toContain("20,710.50");
    await expectAccessible(page, "gains, decided");
    await page.getByTestId("gains-lines").scrollIntoViewIfNeeded();
    await photograph(page, "gains-lines", "zh");
  });

  test("a calculation is kept with each of its lines, masked", async () => {
    await page.getByTestId("gains-keep").click();
    const kept = page.getByTestId("gains-calculation");
    await kept.waitFor();
    await kept.getByTestId("gains-show-lines").click();
    await kept.locator("tbody tr").nth(5).waitFor();
    expect(await kept.innerText()).not.toContain("王某某");
    await kept.scrollIntoViewIfNeeded();
    await expectAccessible(page, "gains, kept");
    await photograph(page, "gains-kept", "zh");
  });
});

describe("what a count missed", () => {
  test("lines without findings are drawn by the worker and looked at by keyboard; the answer is bounded", async () => {
    await page.getByTestId("tab-sampling").click();
    await page.getByTestId("null-sets-empty").waitFor();
    await page.getByTestId("null-set-size").fill("12");
    await page.getByTestId("null-set-draw").click();
    const set = page.getByTestId("null-set");
    await set.waitFor();
    await page.locator('[data-testid="null-set"][data-status="done"]').waitFor({ timeout: 180_000 });
    await set.getByTestId("null-set-check").click();
    const lines = await page.getByTestId("null-line").count();
    expect(lines).toBeGreaterThan(0);
    await page.getByTestId("null-line").first().focus();
    for (let line = 0; line < lines; line++) await page.keyboard.press("n");
    await set.scrollIntoViewIfNeeded();
    await expectAccessible(page, "lines without findings");
    await photograph(page, "null-set", "zh");
    await page.getByTestId("null-set-save").click();
    await page.getByTestId("null-set-recall").waitFor();
    await set.scrollIntoViewIfNeeded();
    await photograph(page, "null-set-recall", "zh");
  });
});

describe("the assessment", () => {
  test("takes its sets from a table of deliveries and its amounts from a calculation", async () => {
    await page.getByTestId("tab-deliveries").click();
    for (const [at, party, conduct] of [
      [0, "", "obtained"],
      [1, "买家甲", "sold"],
    ] as const) {
      await page.getByTestId("delivery-add").click();
      const line = page.getByTestId("delivery-line").nth(at);
      await line.getByTestId("delivery-tier").selectOption("C");
      await line.getByTestId("delivery-direction").selectOption(conduct);
      await line.getByTestId("delivery-party").fill(party);
      await line.getByTestId("delivery-items").fill("3000");
    }
    await page.getByTestId("delivery-record").click();
    await page.getByTestId("delivery-table").waitFor();
    await page.getByTestId("tab-gains").click();
    await page.getByTestId("gains-to-assessment").click();
    await page.getByTestId("fact-gains").waitFor();
    await expect.poll(() => page.getByTestId("fact-gains").inputValue()).toBe("20710.5");
    expect(await page.getByTestId("fact-profit").inputValue()).toBe("17710.5");
    await page.getByTestId("source-deliveries").selectOption({ index: 1 });
    await expect.poll(() => page.locator('input[value="买家甲"]').count()).toBe(1);
    expect(await page.getByTestId("fact-gains").inputValue()).toBe("20710.5");
    await expectAccessible(page, "assessment from quantities");
    await photograph(page, "assessment-sources", "zh");
  });
});

describe("a count", () => {
  const Detail = z.looseObject({
    id: z.string(),
    progress: z.looseObject({ bytesTotal: z.number() }),
    result: z.looseObject({ sources: z.array(z.looseObject({ path: z.string() })) }),
  });
  const Counts = z.object({ items: z.array(z.object({ id: z.string() })) });
  /** the finished count, as the server tells it, changed on its way to the page */
  const showCount = async (change: (count: z.infer<typeof Detail>) => object, view: (id: string) => Promise<void>) => {
    const caseId = journey.caseAddress.split("/").at(-1) ?? "";
    const { items } = Counts.parse(
      await (await journey.context.request.get(`${journey.installation.address}/api/counts?caseId=${caseId}`)).json(),
    );
    const id = items[0]?.id ?? "";
    const count = Detail.parse(await (await journey.context.request.get(`${journey.installation.address}/api/counts/${id}`)).json());
    await page.route(`**/api/counts/${id}`, (route) => route.fulfill({ json: change(count) }));
    await page.goto(`${journey.caseAddress}/ledgers`);
    await view(id);
    await page.unrouteAll();
  };
  const history = Array.from({ length: 60 }, (_, second) => [60e6 + 25e6 * Math.sin(second / 6), 250_000 + 90_000 * Math.sin(second / 4)]);
  const moving = {
    status: "running",
    reading: "资料打包.zip!客户备份.csv",
    bytesDone: 4e9,
    bytesTotal: 9e9,
    rowsDone: 21e6,
    bytesPerSecond: 71e6,
    rowsPerSecond: 301_000,
    history,
  };

  test("on its way shows how fast it reads now and over the last minute", async () => {
    await page.route("**/api/counts/*/progress", (route) => route.abort());
    await showCount(
      (count) => ({ ...count, status: "running", finishedAt: null, result: null, progress: { ...count.progress, ...moving } }),
      async () => {
        await page.getByTestId("speed-gauge").locator("svg").waitFor();
        expect(await page.getByTestId("speed-gauge").innerText()).toContain("67.7 MB/s · 301,000 行/s");
        await expectAccessible(page, "running count");
        await photograph(page, "running-count", "zh");
      },
    );
  });

  test("of twelve thousand sheets draws fifty at a time, what could not be read first, and finds one by its path", async () => {
    await showCount(
      (count) => ({
        ...count,
        progress: { ...count.progress, history },
        result: {
          ...count.result,
          sources: Array.from({ length: 12_555 }, (_, place) => ({
            ...count.result.sources[place % count.result.sources.length],
            path: `云盘/第${place}批.xlsx#Sheet1`,
            ...(place % 3000 === 7 ? { status: "unreadable", problem: { kind: "damaged", zh: "文件已损坏", en: "damaged" } } : {}),
          })),
        },
      }),
      async () => {
        await page.getByTestId("sources").waitFor();
        expect(await page.getByTestId("source").count()).toBe(50);
        expect(await page.getByTestId("source").first().innerText()).toContain("第7批");
        await page.getByTestId("source-find").fill("第12001批");
        await expect.poll(() => page.getByTestId("source").count()).toBe(1);
        await page.getByTestId("source-find").fill("");
        await page.getByTestId("page-next").click();
        await page.getByTestId("sources").scrollIntoViewIfNeeded();
        await photograph(page, "sources", "zh");
        await page.getByTestId("speed-gauge").scrollIntoViewIfNeeded();
        await photograph(page, "speed-kept", "zh");
      },
    );
  });
});

test("who may not see rows sees the calculation and reads why the money flow is not shown", async () => {
  const other = await journey.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", reducedMotion: "reduce" });
  const opened = await openPage(other, journey.installation.address, "zh");
  await signInOn(opened.page, "wei.ting", PASSWORD);
  await opened.page.goto(`${journey.caseAddress}/gains`);
  await opened.page.getByTestId("gains").waitFor();
  await photograph(opened.page, "gains-leader", "zh");
  expect(opened.problems).toEqual([]);
  await other.close();
});

test("in English nothing is left in Chinese but the law and the evidence", async () => {
  await page.goto(`${journey.caseAddress}/assessment`);
  await page.getByTestId("language-en").first().click();
  await page.getByTestId("fact-sources").waitFor();
  await photograph(page, "assessment-sources", "en");
  await page.getByTestId("tab-ledgers").click();
  await page.getByTestId("ledgers").waitFor();
  await page.getByTestId("sources").scrollIntoViewIfNeeded();
  await photograph(page, "sources", "en");
  await page.getByTestId("tab-gains").click();
  await page.getByTestId("gains-calculation").waitFor();
  await expectAccessible(page, "gains in English");
  await photograph(page, "gains", "en");
  await page.getByTestId("gains-lines").scrollIntoViewIfNeeded();
  await photograph(page, "gains-lines", "en");
  await page.getByTestId("tab-sampling").click();
  await page.getByTestId("null-set-check").click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId("null-lines").scrollIntoViewIfNeeded();
  await photograph(page, "null-set", "en");
  expect(journey.problems).toEqual([]);
});
