import { expect, test } from "vitest";
import { tellReading } from "#web/ledgers/tell-reading.ts";

test.each([
  ["as it is written", {}, []],
  ["by OCR", { readBy: "ocr" as const }, ["OCR 识别，应与图片核对 | read by OCR: hold it against the picture"]],
  ["after a password", { passwordLine: 4 }, ["用口令文件第 4 行的口令打开 | opened by the password in line 4 of the password file"]],
])("what was read %s says so in both languages", (_, reading, sentences) => {
  expect(tellReading(reading).map(({ zh, en }) => `${zh} | ${en}`)).toEqual(sentences);
});

test("a picture behind a password says both, the one that can err first and as a warning", () => {
  expect(tellReading({ readBy: "ocr", passwordLine: 1 }).map(({ key, tone }) => `${key} ${tone}`)).toEqual(["ocr warn", "password quiet"]);
});
