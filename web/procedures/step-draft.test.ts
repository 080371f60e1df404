import { expect, test } from "vitest";
import { StepField } from "#procedures/procedure-table.contract.ts";
import { beginDraft, readDraft } from "#web/procedures/step-draft.ts";

const name = { zh: "项", en: "item" };
const fields = [
  { id: "detained", name, kind: "yes-no", required: true },
  { id: "document", name, kind: "text", required: true },
  { id: "officers", name, kind: "number" },
  { id: "office", name, kind: "office" },
].map((field) => StepField.parse(field));

test("a yes-no question that nobody answered is no answer, not a no", () => {
  const { values, problems } = readDraft(fields, beginDraft(fields, "2026-03-01"));
  expect(values["detained"]).toBeNull();
  expect(Object.fromEntries(problems)).toEqual({ detained: "fieldUnanswered", document: "fieldMissing" });
});

test("a no is an answer, texts are trimmed, numbers become numbers", () => {
  const draft = {
    on: "2026-03-01",
    note: "",
    fields: { detained: false, document: " 云公诉〔2026〕1号 ", officers: "2", office: "990102" },
  };
  const { values, problems } = readDraft(fields, draft);
  expect(problems.size).toBe(0);
  expect(values).toEqual({ detained: false, document: "云公诉〔2026〕1号", officers: 2, office: "990102" });
});

test.each([
  ["officers", "-1", "numberWrong"],
  ["officers", "二", "numberWrong"],
  ["office", "99010", "officeWrong"],
  ["office", "9901021", "officeWrong"],
])("%s %s is said to be wrong beside its field", (field, text, problem) => {
  const draft = { on: "2026-03-01", note: "", fields: { detained: true, document: "文", [field]: text } };
  expect(readDraft(fields, draft).problems.get(field)).toBe(problem);
});

test("a correction begins with what was recorded, and gives it back as it was", () => {
  const recorded = { detained: false, document: "云公诉〔2026〕1号", officers: 3, office: null };
  expect(readDraft(fields, beginDraft(fields, "2026-03-01", recorded)).values).toEqual(recorded);
});
