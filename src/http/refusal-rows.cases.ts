import { randomUUID } from "node:crypto";
import type { TestServer } from "#http/test-server.builder.ts";

/** What each route needs to be asked properly, and what it must refuse. A route without a row fails the first test. */
export type Row = {
  readonly query?: string;
  /** a query that does not fit the contract */
  readonly badQuery?: string;
  readonly body?: (world: World) => object | Buffer;
  /** of a change in a case: refused in a closed one; null: a closed case does not refuse it */
  readonly closed?: "wrong-state" | "not-permitted" | null;
  /** of a route about no case: who may not, though signed in; null = every signed-in person may */
  readonly notFor?: keyof TestServer["people"] | null;
};
export type Ids = {
  readonly caseId: string;
  readonly evidenceId: string;
  readonly countId: string;
  readonly assessmentId: string;
  readonly correctionId: string;
  readonly deliveryTableId: string;
  readonly moneyFlowId: string;
  readonly calculationId: string;
  readonly sampleId: string;
  readonly nullSetId: string;
  readonly deadlineId: string;
  readonly measureId: string;
  readonly procedureId: string;
  readonly clueId: string;
  readonly legalDocumentId: string;
  readonly linkId: string;
  readonly outlineId: string;
  readonly noticeId: string;
  readonly recommendationId: string;
  readonly remedyId: string;
  readonly caseDocumentId: string;
  readonly documentBatchId: string;
  readonly transferId: string;
  readonly contactId: string;
};
export type World = { readonly id: () => string; readonly personId: string };

export const SECRET_TITLE = "钱某某侵犯公民个人信息案";
export const SECRET_NAME = "钱某某虚构";
export const facts = {
  offence: "infringing-personal-information",
  sets: [{ id: "1", tier: "C", items: 6000, conducts: [{ kind: "sell" }] }],
};
const noCustody = {
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
};
const transfer = { from: "甲", to: "乙", at: "2026-11-01T08:00:00Z", hashChecked: true, sealChecked: true, remark: null };
export const delivery = { row: 1, set: "甲", direction: "obtained", items: 5 };
export const FLOW = `日期,付款方,收款方,金额\n2026-11-01,${SECRET_NAME},乙,5.00\n`;
export const design = { title: "抽样", question: "是否真实", frame: "名单", strata: [{ id: "C", name: "第三档", units: 50 }], seed: "1" };
export const party = { kind: "natural-person", role: "suspect", name: SECRET_NAME, note: null };

export const evidenceLink = (evidenceId: string) => ({
  evidenceId,
  elements: [{ track: "criminal", element: "identity" }],
  proves: "设备由嫌疑人使用",
  strength: "indicates",
});
const line = {
  key: null,
  matter: "人机同一",
  reason: "在案证据不足",
  direction: "核实账号",
  evidence: "注册信息",
  proves: "实际使用人",
  cite: "",
};
export const outlineContent = { kind: "supplementary", title: "补充侦查提纲", lines: [line] };
export const recommendationContent = {
  type: "social-governance",
  title: SECRET_TITLE,
  addressee: { name: SECRET_NAME, relation: "involved-unit" },
};
export const damages = {
  title: SECRET_TITLE,
  basis: "gain",
  components: [{ id: "g", kind: "gain", label: "获益", amount: 100, source: null }],
  discretionary: { amount: null, source: null, factors: [] },
  consequences: [],
  punitiveNote: null,
};

export const handOver = {
  expectedVersion: 1,
  target: { kind: "department", department: "pil" },
  form: { ground: "ordinary", foundOn: "2026-10-30", basis: "办案中发现", content: SECRET_NAME, evidence: [], opinion: "移送办理" },
};
export const clueContent = { title: SECRET_TITLE, summary: SECRET_NAME, field: "personal-information" };

