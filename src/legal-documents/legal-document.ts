import type { Approver, BodyParagraph } from "#legal-documents/document-kind.contract.ts";
import type {
  DocumentAction,
  DocumentActionType,
  DocumentStatus,
  FieldValues,
  LegalDocumentEvent,
} from "#legal-documents/legal-documents.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Of<T extends LegalDocumentEvent["type"]> = Extract<LegalDocumentEvent, { type: T }>;

/** 文书 a document: the fold of its recorded events. */
export type LegalDocumentState = {
  readonly status: DocumentStatus;
  readonly kind: string;
  readonly caseId: string | null;
  readonly procedureId: string | null;
  readonly officeCode: string;
  readonly toOffice: string | null;
  readonly fields: FieldValues;
  readonly body: readonly BodyParagraph[] | null;
  readonly factsHash: string;
  readonly templateId: string | null;
  readonly issued: Omit<Of<"issued">, "type"> | null;
  readonly service: Omit<Of<"served">, "type"> | null;
  readonly receipt: Omit<Of<"receipt-recorded">, "type"> | null;
  readonly version: number;
};

/** What may be done to a document in each status; who may do it stands in legal-document.policy.ts. */
const ACTIONS_OF_STATUS = {
  draft: ["edit", "submit", "issue", "withdraw"],
  submitted: ["approve", "return", "withdraw"],
  approved: ["return", "issue", "withdraw"],
  issued: ["serve", "withdraw"],
  served: ["record-receipt", "withdraw"],
  withdrawn: [],
} as const satisfies Record<DocumentStatus, readonly DocumentActionType[]>;

export const STATUS_NAMES = {
  draft: { zh: "草稿", en: "draft" },
  submitted: { zh: "待审批", en: "waiting for approval" },
  approved: { zh: "已审批", en: "approved" },
  issued: { zh: "已签发", en: "issued" },
  served: { zh: "已送达", en: "served" },
  withdrawn: { zh: "已撤回（作废）", en: "withdrawn" },
} as const satisfies Record<DocumentStatus, { zh: string; en: string }>;

/** The acts possible now: a kind that the handler issues alone has no approval; one that needs approval is never issued from a draft. */
export function actionsOf({ status, receipt }: Pick<LegalDocumentState, "status" | "receipt">, approver: Approver): DocumentActionType[] {
  const actions: readonly DocumentActionType[] = ACTIONS_OF_STATUS[status];
  if (receipt !== null) return actions.filter((action) => action !== "record-receipt");
  if (status !== "draft") return [...actions];
  return actions.filter((action) => (approver === "handler" ? action !== "submit" : action !== "issue"));
}

/** What `decideDocument` cannot know by itself. */
export type DocumentContext = { readonly today: string; readonly approver: Approver; readonly missing: readonly string[] };
type Plain = Exclude<DocumentAction, { type: "issue" }>;

/** Is the act possible in this status, and are the mandatory fields filled where it needs them? */
export function allowAct(type: DocumentActionType, state: LegalDocumentState, { approver, missing }: DocumentContext): Outcome<null> {
  if (!actionsOf(state, approver).includes(type)) {
    const { zh, en } = STATUS_NAMES[state.status];
    return refuse("wrong-state", { state: zh, "state.en": en });
  }
  if ((type === "submit" || type === "issue") && missing.length > 0)
    return refuse("invalid-input", {
      place: missing.join("、"),
      "place.en": `${missing.length} mandatory fields`,
      expected: "已填写的内容",
      "expected.en": "filled in",
      found: "空 / nothing",
    });
  return done(null);
}

/** Decides an act that gives no number: the event to record, or the refusal. Pure. */
export function decideDocument(action: Plain, state: LegalDocumentState, context: DocumentContext): Outcome<LegalDocumentEvent> {
  const allowed = allowAct(action.type, state, context);
  if (!allowed.ok) return allowed;
  switch (action.type) {
    case "edit":
      if (action.body !== null && state.templateId !== null)
        return wrong("action.body", "只改填写项（正文由本院模板决定）", "fields only: the text is the office's template", "正文 / text");
      return done({ type: "edited", fields: written(action.fields), body: action.body });
    case "submit":
      return done({ type: "submitted" });
    case "approve":
      return context.approver === "committee" && action.note === ""
        ? wrong("action.note", "检察委员会决定的会议和日期", "meeting and day of the committee's decision", "空 / nothing")
        : done({ type: "approved", note: action.note });
    case "return":
      return done({ type: "returned", reason: action.reason });
    case "serve": {
      const from = state.issued?.on ?? context.today;
      if (action.on < from || action.on > context.today)
        return wrong("action.on", `${from}至${context.today}之间的日期`, `a day from ${from} to ${context.today}`, action.on);
      const { way, on, receiver, note } = action;
      return done({ type: "served", way, on, receiver, note });
    }
    case "record-receipt": {
      const from = state.service?.on ?? context.today;
      if (action.on < from || action.on > context.today)
        return wrong("action.on", `${from}至${context.today}之间的日期`, `a day from ${from} to ${context.today}`, action.on);
      return done({ type: "receipt-recorded", on: action.on, receipt: action.receipt });
    }
    case "withdraw":
      return done({ type: "withdrawn", reason: action.reason });
    default:
      return unreachable(action);
  }
}

/** Folds one event into the state. @throws when the first event is not `drafted` */
export function evolve(state: LegalDocumentState | null, event: LegalDocumentEvent): LegalDocumentState {
  if (event.type === "drafted") {
    const { type: _, ...drafted } = event;
    return { ...drafted, status: "draft", body: null, issued: null, service: null, receipt: null, version: 1 };
  }
  if (state === null) throw new Error(`the first event of a document is "drafted", found "${event.type}"`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case "edited":
      return { ...next, fields: { ...state.fields, ...event.fields }, body: event.body ?? state.body };
    case "submitted":
      return { ...next, status: "submitted" };
    case "approved":
      return { ...next, status: "approved" };
    case "returned":
      return { ...next, status: "draft" };
    case "issued": {
      const { type: _, ...issued } = event;
      return { ...next, status: "issued", issued };
    }
    case "served": {
      const { type: _, ...service } = event;
      return { ...next, status: "served", service };
    }
    case "receipt-recorded": {
      const { type: _, ...receipt } = event;
      return { ...next, receipt };
    }
    case "withdrawn":
      return { ...next, status: "withdrawn" };
    default:
      return unreachable(event);
  }
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly LegalDocumentEvent[]): LegalDocumentState {
  const state = events.reduce<LegalDocumentState | null>(evolve, null);
  if (state === null) throw new Error("a document has at least the event that drafted it");
  return state;
}

/** Plain values of the fields, as the template takes them. */
export function valuesOf(fields: FieldValues): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([id, { value }]) => [id, value]));
}

function written(fields: Readonly<Record<string, string>>): FieldValues {
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { value, source: "written" as const }]));
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
