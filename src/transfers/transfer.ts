import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { Clock, TransferLeg } from "#transfers/transfer-clocks.contract.ts";
import type {
  LegTaken,
  TransferAction,
  TransferActionType,
  TransferEvent,
  TransferForm,
  TransferStatus,
  TransferTarget,
} from "#transfers/transfers.contract.ts";

/** 线索移送 a transfer: the fold of its recorded events. */
export type TransferState = {
  readonly clueId: string;
  readonly title: string;
  readonly target: TransferTarget;
  readonly direction: "sideways" | "upward" | null;
  readonly from: { readonly office: string; readonly department: string };
  /** the office that is to handle it: of the same office for a department, null for an organ outside */
  readonly toOffice: string | null;
  readonly form: TransferForm;
  readonly documentId: string | null;
  readonly status: TransferStatus;
  readonly number: string | null;
  readonly forwardedOn: string | null;
  readonly legs: readonly Omit<LegTaken, "late">[];
  /** whether the other side is an installation that is not connected: what it does is recorded here by hand */
  readonly byBundle: boolean;
  /** whether the superior has said who handles it */
  readonly settled: boolean;
  readonly receipt: { readonly on: string; readonly receiver: string; readonly receipt: string } | null;
  readonly version: number;
};

/** What may be done in each status; who may do it stands in transfer.policy.ts. */
export const ACTIONS_OF_STATUS = {
  handed: ["register", "withdraw"],
  registered: ["forward", "withdraw"],
  forwarded: ["receive"],
  received: ["accept", "decline", "report-up"],
  reported: ["settle"],
  accepted: ["feed-back"],
  declined: [],
  closed: [],
  withdrawn: [],
} as const satisfies Record<TransferStatus, readonly TransferActionType[]>;

