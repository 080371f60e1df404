import { describe, expect, test } from "vitest";
import type { ReportSetting } from "#reports/report.contract.ts";
import { tellCount } from "#reports/tell-count.ts";
import { typesetReport } from "#reports/typeset-report.ts";
import type { BundleManifest } from "#scan/bundle/bundle.ts";

const line = (seized: number, valid: number, distinct: number) => ({
  seized,
  valid,
  distinct,
  excluded: seized === valid ? {} : { invalid: seized - valid },
  duplicates: valid - distinct,
});
const MANIFEST: BundleManifest = {
  bundle: "tandem-count",
  bundleVersion: 1,
  today: "2026-11-25",
  tool: { name: "tandem", version: "0.1.0", rules: "2017-10" },
  options: { item: "record", key: "auto", asOf: "2026-11-25", as: null },
  coverage: { sources: 2, scanned: 1, partly: 0, unreadable: 1, bytes: 2000, bytesScanned: 1500 },
  sources: [
    {
      path: "客户.csv",
      format: "csv",
      encoding: "gb18030",
      bytes: 1500,
      sha256: "ab".repeat(32),
      sm3: "cd".repeat(32),
      status: "scanned",
      problem: null,
      records: 12,
      columns: [],
      kinds: [],
    },
    {
      path: "锁.zip!内.csv",
      format: "csv",
      encoding: null,
      bytes: 500,
      sha256: null,
      sm3: null,
      status: "unreadable",
      problem: { kind: "encrypted", zh: "已加密", en: "encrypted" },
      records: 0,
      columns: [],
      kinds: [],
    },
  ],
  kinds: [{ kind: "mobile", found: 12, valid: 10, damaged: 0, invalid: 2, distinct: 9 }],
  ledger: { total: line(12, 10, 9), tiers: { A: line(2, 2, 2), B: line(0, 0, 0), C: line(10, 8, 7) } },
  persons: { atLeast: 8, atMost: 9 },
  groups: { asOf: "2026-11-25", under14: 0, under18: 3, over60: 12, women: 5 },
};
const SETTING: ReportSetting = { caseNumber: null, office: null, madeBy: null, override: null, manifestSha256: "ef".repeat(32) };
const OPEN = {
  open: { A: 2, B: 0 },
  confirmed: { A: 0, B: 0 },
  rejected: { A: 0, B: 0 },
  anonymised: { A: 0, B: 0 },
  restored: 0,
  unmatched: 0,
};

describe("what the report says", () => {
  test("every figure of the ledgers stands in the result, with what was excluded", () => {
    const [result, , exclusions] = tellCount(MANIFEST, SETTING, "zh").sections;
    expect(JSON.stringify(result)).toContain(JSON.stringify(["合计", "12", "2", "10", "1", "9"]));
    expect(JSON.stringify(exclusions)).toContain("校验不符");
  });
  test("what could not be read is named with its reason", () => {
    expect(JSON.stringify(tellCount(MANIFEST, SETTING, "zh").sections[3])).toContain("已加密");
  });
  test("fewer than ten of a special group are not shown", () => {
    const text = JSON.stringify(tellCount(MANIFEST, SETTING, "zh").sections[0]);
    expect(text).toContain("不满十八周岁 <10 人");
    expect(text).toContain("六十周岁以上 12 人");
  });
});

describe("items of tiers A and B that nobody has looked at", () => {
  test("mark every page, and the notice says how many", () => {
    const report = tellCount({ ...MANIFEST, workList: OPEN, proved: false }, SETTING, "zh");
    expect(report.watermark).toBe("含未核实条目");
    expect(report.notice).toContain("有 2 条");
  });
  test("lose the mark only by a named person's override, which is printed with its reason", () => {
    const override = { by: "林安", reason: "辩护方无异议" };
    const report = tellCount({ ...MANIFEST, workList: OPEN, proved: false }, { ...SETTING, override }, "zh");
    expect(report.watermark).toBeNull();
    expect(report.notice).toContain("林安");
    expect(report.notice).toContain("辩护方无异议");
  });
  test("leave no notice when every item was decided", () => {
    const report = tellCount({ ...MANIFEST, workList: { ...OPEN, open: { A: 0, B: 0 } }, proved: true }, SETTING, "zh");
    expect([report.notice, report.watermark]).toEqual([null, null]);
  });
});

test("the same bundle gives the same PDF, byte for byte, in both languages", async () => {
  for (const language of ["zh", "en"] as const) {
    const report = tellCount({ ...MANIFEST, workList: OPEN }, SETTING, language);
    const [first, second] = [await typesetReport(report), await typesetReport(report)];
    expect(first.subarray(0, 5).toString()).toBe("%PDF-");
    expect(first.equals(second)).toBe(true);
  }
});
