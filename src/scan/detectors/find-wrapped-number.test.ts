import { expect, test } from "vitest";
import { buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";

const mobile = buildMobile(24_709_11);
const id = buildResidentId(907);

test.each([
  [`tel${mobile}`, "mobile", mobile],
  [`${mobile}VX`, "mobile", mobile],
  [`A${mobile}B`, "mobile", mobile],
  [`id${id}`, "resident-id", id],
  [`微信:abc${mobile}`, "wechat", `abc${mobile}`],
  [`写信到abc${mobile}@example.com`, "email", `abc${mobile}@example.com`],
])("%s holds one %s: only digits bound a number", (text, kind, value) => {
  expect(findInText(text).map((finding) => ({ kind: finding.kind, value: finding.value }))).toEqual([{ kind, value }]);
});

test.each([
  `d41d8cd98f00b204e9800998ecf8427e${mobile}`,
  `9${mobile}`,
  `ab1c${mobile}`,
  `SF${mobile}23`,
  `https://example.com/item/x${mobile}y`,
])("%s holds none", (text) => {
  expect(findInText(text)).toEqual([]);
});
