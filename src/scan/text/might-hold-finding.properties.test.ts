import { expect, test } from "vitest";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { asProperty, fragments } from "#scan/detectors/text.builder.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import { encodeGb18030 } from "#scan/text/encode-gb18030.builder.ts";
import { mightHoldFinding } from "#scan/text/might-hold-finding.ts";

test("no line in which something is found is passed over, in UTF-8 or in GB18030", () => {
  let found = 0;
  asProperty((text) => {
    if (findInText(text).length === 0) return;
    found++;
    const utf8 = new TextEncoder().encode(text);
    expect(mightHoldFinding(utf8, 0, utf8.length), text).toBe(true);
    const gb = encodeGb18030(text);
    if (gb !== null) expect(mightHoldFinding(gb, 0, gb.length), `gb18030: ${text}`).toBe(true);
  }, 3000);
  expect(found).toBeGreaterThan(500);
  expect(fragments.length).toBeGreaterThan(20);
});

test("a line that is a record by a labelled name and address is not passed over, though it may hold no digit", () => {
  for (const line of ["姓名：张三，住址：青山村3组", "收件人:李小红 地址:杭州市西湖区青山村", "姓名 王小明 家庭住址 上海市青山路1号"]) {
    expect(readTextRecords(line, { row: 1, offsetOf: () => 0, today: "2026-11-22", names: true }, false), line).toHaveLength(1);
    for (const bytes of [new TextEncoder().encode(line), encodeGb18030(line) ?? new Uint8Array()])
      expect(mightHoldFinding(bytes, 0, bytes.length), line).toBe(true);
  }
});

test("prose, dates and times alone are passed over", () => {
  for (const text of ["今天天气很好，我们下午去公园吧", "2024-03-01 12:30:45 好的", "12:30 老地方见", ""]) {
    const bytes = new TextEncoder().encode(text);
    expect(mightHoldFinding(bytes, 0, bytes.length), text).toBe(false);
  }
});

test("only the bytes of the line itself are read", () => {
  const bytes = new TextEncoder().encode("好的\n手机13812345678");
  expect(mightHoldFinding(bytes, 0, 6)).toBe(false);
  expect(mightHoldFinding(bytes, 7, bytes.length)).toBe(true);
});
