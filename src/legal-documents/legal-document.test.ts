import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsOf, decideDocument, evolve, fold, type LegalDocumentState } from "#legal-documents/legal-document.ts";
import type { DocumentAction, LegalDocumentEvent } from "#legal-documents/legal-documents.contract.ts";

const drafted: LegalDocumentEvent = {
  type: "drafted",
  kind: "notice",
  caseId: null,
  procedureId: null,
  officeCode: "990101",
  toOffice: null,
  fields: { facts: { value: "甲", source: "given" } },
  factsHash: "0",
  templateId: null,
};
const issued: LegalDocumentEvent = { type: "issued", number: "云岭检公益告〔2026〕1号", on: "2026-11-20", paragraphs: [], sha256: "0" };
const context = { today: "2026-11-24", approver: "chief-procurator" as const, missing: [] };
const at = (...events: LegalDocumentEvent[]) => fold([drafted, ...events]);
const SERVE: DocumentAction = { type: "serve", way: "post", on: "2026-11-21", receiver: "某局", note: "" };

test("a document that needs approval is never issued from a draft; one of the handler's own needs no submission", () => {
  expect(actionsOf(at(), "chief-procurator")).toEqual(["edit", "submit", "withdraw"]);
  expect(actionsOf(at(), "handler")).toEqual(["edit", "issue", "withdraw"]);
  expect(actionsOf(at({ type: "submitted" }), "committee")).toEqual(["approve", "return", "withdraw"]);
  expect(actionsOf(at({ type: "submitted" }, { type: "approved", note: "" }), "committee")).toEqual(["return", "issue", "withdraw"]);
});

test("with a mandatory field empty nothing is submitted, and the refusal names it", () => {
  const refused = decideDocument({ type: "submit" }, at(), { ...context, missing: ["事实"] });
  expect(refused).toMatchObject({ ok: false, kind: "invalid-input", detail: { place: "事实" } });
  expect(decideDocument({ type: "submit" }, at(), context)).toEqual({ ok: true, value: { type: "submitted" } });
});

test("an approval of the committee names its meeting", () => {
  const state = at({ type: "submitted" });
  expect(decideDocument({ type: "approve", note: "" }, state, { ...context, approver: "committee" })).toMatchObject({
    kind: "invalid-input",
  });
  expect(decideDocument({ type: "approve", note: "检委会第9次会议" }, state, { ...context, approver: "committee" }).ok).toBe(true);
});

test.each([
  ["2026-11-19", false],
  ["2026-11-20", true],
  ["2026-11-24", true],
  ["2026-11-25", false],
])("served on %s, with issue on the 20th and today the 24th: %s", (on, ok) => {
  expect(decideDocument({ ...SERVE, on }, at(issued), context).ok).toBe(ok);
});

test("a receipt is recorded once", () => {
  const served = at(issued, { type: "served", way: "post", on: "2026-11-21", receiver: "某局", note: "" });
  const receipt: DocumentAction = { type: "record-receipt", on: "2026-11-21", receipt: "回证" };
  expect(decideDocument({ ...receipt, on: "2026-11-20" }, served, context)).toMatchObject({ kind: "invalid-input" });
  const recorded = decideDocument(receipt, served, context);
  if (!recorded.ok) throw new Error(recorded.kind);
  expect(decideDocument(receipt, evolve(served, recorded.value), context)).toMatchObject({ kind: "wrong-state" });
});

test("a text of its own is not laid over an office's template", () => {
  const own = { ...at(), templateId: "0b8e0000-0000-4000-8000-000000000000" };
  expect(decideDocument({ type: "edit", fields: {}, body: ["新文"] }, own, context)).toMatchObject({ kind: "invalid-input" });
  expect(decideDocument({ type: "edit", fields: {}, body: ["新文"] }, at(), context).ok).toBe(true);
});

test("whatever is done in whatever order: fields, text and number of what was issued stay as they went out, and nothing follows a withdrawal", () => {
  const action = fc.constantFrom<Exclude<DocumentAction, { type: "issue" }>>(
    { type: "edit", fields: { facts: "乙" }, body: ["改"] },
    { type: "submit" },
    { type: "approve", note: "" },
    { type: "return", reason: "改" },
    { ...SERVE },
    { type: "record-receipt", on: "2026-11-22", receipt: "回证" },
    { type: "withdraw", reason: "误" },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(action, fc.constant("issue" as const)), { maxLength: 14 }), (acts) => {
      let state: LegalDocumentState = at();
      for (const act of acts) {
        const before = state;
        if (act === "issue") {
          if (actionsOf(state, "chief-procurator").includes("issue")) state = evolve(state, issued);
        } else {
          const decided = decideDocument(act, state, context);
          if (decided.ok) state = evolve(state, decided.value);
        }
        if (before.issued !== null) expect([state.issued, state.fields, state.body]).toEqual([before.issued, before.fields, before.body]);
        if (before.status === "withdrawn") expect(state).toEqual(before);
        if (state.receipt !== null) expect(state.service).not.toBeNull();
      }
    }),
  );
});
