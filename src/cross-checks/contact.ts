import type { ContactAction, ContactActionType, ContactEvent, ContactSide, ContactStatus } from "#cross-checks/cross-checks.contract.ts";
import { LONGEST_DAYS } from "#cross-checks/trait-kinds.data.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 联系 between two offices about what their clues share: the fold of what both sides may know. */
export type ContactState = Omit<Extract<ContactEvent, { type: "asked" }>, "type"> & {
  readonly status: Exclude<ContactStatus, "expired">;
  readonly version: number;
};

/** What may be done in each status, and by which side; who of that side stands in contact.policy.ts. */
export const ACTIONS_OF_STATUS = {
  asked: [
    ["agree", "answering"],
    ["decline", "answering"],
    ["withdraw", "asking"],
  ],
  agreed: [
    ["end", "asking"],
    ["end", "answering"],
  ],
  declined: [],
  withdrawn: [],
  ended: [],
  expired: [],
} as const satisfies Record<ContactStatus, readonly (readonly [ContactActionType, ContactSide])[]>;

export const STATUS_NAMES = {
  asked: { zh: "待答复", en: "waiting for an answer" },
  agreed: { zh: "双方同意", en: "both agree" },
  declined: { zh: "不同意", en: "declined" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  ended: { zh: "已终止", en: "ended" },
  expired: { zh: "已到期", en: "expired" },
} as const satisfies Record<ContactStatus, { zh: string; en: string }>;

/** The status on a day (ISO date): what was neither answered nor ended by its last day has run out. */
export function statusOn(
  { status, until }: Pick<ContactState, "until"> & { readonly status: ContactStatus },
  today: string,
): ContactStatus {
  return (status === "asked" || status === "agreed") && until < today ? "expired" : status;
}

/** What this side may do on a day, in the order of the table. */
export function actionsOf(state: ContactState, side: ContactSide, today: string): ContactActionType[] {
  const actions: readonly (readonly [ContactActionType, ContactSide])[] = ACTIONS_OF_STATUS[statusOn(state, today)];
  return actions.flatMap(([action, of]) => (of === side ? [action] : []));
}

/** Is the last day one a contact may be asked for: from today to half a year on? */
export function checkUntil(place: string, until: string, today: string): Outcome<null> {
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + LONGEST_DAYS * 86_400_000).toISOString().slice(0, 10);
  return until >= today && until <= last
    ? done(null)
    : refuse("invalid-input", {
        place,
        expected: `${today}至${last}的日期`,
        "expected.en": `a day from ${today} to ${last}`,
        found: until,
      });
}

/** Decides one act of a side: the event to record, or the refusal. Pure. */
export function decideContact(
  action: ContactAction,
  state: ContactState,
  { side, today }: { side: ContactSide; today: string },
): Outcome<ContactEvent> {
  if (!actionsOf(state, side, today).includes(action.type)) {
    const { zh, en } = STATUS_NAMES[statusOn(state, today)];
    return refuse("wrong-state", { state: zh, "state.en": en });
  }
  switch (action.type) {
    case "agree": {
      const checked = checkUntil("action.until", action.until, today);
      // The other side asked until its own last day; agreeing cannot make it longer.
      return checked.ok ? done({ type: "agreed", until: action.until < state.until ? action.until : state.until }) : checked;
    }
    case "decline":
      return done({ type: "declined", code: action.code });
    case "withdraw":
      return done({ type: "withdrawn" });
    case "end":
      return done({ type: "ended" });
    default:
      return unreachable(action);
  }
}

/** Folds one event into the state. @throws when the first event is not `asked` */
export function evolve(state: ContactState | null, event: ContactEvent): ContactState {
  if (event.type === "asked") {
    const { type: _, ...asked } = event;
    return { ...asked, status: "asked", version: 1 };
  }
  if (state === null) throw new Error(`the first event of a contact is "asked", found "${event.type}"`);
  const next = { ...state, version: state.version + 1 };
  return event.type === "agreed" ? { ...next, status: "agreed", until: event.until } : { ...next, status: event.type };
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly ContactEvent[]): ContactState {
  const state = events.reduce<ContactState | null>(evolve, null);
  if (state === null) throw new Error("a contact has at least the event that asked for it");
  return state;
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
