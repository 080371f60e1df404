import { expect, test } from "vitest";
import type { AuditEvent } from "#audit/audit.contract.ts";
import { tellEvent } from "#web/audit/tell-event.ts";

const id = "0f0e0d0c-1111-4222-8333-444455556666";
/** One event of every kind; a kind that is added to the contract must be added here. */
const EVENTS: { readonly [Kind in AuditEvent["kind"]]: Extract<AuditEvent, { kind: Kind }> } = {
  "signed-in": { kind: "signed-in" },
  "sign-in-refused": { kind: "sign-in-refused", accountHash: "ab12", because: "locked" },
  "signed-out": { kind: "signed-out" },
  refused: { kind: "refused", operation: "POST /api/assessments/:assessmentId/signature", refusal: "already-signed" },
  "cases-searched": { kind: "cases-searched", queryHash: "ab12", filters: { page: "1", sort: "updated", stage: "trial" }, found: 3 },
  "people-searched": { kind: "people-searched", found: 7 },
  "case-read": { kind: "case-read", part: "detail" },
  "case-changed": { kind: "case-changed", action: "add-party", version: 4 },
  "evidence-taken-in": { kind: "evidence-taken-in", evidenceId: id, sha256: "ff".repeat(32), bytes: 2048 },
  "evidence-read": { kind: "evidence-read", evidenceId: id, purpose: "custody" },
  "evidence-verified": { kind: "evidence-verified", evidenceId: id, intact: false },
  "custody-changed": { kind: "custody-changed", evidenceId: id, change: "transferred", version: 2 },
  "count-requested": { kind: "count-requested", countId: id, evidence: 6 },
  "count-changed": { kind: "count-changed", countId: id, status: "done" },
  "count-read": { kind: "count-read", countId: id, part: "figures" },
  "rows-read": { kind: "rows-read", countId: id, tier: "C", step: "test-data", rows: 20 },
  "correction-added": { kind: "correction-added", correctionId: id, correction: "column" },
  "correction-withdrawn": { kind: "correction-withdrawn", correctionId: id },
  "items-read": { kind: "items-read", countId: id, purpose: "verification", state: "open", items: 20 },
  "items-decided": { kind: "items-decided", countId: id, decision: "rejected", items: 3 },
  "proof-overridden": { kind: "proof-overridden", countId: id, openA: 4, openB: 0 },
  "deadlines-read": { kind: "deadlines-read", found: 2 },
  "deadline-changed": { kind: "deadline-changed", deadlineId: id, change: "extend", due: "2026-03-16" },
  "quantity-recorded": { kind: "quantity-recorded", quantity: "money-flow", quantityId: id },
  "custody-signed-off": { kind: "custody-signed-off", day: "2026-11-25", entries: 2, hash: "0".repeat(64) },
  "work-read": { kind: "work-read", thing: "clue", found: 2 },
  "work-changed": { kind: "work-changed", thing: "procedure", thingId: id, action: "take-step", version: 3 },
  "assessment-drafted": { kind: "assessment-drafted", assessmentId: id },
  "assessment-read": { kind: "assessment-read", assessmentId: id },
  "assessment-signed": { kind: "assessment-signed", assessmentId: id, band: "serious" },
  "audit-read": { kind: "audit-read", filters: { page: "2", kind: "rows-read" }, found: 1_204 },
  "audit-verified": { kind: "audit-verified", entries: 106, holds: true },
  "sample-loaded": { kind: "sample-loaded", cases: 3 },
};

test.each(Object.entries(EVENTS))("%s is told without field names, JSON or a whole id", (_, event) => {
  const { words } = tellEvent(event);
  expect(words?.zh ?? "").not.toMatch(/[{}":_]|null|true|false|[a-z]{4}/);
  expect(words?.en ?? "").not.toMatch(/[{}"_]|null|true|false|\p{Script=Han}|[0-9a-f]{12}/u);
});

test("a search says what was looked for and how many were found, not the page or the order", () => {
  expect(tellEvent(EVENTS["cases-searched"]).words).toEqual({
    zh: "按词语检索（只留其哈希），审判，查到 3 件",
    en: "by words (only their hash is kept), trial, found 3 cases",
  });
});

test("a refusal says what was wanted and why it was refused", () => {
  expect(tellEvent(EVENTS.refused).words).toEqual({ zh: "签署评估：已由他人签署", en: "sign an assessment: already signed" });
});

test("rows that were read are told with tier, step and number", () => {
  expect(tellEvent(EVENTS["rows-read"]).words).toEqual({
    zh: "C 档 · 测试数据，20 条（已遮盖）",
    en: "tier C · test data, 20 rows, masked",
  });
});

test("the ids an entry names can be copied whole", () => {
  expect(tellEvent(EVENTS["evidence-taken-in"]).ids.map(({ value }) => value)).toEqual([id, "ff".repeat(32)]);
});

test("a word of a newer server is shown as it is", () => {
  expect(tellEvent({ kind: "case-read", part: "timeline" }).words).toEqual({ zh: "timeline", en: "timeline" });
});
