import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journey, startJourney } from "./start-journey.ts";
import { expectAccessible, photograph } from "./visit.ts";

/** Damages with what overlaps and a reasoned choice; money booked, spent and late; a promise kept; a statement refused and signed; a plan. */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  ({ page } = journey);
}, 300_000);
afterAll(() => journey?.end());

const section = (kind: string) => page.getByTestId(`section-${kind}`);

async function fill(form: "begin-form" | "act-form" | "damages-editor", values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.getByTestId(form).getByTestId(name);
    const tag = await field.evaluate((node) => node.tagName);
    if (tag === "SELECT") await field.selectOption(value);
    else if (tag === "DIV") await field.locator(`label:has(input[value="${value}"])`).click();
    else await field.fill(value);
  }
}

async function begin(kind: string, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByTestId(`begin-${kind}`).click();
  await fill("begin-form", values);
  await page.getByTestId("remedy-save").click();
  await page.getByTestId("begin-form").waitFor({ state: "detached" });
}

async function act(kind: string, key: string, values: Readonly<Record<string, string>>, refused = false): Promise<void> {
  await section(kind).getByTestId(`act-${key}`).click();
  await fill("act-form", values);
  await page.getByTestId("remedy-save").click();
  if (refused) return page.getByTestId("form-problem").waitFor();
  await page.getByTestId("act-form").waitFor({ state: "detached" });
}

async function source(at: number, note: string): Promise<void> {
  await page.getByTestId("part-source").nth(at).click();
  await page.getByTestId("source-kind").selectOption("stated");
  await page.getByTestId("source-note").fill(note);
  await page.getByTestId("source-set").click();
}

test("a claim by the gain beside its confiscation shows the overlap, and is decided only after a reasoned choice", async () => {
  await page.goto(`${journey.caseAddress}/remedies`);
  await section("damages").waitFor();
  await begin("damages", { "field-title": "对毛山遥的公益诉讼赔偿请求" });
  await page.getByTestId("damages-edit").click();
  await page.getByTestId("damages-basis").selectOption("gain");
  await page.getByTestId("add-component").click();
  await fill("damages-editor", { "part-kind-p1": "gain", "part-label-p1": "出售公民个人信息所得", "part-amount-p1": "86,400.50" });
  await page.getByTestId("add-consequence").click();
  await fill("damages-editor", { "part-kind-p2": "confiscation", "part-label-p2": "刑事判决没收违法所得", "part-amount-p2": "60000" });
  await page.getByTestId("add-consequence").click();
  await fill("damages-editor", { "part-kind-p3": "fine", "part-label-p3": "刑事罚金", "part-amount-p3": "100000" });
  await source(0, "毛山遥 2026-10-12 讯问笔录");
  await source(1, "（2026）云01刑初31号");
  await source(2, "（2026）云01刑初31号");
  expect(await page.getByTestId("damages-preview").innerText()).toContain("按获益请求 86,400.50 元；60,000 元被重复主张，尚未作出取舍");
  await fill("damages-editor", { "damages-reason": "录入一审判决结果" });
  await page.getByTestId("damages-save").click();
  await page.getByTestId("damages-editor").waitFor({ state: "detached" });
  await page.getByTestId("damages-ranges").locator("summary").click();
  expect(await page.getByTestId("damages-ranges").innerText()).toContain("86,400.50 至 432,002.50 元");
  expect(await page.getByTestId("damages-punitive").innerText()).toBe("不计算");
  await photograph(page, "remedies-damages", "zh");
  await act("damages", "decide", { "field-reason": "检察官会议讨论通过" }, true);
  await section("damages").getByTestId("act-decide").click();
  await act("damages", "choose-gains", { "field-option": "deduct-claim", "field-reason": "同一笔违法所得已判决没收，避免重复" });
  expect(await page.getByTestId("damages-net").innerText()).toContain("26,400.50");
  await act("damages", "decide", { "field-reason": "检察官会议讨论通过" });
  await page.getByTestId("damages-decided").waitFor();
});

test("money is followed from the debtor to what it was spent on, and what is late says so", async () => {
  await begin("compensation", {
    ...{ "field-title": "毛山遥赔偿款", "field-debtor": "毛山遥", "field-instrument": "（2026）云01民初8号民事调解书" },
    ...{ "field-due": "26400.50", "field-first": "2026-01-31", "field-many": "3", "field-payee": "云岭县财政局" },
  });
  await act("compensation", "pay", {
    ...{ "field-amount": "10000", "field-account": "云岭县财政专户", "field-document": "缴款书0017号" },
  });
  await act("compensation", "spend", {
    ...{ "field-amount": "4000.50", "field-purpose": "老年人防诈骗宣传", "field-document": "拨款审批单3号" },
  });
  await act("compensation", "spend", { "field-amount": "9000", "field-purpose": "救助", "field-document": "审批单" }, true);
  expect(await page.getByTestId("form-problem").innerText()).toContain("5,999.50");
  await section("compensation").getByTestId("act-spend").click();
  const finding = await page.getByTestId("compensation-finding").innerText();
  expect(finding).toContain("应付 26,400.50 元，已付 10,000 元；保管中 5,999.50 元，已用于公益 4,000.50 元；逾期");
  await page.getByTestId("trail-table").locator("xpath=..").locator("summary").click();
  expect(await page.getByTestId("trail-table").innerText()).toContain("老年人防诈骗宣传");
  await section("compensation").scrollIntoViewIfNeeded();
  await photograph(page, "remedies-compensation", "zh");
});

