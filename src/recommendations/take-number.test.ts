import { expect, test } from "vitest";
import { takeNumber } from "#recommendations/take-number.ts";

const draft = { status: "draft", number: null, issuedOn: null, servedOn: null, draftedOn: "2026-11-24" } as const;
const issued = { ...draft, status: "issued", number: "云岭检建〔2026〕1号", issuedOn: "2026-11-25" } as const;

test("the number is that of the issued document, typed or not", () => {
  expect(takeNumber("", "2026-11-25", issued)).toEqual({ ok: true, value: issued.number });
  expect(takeNumber(issued.number, "2026-11-26", { ...issued, status: "served" })).toEqual({ ok: true, value: issued.number });
});

test("another number than the document's, and a day before its issue, are refused", () => {
  expect(takeNumber("云岭检建〔2026〕2号", "2026-11-25", issued)).toMatchObject({
    kind: "invalid-input",
    detail: { place: "action.number" },
  });
  expect(takeNumber("", "2026-11-24", issued)).toMatchObject({ kind: "invalid-input", detail: { place: "action.on" } });
});

test("before the document is issued, and after it was withdrawn, there is no number, whatever is typed", () => {
  for (const status of ["draft", "submitted", "approved"] as const)
    expect(takeNumber("云岭检建〔2026〕9号", "2026-11-24", { ...draft, status })).toMatchObject({ kind: "wrong-state" });
  expect(takeNumber("", "2026-11-25", { ...issued, status: "withdrawn" })).toMatchObject({ kind: "wrong-state" });
});

test("what went out on paper the day before it was drafted here keeps the number it went out under, and needs it", () => {
  expect(takeNumber("云岭检建〔2026〕7号", "2026-11-23", draft)).toEqual({ ok: true, value: "云岭检建〔2026〕7号" });
  expect(takeNumber("", "2026-11-23", draft)).toMatchObject({ kind: "invalid-input", detail: { place: "action.number" } });
});
