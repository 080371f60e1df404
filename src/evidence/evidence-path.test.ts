import { expect, test } from "vitest";
import { parseEvidencePath } from "#evidence/evidence-path.ts";

for (const [given, shown] of [
  ["客户.xlsx", "客户.xlsx"],
  ["U盘/2024/客户.xlsx", "U盘/2024/客户.xlsx"],
  ["../../etc/passwd", "etc/passwd"],
  ["C:\\Users\\x\\a.txt", "C:/Users/x/a.txt"],
  ["/a//./b/", "a/b"],
  ["invoice\u202Exslx.exe", "invoicexslx.exe"],
  ["a\u0000b.txt", "ab.txt"],
] as const) {
  test(`${JSON.stringify(given)} is shown as ${shown}`, () => expect(parseEvidencePath(given)).toEqual({ ok: true, value: shown }));
}

test("a path that names nothing is refused", () => {
  expect(parseEvidencePath("../..")).toMatchObject({ ok: false, kind: "invalid-input" });
});
