import type {
  ClueAction,
  ClueActionType,
  ClueContent,
  ClueEvent,
  ClueOrigin,
  ClueStatus,
  DismissReason,
  PromptOutcome,
} from "#clues/clues.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 线索 a clue: the fold of its recorded events. */
export type ClueState = {
  readonly status: ClueStatus;
  readonly officeCode: string;
  readonly origin: ClueOrigin;
  readonly content: ClueContent;
  readonly caseId: string | null;
  readonly heldUntil: string | null;
  readonly mergedInto: string | null;
  readonly parts: readonly string[];
  readonly procedures: readonly string[];
  /** the office whose reading prompted it, wherever it lies now; null: entered by a person */
  readonly promptedBy: string | null;
  /** while it is dismissed */
  readonly dismissedFor: DismissReason | null;
  readonly version: number;
};

/** What may be done to a clue in each status; who may do it stands in clue.policy.ts. `transfer` is an act of the transfers. */
export const ACTIONS_OF_STATUS = {
  prompted: ["confirm", "correct", "dismiss"],
  queued: ["correct", "hold", "dismiss", "merge", "split", "accept", "transfer"],
  held: ["correct", "resume", "dismiss", "merge", "accept", "transfer"],
  accepted: ["accept"],
  dismissed: ["reopen"],
  merged: ["unmerge"],
  split: ["unsplit"],
  transferred: [],
} as const satisfies Record<ClueStatus, readonly (ClueActionType | "transfer")[]>;

export const STATUS_NAMES = {
  prompted: { zh: "待确认的提示", en: "prompt to be confirmed" },
  queued: { zh: "待办", en: "in the queue" },
  held: { zh: "暂缓", en: "on hold" },
  accepted: { zh: "已受理", en: "accepted" },
  dismissed: { zh: "不作为线索", en: "dismissed" },
  merged: { zh: "已并入", en: "merged" },
  split: { zh: "已拆分", en: "split" },
  transferred: { zh: "已移送", en: "transferred" },
} as const satisfies Record<ClueStatus, { zh: string; en: string }>;

/** What `decideClue` cannot know by itself: the clue to merge into, the status of the parts. */
export type ClueContext = {
  readonly id: string;
  readonly today: string;
  readonly into: { readonly id: string; readonly status: ClueStatus } | null;
  readonly parts: readonly ClueStatus[];
};

type Plain = Exclude<ClueAction, { type: "split" | "accept" }>;

/** Is the act allowed in this status? Refuses with the status' name otherwise. */
export function allows(status: ClueStatus, action: ClueActionType | "transfer"): Outcome<null> {
  const allowed: readonly string[] = ACTIONS_OF_STATUS[status];
  return allowed.includes(action)
    ? done(null)
    : refuse("wrong-state", { state: STATUS_NAMES[status].zh, "state.en": STATUS_NAMES[status].en });
}

/** Decides an act that makes nothing new: the event to record, or the refusal. Pure. */
export function decideClue(action: Plain, state: ClueState, context: ClueContext): Outcome<ClueEvent> {
  const allowed = allows(state.status, action.type);
  if (!allowed.ok) return allowed;
  switch (action.type) {
    case "confirm":
      return done({ type: "confirmed" });
    case "correct":
      return done({ type: "corrected", content: action.content, reason: action.reason });
    case "hold":
      return action.until > context.today
        ? done({ type: "held", until: action.until, reason: action.reason })
        : wrong("action.until", "今天以后的日期", "a day after today", action.until);
    case "resume":
      return done({ type: "resumed" });
    case "dismiss":
      // The code alone suffices where it says all; "other" says nothing without words.
      return action.code === "other" && action.reason === ""
        ? wrong("action.reason", "不作为线索的理由", "the reason", "空 / nothing")
        : done({ type: "dismissed", code: action.code, reason: action.reason });
    case "reopen":
      return done({ type: "reopened", reason: action.reason });
    case "merge": {
      const { into } = context;
      if (into === null) return refuse("not-found", { what: "clue" });
      if (into.id === context.id) return wrong("action.into", "另一条线索", "another clue", "本线索 / itself");
      const open = into.status === "queued" || into.status === "held" || into.status === "accepted";
      if (!open) return refuse("wrong-state", { state: STATUS_NAMES[into.status].zh, "state.en": STATUS_NAMES[into.status].en });
      return done({ type: "merged", into: into.id, reason: action.reason });
    }
    case "unmerge":
      return done({ type: "unmerged", reason: action.reason });
    case "unsplit":
      return context.parts.every((status) => status === "queued" || status === "held" || status === "dismissed")
        ? done({ type: "unsplit", reason: action.reason })
        : refuse("condition-not-met", {
            condition: "拆分出的线索已有受理、移送、并入或者再拆分的，不能撤销拆分",
            "condition.en": "A part was accepted, transferred, merged or split again: the split stays",
            cite: "人民检察院公益诉讼办案规则 第二十五条",
          });
    default:
      return unreachable(action);
  }
}

/** What became of a prompt by the last word of a person; null of a clue that no machine prompted. Merged, split, held and transferred ones were taken as clues. */
export function tellOutcome({ promptedBy, status }: Pick<ClueState, "promptedBy" | "status">): PromptOutcome | null {
  if (promptedBy === null) return null;
  if (status === "prompted") return "waiting";
  return status === "accepted" || status === "dismissed" ? status : "confirmed";
}

/** Folds one event into the state. @throws when the first event is not `registered` */
export function evolve(state: ClueState | null, event: ClueEvent): ClueState {
  if (event.type === "registered") {
    const { officeCode, origin, content, caseId, prompted } = event;
    const rest = { heldUntil: null, mergedInto: null, parts: [], procedures: [], dismissedFor: null, version: 1 };
    const promptedBy = prompted ? officeCode : null;
    return { status: prompted ? "prompted" : "queued", officeCode, origin, content, caseId, promptedBy, ...rest };
  }
  if (state === null) throw new Error(`the first event of a clue is "registered", found "${event.type}"`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case "confirmed":
    case "resumed":
    case "reopened":
      return { ...next, status: "queued", heldUntil: null, dismissedFor: null };
    case "corrected":
      return { ...next, content: event.content };
    case "held":
      return { ...next, status: "held", heldUntil: event.until };
    case "dismissed":
      return { ...next, status: "dismissed", heldUntil: null, dismissedFor: event.code };
    case "merged":
      return { ...next, status: "merged", mergedInto: event.into, heldUntil: null };
    case "unmerged":
      return { ...next, status: "queued", mergedInto: null };
    case "split":
      return { ...next, status: "split", parts: event.into };
    case "unsplit":
      return { ...next, status: "queued", parts: [] };
    case "accepted":
      return { ...next, status: "accepted", caseId: event.caseId, procedures: [...state.procedures, ...event.procedures], heldUntil: null };
    case "handed-over":
      return { ...next, status: "transferred", heldUntil: null };
    case "handed-back":
      return { ...next, status: "queued" };
    case "received":
      // The case stays with the office that handed the clue over: the one that takes it opens its own.
      return {
        ...next,
        status: "queued",
        officeCode: event.officeCode,
        caseId: event.officeCode === state.officeCode ? state.caseId : null,
      };
    default:
      return unreachable(event);
  }
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly ClueEvent[]): ClueState {
  const state = events.reduce<ClueState | null>(evolve, null);
  if (state === null) throw new Error("a clue has at least the event that registered it");
  return state;
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
