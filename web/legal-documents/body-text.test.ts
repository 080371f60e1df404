import { expect, test } from "vitest";
import { readBody, writeBody } from "#web/legal-documents/body-text.ts";

test("a text comes back from the editor as it went in", () => {
  const body = ["本院认为，{{reason}}", { heading: "一、事实" }, { flush: "签名：　　　　日期：　　" }, "　附件"];
  expect(readBody(writeBody(body))).toEqual(body);
});

test("empty lines and marks without words are no paragraphs", () => {
  expect(readBody("甲\n\n#\n > 乙 \r\n# 丙\n>")).toEqual(["甲", { flush: "乙" }, { heading: "丙" }]);
});