test("a deletion is accepted with its certificate and a day for looking again", async () => {
  await begin("alternative", {
    ...{ "field-rule": "delete-data", "field-promisedBy": "毛山遥", "field-promise": "删除云盘和手机中的全部名单" },
    ...{ "field-document": "承诺书", "field-until": "2027-06-30" },
  });
  await act("alternative", "accept", { "field-note": "已核对", "field-spotCheckOn": "2099-01-01" }, true);
  expect(await page.getByTestId("form-problem").innerText()).toContain("删除证明");
  await section("alternative").getByTestId("act-accept").click();
  await act("alternative", "prove", { "field-proof": "certificate", "field-document": "删除证明及哈希清单" });
  await act("alternative", "accept", { "field-note": "已核对", "field-spotCheckOn": "2099-01-01" });
  expect(await section("alternative").innerText()).toContain("已验收");
});

test("a statement without counsel is refused with the article, then signed; restitution stands beside it", async () => {
  await page.getByTestId("begin-leniency").click();
  await page.getByTestId("field-compensationId").selectOption({ index: 1 });
  await fill("begin-form", { "field-minor": "no" });
  await page.getByTestId("remedy-save").click();
  await page.getByTestId("begin-form").waitFor({ state: "detached" });
  expect(await page.getByTestId("leniency-progress").innerText()).toContain("已付 10,000 / 应付 26,400.50 元");
  for (const who of ["suspect", "duty-lawyer"])
    await act("leniency", "hear", { "field-who": who, "field-name": "某人", "field-leniency": "同意从宽建议", "field-document": "笔录" });
  await act("leniency", "find-voluntary", { "field-voluntary": "yes", "field-how": "讯问并听取值班律师意见" });
  await act("leniency", "propose", { "field-from": "18", "field-to": "18", "field-fine": "100000", "field-probation": "yes" });
  const statement = { "field-document": "认罪认罚具结书", "field-counsel": "" };
  await act("leniency", "sign", statement, true);
  expect(await page.getByTestId("form-problem").innerText()).toContain("第一百七十四条");
  await fill("act-form", { "field-counsel": "duty-lawyer", "field-counselName": "值班律师甲" });
  await page.getByTestId("remedy-save").click();
  await page.getByTestId("leniency-signed").waitFor();
});

test("a plan passes when its tasks are accepted on evidence and a hearing was held", async () => {
  await begin("compliance", {
    ...{ "field-unit": "云岭某科技公司", "field-from": "2026-01-01", "field-until": "2099-12-31" },
    "field-tasks": "客户信息权限清单｜逐人核对无多余权限｜2099-03-31",
  });
  await act("compliance", "report", { "field-document": "权限清理报告" });
  await act("compliance", "accept-task", { "field-note": "抽查十人均符合" });
  const [accepted, more] = ["客户信息权限清单｜逐人核对无多余权限｜2099-03-31", "离职人员账号清理｜抽查无有效账号｜2099-06-30"];
  const why = { "field-reason": "补充离职人员账号" };
  await act("compliance", "revise", { "field-tasks": accepted.replace("逐人核对", "抽查"), ...why }, true);
  expect(await page.getByTestId("form-problem").innerText()).toContain("已验收的任务不能更改");
  await photograph(page, "remedies-revise", "zh");
  await fill("act-form", { "field-tasks": `${accepted}\n${more}` });
  await page.getByTestId("remedy-save").click();
  await page.getByTestId("act-form").waitFor({ state: "detached" });
  expect(await page.getByTestId("compliance-task").allInnerTexts()).toHaveLength(2);
  expect(await page.getByTestId("compliance-task").first().innerText()).toContain("已验收");
  await act("compliance", "report", { "field-document": "账号清理记录" });
  await act("compliance", "accept-task", { "field-note": "抽查无有效账号" });
  const pass = { "field-verdict": "passed", "field-reason": "整改到位" };
  await act("compliance", "conclude", pass, true);
  expect(await page.getByTestId("form-problem").innerText()).toContain("尚未听证");
  await section("compliance").getByTestId("act-conclude").click();
  await act("compliance", "hear", { "field-attendees": "听证员三人", "field-opinion": "同意验收", "field-document": "听证笔录" });
  await act("compliance", "conclude", pass);
  expect(await section("compliance").innerText()).toContain("验收通过");
  await expectAccessible(page, "remedies of a case");
  await section("alternative").scrollIntoViewIfNeeded();
  await photograph(page, "remedies-promises", "zh");
  await page.getByTestId("language-en").first().click();
  await section("leniency").scrollIntoViewIfNeeded();
  await photograph(page, "remedies-leniency", "en");
  await section("damages").scrollIntoViewIfNeeded();
  await photograph(page, "remedies-damages", "en");
  expect(journey.problems).toEqual([]);
});