export const ROWS: Readonly<Record<string, Row>> = {
  "GET /session": { notFor: null },
  "DELETE /session": { notFor: null },
  "GET /offices": { notFor: null },
  "GET /people": { badQuery: `query=${"x".repeat(41)}`, notFor: null },
  "GET /cases": { badQuery: "page=0", notFor: null },
  "POST /cases": {
    body: ({ id }) => ({
      requestId: id(),
      number: "云岭检刑诉受〔2026〕999号",
      title: SECRET_TITLE,
      stage: "trial",
      acceptedOn: "2026-11-01",
    }),
    notFor: "technician",
  },
  "GET /cases/:caseId": {},
  "POST /cases/:caseId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "add-party", party } }),
    closed: "wrong-state",
  },
  "GET /cases/:caseId/events": {},
  "GET /cases/:caseId/evidence": {},
  "POST /cases/:caseId/evidence": {
    query: `requestId=${randomUUID()}&path=a.txt`,
    badQuery: "path=a.txt",
    body: () => Buffer.from("虚构"),
    closed: "wrong-state",
  },
  "GET /evidence/:evidenceId": {},
  "POST /evidence/:evidenceId/custody": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, custody: noCustody }),
    closed: "wrong-state",
  },
  "POST /evidence/:evidenceId/transfers": { body: ({ id }) => ({ requestId: id(), expectedVersion: 1, transfer }), closed: "wrong-state" },
  "POST /evidence/:evidenceId/cures": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, defect: "x", explanation: "y" }),
    closed: "wrong-state",
  },
  "POST /evidence/:evidenceId/verification": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "GET /counts": { query: "running=true", badQuery: "caseId=x", notFor: null },
  "POST /cases/:caseId/counts": { body: ({ id }) => ({ requestId: id(), evidenceIds: [], options: {} }), closed: "wrong-state" },
  "GET /counts/:countId": {},
  "GET /counts/:countId/progress": {},
  "POST /counts/:countId/cancellation": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "POST /counts/:countId/retry": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "GET /counts/:countId/rows": { query: "tier=C&step=distinct", badQuery: "tier=Z" },
  "GET /cases/:caseId/corrections": {},
  "POST /cases/:caseId/corrections": {
    body: ({ id }) => ({
      requestId: id(),
      countId: id(),
      correction: { type: "tier", of: "whereabouts", tier: "B", reason: "依指导意见", cite: null },
    }),
    closed: "wrong-state",
  },
  "POST /cases/:caseId/corrections/:correctionId/withdrawal": {
    body: ({ id }) => ({ requestId: id(), reason: "有误" }),
    closed: "wrong-state",
  },
  "GET /counts/:countId/report.pdf": { badQuery: "lang=fr" },
  "GET /counts/:countId/manifest.json": {},
  "GET /counts/:countId/shapes": {},
  "GET /counts/:countId/work-list": {},
  "GET /counts/:countId/items": { badQuery: "state=maybe" },
  "GET /counts/:countId/item-decisions": {},
  "POST /counts/:countId/item-decisions": {
    body: ({ id }) => ({ requestId: id(), decision: "confirmed", fingerprints: ["0".repeat(64)], reason: null }),
    closed: "wrong-state",
  },
  "POST /counts/:countId/item-decisions/undo": {
    body: ({ id }) => ({ requestId: id(), fingerprints: ["0".repeat(64)], reason: null }),
    closed: "wrong-state",
  },
  "POST /counts/:countId/row-decisions": {
    body: ({ id }) => ({ requestId: id(), decision: "rejected", places: [{ source: "a.txt", row: 1, offset: 0 }], reason: "查无此人" }),
    closed: "wrong-state",
  },
  "POST /counts/:countId/proof-override": { body: ({ id }) => ({ requestId: id(), reason: "经检察长批准" }), closed: "wrong-state" },
  "GET /counts/:countId/groups": {},
  "POST /cases/:caseId/deliveries/trial": { body: () => ({ deliveries: [delivery] }), closed: "wrong-state" },
  "POST /cases/:caseId/deliveries/reading": {
    query: "name=a.csv",
    badQuery: "name=",
    body: () => Buffer.from("批次,方向\n甲,取得\n"),
    closed: "wrong-state",
  },
  "POST /cases/:caseId/deliveries": {
    body: ({ id }) => ({ requestId: id(), name: "流转", deliveries: [delivery] }),
    closed: "wrong-state",
  },
  "GET /cases/:caseId/deliveries": {},
  "GET /delivery-tables/:deliveryTableId": {},
  "POST /cases/:caseId/money-flows": {
    query: `requestId=${randomUUID()}&name=a.csv`,
    badQuery: "name=a.csv",
    body: () => Buffer.from(FLOW),
    closed: "wrong-state",
  },
  "GET /cases/:caseId/money-flows": {},
  "POST /money-flows/:moneyFlowId/trial": { body: () => ({ choices: {} }), closed: "wrong-state" },
  "POST /money-flows/:moneyFlowId/gains": { body: ({ id }) => ({ requestId: id(), choices: {} }), closed: "wrong-state" },
  "GET /cases/:caseId/gains": {},
  "GET /gains/:calculationId": {},
  "GET /gains/:calculationId/lines": { query: "page=1", badQuery: "page=0" },
  "POST /cases/:caseId/samples/trial": { body: () => ({ design }), closed: "wrong-state" },
  "POST /cases/:caseId/samples": { body: ({ id }) => ({ requestId: id(), countId: null, design }), closed: "wrong-state" },
  "GET /cases/:caseId/samples": {},
  "GET /samples/:sampleId": {},
  "POST /samples/:sampleId/checks": { body: ({ id }) => ({ requestId: id(), expectedVersion: 1, checks: [] }), closed: "wrong-state" },
  "GET /deadlines": { badQuery: "lang=fr", notFor: null },
  "GET /deadlines.ics": { badQuery: "lang=fr", notFor: null },
  "GET /cases/:caseId/deadlines": { badQuery: "lang=fr" },
  "POST /cases/:caseId/deadlines": {
    body: ({ id }) => ({ requestId: id(), state: { rule: "CR-PROS-1M", from: "2026-11-01" } }),
    closed: "wrong-state",
  },
  "POST /deadlines/:deadlineId/changes": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, change: { type: "end", on: "2026-11-20" } }),
    closed: "wrong-state",
  },
  "POST /deadlines/:deadlineId/preview": {
    query: "lang=en",
    badQuery: "lang=fr",
    body: () => ({ change: { type: "end", on: "2026-11-20" } }),
    closed: "wrong-state",
  },
  "GET /cases/:caseId/measures": {},
  "POST /cases/:caseId/measures": {
    body: ({ id }) => ({ requestId: id(), state: { partyId: id(), kind: "bail", from: "2026-11-01", document: "决定书" } }),
    closed: "wrong-state",
  },
  "POST /measures/:measureId/changes": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, change: { type: "void", reason: "误录" } }),
    closed: "wrong-state",
  },
  "GET /law/remedies": { notFor: null },
  "GET /cases/:caseId/remedies": {},
  "POST /cases/:caseId/remedies": {
    body: ({ id }) => ({ requestId: id(), begin: { kind: "damages", content: damages } }),
    closed: "wrong-state",
  },
  "POST /remedies/:remedyId/actions": {
    body: ({ id }) => ({
      requestId: id(),
      expectedVersion: 1,
      act: { kind: "damages", action: { type: "revise", content: damages, reason: "补录" } },
    }),
    closed: "wrong-state",
  },
  "GET /process-notices": { badQuery: "caseId=1", notFor: null },
  // What is asked of a clock that still runs in a closed case is asked all the same.
  "POST /cases/:caseId/process-notices": {
    body: ({ id }) => ({ requestId: id(), deadlineId: id(), ground: "over", text: "请说明" }),
    closed: null,
  },
  "POST /process-notices/:noticeId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "reply", text: "说明" } }),
    closed: null,
  },
  "GET /deadlines/board": { badQuery: "officeCode=1", notFor: null },
  "GET /deadlines/board/day": { query: "bucket=over", badQuery: "bucket=never", notFor: null },
  "GET /deadlines/reminder": { notFor: null },
  "GET /custody": { notFor: null },
  "POST /custody/sign-offs": {
    body: ({ id }) => ({ requestId: id(), day: "2026-11-20", hash: "0".repeat(64), explanations: {} }),
    notFor: "technician",
  },
  "GET /procedures": { badQuery: "page=0", notFor: null },
  "GET /procedures/:procedureId": {},
  "POST /procedures/:procedureId/actions": {
    body: ({ id }) => ({
      requestId: id(),
      expectedVersion: 1,
      action: {
        type: "take-step",
        step: "receive-for-prosecution",
        on: "2026-11-20",
        fields: { detained: false, document: "云公诉〔2026〕1号" },
      },
    }),
    // A track of the public interest outlives the prosecution: its own state decides, not the stage of the case.
    closed: null,
  },
  "GET /document-kinds": { notFor: null },
  "GET /document-numbers": { badQuery: "year=1", notFor: null },
  "POST /office-short-name": { body: ({ id }) => ({ requestId: id(), shortName: "云岭" }), notFor: "technician" },
  "GET /cases/:caseId/legal-documents": {},
  "GET /cases/:caseId/legal-documents/preview": { query: "kind=notice", badQuery: "procedureId=x" },
  // The documents of a case that is closed still go out: the decision not to prosecute, the receipt.
  "POST /cases/:caseId/legal-documents": { body: ({ id }) => ({ requestId: id(), kind: "notice" }), closed: null },
  "GET /legal-documents": { badQuery: "status=x", notFor: null },
  "GET /legal-documents/:legalDocumentId": {},
  "GET /legal-documents/:legalDocumentId/file": { query: "format=docx", badQuery: "format=odt" },
  "GET /document-templates": { query: "kind=notice", badQuery: "a=1", notFor: null },
  "POST /document-templates": {
    query: `requestId=${randomUUID()}&kind=notice&name=a.docx`,
    badQuery: "kind=notice",
    body: () => Buffer.from("x"),
    notFor: "technician",
  },
  "POST /document-templates/standard": { body: ({ id }) => ({ requestId: id(), kind: "notice" }), notFor: "technician" },
  "GET /document-templates/standard.docx": { query: "kind=notice", badQuery: "a=1", notFor: null },
  "GET /document-templates/own.docx": { query: `templateId=${randomUUID()}`, badQuery: "templateId=x", notFor: null },
  "POST /legal-documents/:legalDocumentId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "withdraw", reason: "误制" } }),
    closed: null,
  },
  "GET /cases/:caseId/evidence-outline": {},
  "POST /cases/:caseId/evidence-links": { body: ({ id }) => ({ requestId: id(), link: evidenceLink(id()) }), closed: "wrong-state" },
  "POST /evidence-links/:linkId/changes": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, change: { type: "remove", reason: "误认" } }),
    closed: "wrong-state",
  },
  "POST /cases/:caseId/outline-suggestions": { body: () => ({ kind: "supplementary", track: "incidental" }), closed: null },
  "POST /cases/:caseId/outlines": { body: ({ id }) => ({ requestId: id(), content: outlineContent }), closed: "wrong-state" },
  "POST /outlines/:outlineId/changes": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, change: { type: "confirm" } }),
    closed: "wrong-state",
  },
  "GET /clues": { badQuery: "page=0", notFor: null },
  "POST /clues": { body: ({ id }) => ({ requestId: id(), content: clueContent, source: "群众举报" }), notFor: "technician" },
  "GET /clues/:clueId": {},
  "POST /clues/:clueId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "dismiss", code: "duplicate" } }),
    closed: null,
  },
  "GET /clue-rules": { badQuery: "track=none", notFor: null },
  "GET /clue-rule": { query: "rule=insider", badQuery: "office=1", notFor: null },
  "GET /clue-rule-prompts": { query: "rule=insider&list=falsely", badQuery: "rule=insider&list=none", notFor: null },
  "POST /clue-rule-decisions": {
    body: ({ id }) => ({ requestId: id(), rule: "insider", expectedVersion: 0, decision: "keep", reason: "仍有用" }),
    notFor: "technician",
  },
  "GET /recommendations": { badQuery: "page=0", notFor: null },
  "GET /recommendations/:recommendationId": {},
  "POST /recommendations/:recommendationId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "revise", content: recommendationContent } }),
    // What was recommended is followed up after the prosecution ended; only a new one is not drafted in a closed case.
    closed: null,
  },
  "GET /cases/:caseId/recommendations": {},
  "POST /cases/:caseId/recommendations": {
    body: ({ id }) => ({ requestId: id(), content: recommendationContent }),
    closed: "wrong-state",
  },
  "GET /cases/:caseId/confirmed-facts": {},
  "GET /cases/:caseId/case-documents": { badQuery: "page=0" },
  "GET /cases/:caseId/document-batches": {},
  "POST /cases/:caseId/document-batches": {
    body: ({ id }) => ({ requestId: id(), evidenceId: id(), kind: null }),
    closed: "wrong-state",
  },
  "POST /document-batches/:documentBatchId/cancellation": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "POST /document-batches/:documentBatchId/continuation": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "POST /cases/:caseId/case-documents": {
    body: ({ id }) => ({ requestId: id(), evidenceId: id(), kind: "judgment" }),
    closed: "wrong-state",
  },
  "GET /case-documents/:caseDocumentId": {},
  "GET /case-documents/:caseDocumentId/pages": { badQuery: "from=0" },
  "GET /case-documents/:caseDocumentId/progress": {},
  "POST /case-documents/:caseDocumentId/readings": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "POST /case-documents/:caseDocumentId/cancellation": { body: ({ id }) => ({ requestId: id() }), closed: "wrong-state" },
  "POST /case-documents/:caseDocumentId/facts": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 0, key: "charge|x|0-1", decision: "confirmed" }),
    closed: "wrong-state",
  },
  "GET /capture-funnel": { badQuery: "from=yesterday", notFor: "technician" },
  "GET /capture-documents": { query: "step=hits", badQuery: "step=none", notFor: "technician" },
  "POST /clues/:clueId/transfers": { body: ({ id }) => ({ requestId: id(), ...handOver }), closed: null },
  "GET /transfers": { badQuery: "page=0", notFor: null },
  "GET /transfers/:transferId": {},
  "GET /transfers/:transferId/bundle": {},
  "POST /transfer-bundles": { body: ({ id }) => ({ requestId: id(), bundle: "{}" }), notFor: "technician" },
  "POST /transfers/:transferId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "withdraw", reason: "另行处理" } }),
    closed: null,
  },
  "GET /clues/:clueId/cross-check": {},
  "POST /clues/:clueId/contacts": {
    body: ({ id, personId }) => ({
      requestId: id(),
      hit: id(),
      purpose: "joinder",
      reason: SECRET_NAME,
      until: "2026-12-01",
      disclosure: { contactId: personId },
    }),
    closed: null,
  },
  "GET /clue-hits": { badQuery: "size=0", notFor: null },
  "GET /clue-contacts": { badQuery: "side=both", notFor: null },
  "GET /clue-contacts/:contactId": {},
  "POST /clue-contacts/:contactId/actions": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, action: { type: "withdraw", reason: "另行处理" } }),
    closed: null,
  },
  "GET /cases/:caseId/procedures": {},
  "POST /cases/:caseId/procedures": {
    body: ({ id, personId }) => ({
      requestId: id(),
      kind: "criminal",
      title: "某案",
      officeCode: "990101",
      handler: personId,
      on: "2026-11-20",
    }),
    closed: "wrong-state",
  },
  "POST /counts/:countId/null-sets": { body: ({ id }) => ({ requestId: id(), seed: "1" }), closed: "wrong-state" },
  "GET /cases/:caseId/null-sets": {},
  "GET /null-sets/:nullSetId": {},
  "POST /null-sets/:nullSetId/checks": { body: ({ id }) => ({ requestId: id(), expectedVersion: 1, checks: [] }), closed: "wrong-state" },
  "POST /assessments/trial": { body: () => ({ facts }), notFor: "administrator" },
  "GET /cases/:caseId/assessments": {},
  "GET /cases/:caseId/assessments/facts": { query: `countId=${randomUUID()}`, badQuery: "countId=x" },
  "POST /cases/:caseId/assessments": { body: ({ id }) => ({ requestId: id(), countId: null, facts }), closed: "wrong-state" },
  "GET /assessments/:assessmentId": {},
  "GET /assessments/:assessmentId/tree": {},
  "POST /assessments/:assessmentId/signature": {
    body: ({ id }) => ({ requestId: id(), expectedVersion: 1, note: "同意" }),
    closed: "wrong-state",
  },
  "GET /law/library": { notFor: null },
  "POST /law/assessment": { body: () => ({ facts }), notFor: null },
  "POST /law/flip-map": { body: () => ({ facts }), notFor: null },
  "POST /law/versions": { body: () => ({ facts }), notFor: null },
  "GET /law/periods": { notFor: null },
  "POST /law/periods/computation": {
    body: () => ({ language: "zh", requests: [{ rule: "CR-ARR-7", from: "2026-11-24" }] }),
    notFor: null,
  },
  "GET /law/public-interest/questions": { notFor: null },
  "POST /law/public-interest": { body: () => ({ facts: {}, asOf: "2026-11-25" }), notFor: null },
  "GET /law/phenomena": { notFor: null },
  "POST /law/charges": { body: () => ({ phenomenon: "trap-loans" }), notFor: null },
  "POST /law/jurisdiction": { body: () => ({ language: "zh", facts: {} }), notFor: null },
  "GET /library": { notFor: null },
  "POST /library/similar": { body: () => ({ text: "被告人出售公民个人信息" }), notFor: "technician" },
  "GET /library/own-documents": { badQuery: `query=${"字".repeat(81)}`, notFor: "technician" },
  "GET /library/document": { query: "document=1", badQuery: "document=x", notFor: "technician" },
  "POST /library/imports": {
    query: `name=x.jsonl&requestId=${randomUUID()}`,
    body: () => Buffer.from('{"id":"a","text":"b"}'),
    badQuery: "name=x",
    notFor: "prosecutor",
  },
  "GET /lexicon": { notFor: "administrator" },
  "GET /lexicon/file": { badQuery: "version=x", notFor: "administrator" },
  "POST /lexicon/proposals": {
    body: ({ id }) => ({
      requestId: id(),
      expectedRevision: 0,
      change: { type: "add", list: "conducts", value: "sell", term: "出黑料", slang: true },
      reason: "黑话",
    }),
    notFor: "administrator",
  },
  "POST /lexicon/withdrawals": { body: ({ id }) => ({ requestId: id(), expectedRevision: 0, proposal: 1 }), notFor: "administrator" },
  "POST /lexicon/versions": { body: ({ id }) => ({ requestId: id(), expectedRevision: 0 }), notFor: "administrator" },
  "POST /lexicon/roll-backs": {
    body: ({ id }) => ({ requestId: id(), expectedRevision: 0, to: 0, reason: "误改" }),
    notFor: "administrator",
  },
  "POST /lexicon/replays": { body: ({ id }) => ({ requestId: id(), expectedRevision: 0 }), notFor: "administrator" },
  "POST /lexicon/replays/cancellation": { body: ({ id }) => ({ requestId: id(), replayId: id() }), notFor: "administrator" },
  "GET /lexicon/replay": { query: `replayId=${randomUUID()}`, badQuery: "replayId=x", notFor: "administrator" },
  "GET /lexicon/replay/progress": { query: `replayId=${randomUUID()}`, badQuery: "replayId=x", notFor: "administrator" },
  "GET /clues/:clueId/likeness": {},
  "GET /audit": { badQuery: "size=0", notFor: "administrator" },
  "POST /audit/verification": { body: () => ({}), notFor: "prosecutor" },
};
