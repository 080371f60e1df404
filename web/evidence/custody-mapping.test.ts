import { expect, test } from "vitest";
import { readCustody, writeCustody } from "#web/evidence/custody-mapping.ts";

const EMPTY = {
  category: null,
  source: null,
  whyNoOriginal: null,
  medium: null,
  collectedAt: null,
  place: null,
  method: null,
  tools: null,
  collectors: [],
  holder: null,
  witness: null,
  videoRecorded: null,
  declaredHash: null,
  legalDocument: null,
} as const;

test("an untouched form says that nothing is recorded, never no", () => {
  expect(writeCustody(readCustody({ ...EMPTY, collectors: [] }))).toEqual(EMPTY);
});

test("collectors are separated by the marks people type", () => {
  const form = readCustody({ ...EMPTY, collectors: ["周某", "吴某"] });
  expect(form.text["collectors"]).toBe("周某、吴某");
  expect(writeCustody({ ...form, text: { ...form.text, collectors: "周某，吴某; 郑某" } })?.collectors).toEqual(["周某", "吴某", "郑某"]);
});

test("a recorded hash that is none is not sent", () => {
  const form = readCustody({ ...EMPTY, collectors: [] });
  expect(writeCustody({ ...form, text: { ...form.text, declaredHash: "XYZ" } })).toBeNull();
});