export const STATUS_NAMES = {
  handed: { zh: "待案管登记", en: "to be registered" },
  registered: { zh: "待转送", en: "to be forwarded" },
  forwarded: { zh: "待签收", en: "to be received" },
  received: { zh: "待决定", en: "to be decided" },
  reported: { zh: "已报请上级", en: "reported to the superior" },
  accepted: { zh: "待反馈", en: "accepted, result awaited" },
  declined: { zh: "未接收", en: "declined" },
  closed: { zh: "已反馈", en: "result fed back" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
} as const satisfies Record<TransferStatus, { zh: string; en: string }>;

/** 公益诉讼办案规则 第二十六条: what a procuratorate may not do with a clue that one of its level transferred. */
export const NO_BOUNCE = {
  condition: "受移送的人民检察院应当受理；认为不属于本院管辖的，应当报告上级人民检察院，不得自行退回或者再行移送",
  "condition.en":
    "The procuratorate that receives a transferred clue must take it; where it holds itself without jurisdiction it reports to its superior and may not return it or pass it on",
  cite: "人民检察院公益诉讼办案规则 第二十六条",
} as const;

const SETTLED = {
  condition: "上级人民检察院已经指定办理，应当执行",
  "condition.en": "The superior has said who handles it: that is to be carried out",
  cite: "人民检察院公益诉讼办案规则 第十七条",
} as const;

/** What `decideTransfer` cannot know by itself. */
export type TransferContext = {
  readonly today: string;
  /** the number that registration would give */
  readonly number: string;
  /** the next higher procuratorate of the one that received it; null: there is none */
  readonly superior: string | null;
  /** whether an office stands below that superior at the level of the one that received it, or is the superior itself */
  readonly mayHandle: (officeCode: string) => boolean;
  readonly clockOf: (leg: TransferLeg, start: string) => Clock;
};

/** Decides one act: the event to record, or the refusal. Pure. */
export function decideTransfer(action: TransferAction, state: TransferState, context: TransferContext): Outcome<TransferEvent> {
  const allowed: readonly string[] = ACTIONS_OF_STATUS[state.status];
  if (!allowed.includes(action.type)) {
    const { zh, en } = STATUS_NAMES[state.status];
    return refuse("wrong-state", { state: zh, "state.en": en });
  }
  const { today: on, clockOf } = context;
  switch (action.type) {
    case "register":
      return done({ type: "registered", number: context.number, on, next: clockOf("forward", on) });
    case "forward":
      return done({ type: "forwarded", on, next: clockOf("receive", on) });
    case "receive":
      return action.on > on || action.on < (state.forwardedOn ?? on)
        ? wrong("action.on", `${state.forwardedOn ?? on}至${on}的日期`, `a day from ${state.forwardedOn ?? on} to ${on}`, action.on)
        : done({ ...action, type: "received", next: clockOf("decide", action.on) });
    case "accept":
      return done({ type: "accepted", on, note: action.note, next: clockOf("feedback", on) });
    case "decline":
      if (state.direction === "sideways") return refuse("condition-not-met", NO_BOUNCE);
      return action.code === "other" && action.reason === ""
        ? wrong("action.reason", "不接收的理由", "the reason", "空 / nothing")
        : done({ type: "declined", on, code: action.code, reason: action.reason });
    case "report-up":
      if (state.direction !== "sideways")
        return wrong("action.type", "同级人民检察院移送的线索", "a clue transferred by a procuratorate of the same level", action.type);
      if (state.settled) return refuse("condition-not-met", SETTLED);
      return context.superior === null
        ? refuse("condition-not-met", NO_BOUNCE)
        : done({ type: "reported-up", on, superior: context.superior, reason: action.reason, next: clockOf("settle", on) });
    case "settle":
      return context.mayHandle(action.officeCode)
        ? done({ type: "settled", on, officeCode: action.officeCode, reason: action.reason, next: clockOf("receive", on) })
        : wrong("action.officeCode", "本院或者下一级人民检察院", "this office or one right below it", action.officeCode);
    case "feed-back":
      return done({ type: "fed-back", on, outcome: action.outcome, words: action.words });
    case "withdraw":
      return done({ type: "withdrawn", on, reason: action.reason });
    default:
      return unreachable(action);
  }
}

/** Folds one event into the state. @throws when the first event is not `handed-over` */
export function evolve(state: TransferState | null, event: TransferEvent): TransferState {
  if (event.type === "handed-over") {
    const { clueId, title, target, direction, from, form, documentId, next } = event;
    const toOffice = target.kind === "department" ? from.office : target.kind === "procuratorate" ? target.officeCode : null;
    const rest = { status: "handed" as const, number: null, forwardedOn: null, settled: false, byBundle: false, receipt: null, version: 1 };
    return { clueId, title, target, direction, from, toOffice, form, documentId, ...rest, legs: startLeg([], next) };
  }
  if (state === null) throw new Error(`the first event of a transfer is "handed-over", found "${event.type}"`);
  const legs = startLeg(endLeg(state.legs, event.on), "next" in event ? event.next : null);
  const after = { ...state, legs, version: state.version + 1 };
  switch (event.type) {
    case "registered":
      return { ...after, status: "registered", number: event.number };
    case "forwarded":
      return { ...after, status: "forwarded", forwardedOn: event.on };
    case "received":
      return { ...after, status: "received", receipt: { on: event.on, receiver: event.receiver, receipt: event.receipt } };
    case "taken-by-bundle": {
      const { on, receiver, receipt } = event;
      return { ...after, status: "accepted", byBundle: true, receipt: { on, receiver, receipt } };
    }
    case "accepted":
      return { ...after, status: "accepted" };
    case "declined":
      return { ...after, status: "declined" };
    case "reported-up":
      return { ...after, status: "reported" };
    case "settled":
      // The office that is to handle it receives it again, with a receipt of its own.
      return { ...after, status: "forwarded", toOffice: event.officeCode, forwardedOn: event.on, settled: true, receipt: null };
    case "fed-back":
      return { ...after, status: "closed" };
    case "withdrawn":
      return { ...after, status: "withdrawn" };
    default:
      return unreachable(event);
  }
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly TransferEvent[]): TransferState {
  const state = events.reduce<TransferState | null>(evolve, null);
  if (state === null) throw new Error("a transfer has at least the event that handed it over");
  return state;
}

/** The clock that runs now; null when the transfer is over. */
export function clockOfNow({ legs }: Pick<TransferState, "legs">): Clock | null {
  const last = legs.at(-1);
  return last === undefined || last.endedOn !== null ? null : last;
}

function startLeg(legs: TransferState["legs"], next: Clock | null): TransferState["legs"] {
  return next === null ? legs : [...legs, { ...next, endedOn: null }];
}

function endLeg(legs: TransferState["legs"], on: string): TransferState["legs"] {
  return legs.map((leg) => (leg.endedOn === null ? { ...leg, endedOn: on } : leg));
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
