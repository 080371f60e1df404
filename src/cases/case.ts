import type { CaseEvent } from "#cases/case-event.contract.ts";
import type { CaseAction, CaseActionType, MemberRole, Party, Stage } from "#cases/cases.contract.ts";
import type { Role } from "#offices/offices.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 案件 a criminal case: the fold of its recorded events. */
export type CaseState = {
  readonly number: string;
  readonly title: string;
  readonly offence: "infringing-personal-information";
  readonly stage: Stage;
  /** day of the last stage move, or of acceptance */
  readonly stageSince: string;
  readonly officeCode: string;
  readonly acceptedOn: string;
  readonly version: number;
  readonly parties: readonly Party[];
  readonly members: readonly Membership[];
};

export type Membership = { readonly personId: string; readonly role: MemberRole; readonly from: string; readonly until: string | null };

/** What `decide` cannot know by itself. */
export type DecideContext = {
  readonly today: string;
  /** id for a party that is added */
  readonly newPartyId: string;
  /** roles of the person whom `add-member` names; null = there is no such person, or no longer */
  readonly rolesOfNewMember: readonly Role[] | null;
};

/** What may be done to a case in each stage; who may do it stands in case.policy.ts. */
export const ACTIONS_OF_STAGE = {
  "early-intervention": ["rename", "move-stage", "add-party", "correct-party", "remove-party", "add-member", "end-membership"],
  "arrest-review": ["rename", "move-stage", "add-party", "correct-party", "remove-party", "add-member", "end-membership"],
  "prosecution-review": ["rename", "move-stage", "add-party", "correct-party", "remove-party", "add-member", "end-membership"],
  trial: ["rename", "move-stage", "add-party", "correct-party", "remove-party", "add-member", "end-membership"],
  closed: ["move-stage"],
} as const satisfies Record<Stage, readonly CaseActionType[]>;

/**
 * Where a case may go from each stage. `back` needs a reason: arrest not approved and the investigation goes on (刑事诉讼法 art. 90);
 * prosecution withdrawn or the court hearing postponed for supplementary investigation (规则 arts 421-424); a closed case taken up
 * again (complaint or objection upheld, arts 379-382). A return for supplementary investigation before indictment (art. 175) stays
 * in prosecution-review: the clock restarts, the stage does not change.
 */
export const STAGE_MOVES = {
  "early-intervention": { forward: ["arrest-review", "prosecution-review", "closed"], back: [] },
  "arrest-review": { forward: ["prosecution-review", "closed"], back: ["early-intervention"] },
  "prosecution-review": { forward: ["trial", "closed"], back: [] },
  trial: { forward: ["closed"], back: ["prosecution-review"] },
  closed: { forward: [], back: ["arrest-review", "prosecution-review", "trial"] },
} as const satisfies Record<Stage, { forward: readonly Stage[]; back: readonly Stage[] }>;

/** 阶段名 names of the stages. */
export const STAGE_NAMES = {
  "early-intervention": { zh: "提前介入", en: "early intervention" },
  "arrest-review": { zh: "审查逮捕", en: "review of arrest" },
  "prosecution-review": { zh: "审查起诉", en: "review for prosecution" },
  trial: { zh: "审判", en: "trial" },
  closed: { zh: "已办结", en: "closed" },
} as const satisfies Record<Stage, { zh: string; en: string }>;

/** The role in the office without which nobody takes this part in a case: one of these. A case taken up for the public interest alone is owned by its PIL prosecutor. */
const ROLE_NEEDED = {
  owner: ["criminal-prosecutor", "pil-prosecutor"],
  "criminal-prosecutor": ["criminal-prosecutor"],
  "pil-prosecutor": ["pil-prosecutor"],
  technician: ["technician"],
} as const satisfies Record<MemberRole, readonly Role[]>;

/** Stages to which a case in the given stage may move, forward ones first. */
export function nextStages(stage: Stage): Stage[] {
  return [...STAGE_MOVES[stage].forward, ...STAGE_MOVES[stage].back];
}

/**
 * Decides an action on a case: the events to record, or the refusal. Pure; who acts was judged before, by the policy.
 */
export function decide(action: CaseAction, state: CaseState, context: DecideContext): Outcome<CaseEvent> {
  const allowed: readonly CaseActionType[] = ACTIONS_OF_STAGE[state.stage];
  if (!allowed.includes(action.type)) return wrongStage(state.stage);
  switch (action.type) {
    case "rename":
      return done({ type: "renamed", title: action.title });
    case "move-stage":
      return decideMove(action, state, context);
    case "add-party":
      return done({ type: "party-added", party: { ...action.party, id: context.newPartyId } });
    case "correct-party":
      if (!state.parties.some((party) => party.id === action.partyId)) return refuse("not-found", { what: "party" });
      return done({ type: "party-corrected", party: { ...action.party, id: action.partyId }, reason: action.reason });
    case "remove-party":
      if (!state.parties.some((party) => party.id === action.partyId)) return refuse("not-found", { what: "party" });
      return done({ type: "party-removed", partyId: action.partyId, reason: action.reason });
    case "add-member":
      return decideMember(action, state, context);
    case "end-membership":
      return decideEnd(action, state, context);
    default:
      return unreachable(action);
  }
}

function decideMove(action: Extract<CaseAction, { type: "move-stage" }>, state: CaseState, { today }: DecideContext): Outcome<CaseEvent> {
  const { forward, back }: { forward: readonly Stage[]; back: readonly Stage[] } = STAGE_MOVES[state.stage];
  const backwards = back.includes(action.stage);
  if (!backwards && !forward.includes(action.stage)) return wrongStage(state.stage);
  if (backwards && !action.reason?.trim())
    return wrong("action.reason", "退回前一阶段的理由", "the reason for moving back", "空 / nothing");
  if (action.on < state.stageSince || action.on > today) {
    const [zh, en] = [`${state.stageSince}至${today}之间的日期`, `a day from ${state.stageSince} to ${today}`];
    return wrong("action.on", zh, en, action.on);
  }
  return done({ type: "stage-moved", from: state.stage, to: action.stage, on: action.on, reason: action.reason?.trim() || null });
}

function decideMember(action: Extract<CaseAction, { type: "add-member" }>, state: CaseState, context: DecideContext): Outcome<CaseEvent> {
  const { personId, role, from, until } = action;
  if (context.rolesOfNewMember === null) return refuse("not-found", { what: "person" });
  const needed: readonly Role[] = ROLE_NEEDED[role];
  if (!context.rolesOfNewMember.some((one) => needed.includes(one))) {
    return wrong("action.role", "该人员具备的角色", "a role which this person has", role);
  }
  if (until !== null && until < from) return wrong("action.until", `${from}或以后的日期`, `${from} or later`, until);
  const meets = (other: Membership) => (other.until === null || other.until >= from) && (until === null || other.from <= until);
  const same = state.members.some((other) => other.personId === personId && other.role === role && meets(other));
  if (same) return refuse("already-exists", { what: "该成员", "what.en": "This membership" });
  // One prosecutor answers for a case at any time (承办检察官); a second owner would make "who signed for it" ambiguous.
  if (role === "owner" && state.members.some((other) => other.role === "owner" && meets(other))) {
    return refuse("already-exists", { what: "该期间的承办人", "what.en": "An owner for these days" });
  }
  return done({ type: "member-added", personId, role, from, until });
}

function decideEnd(
  action: Extract<CaseAction, { type: "end-membership" }>,
  state: CaseState,
  { today }: DecideContext,
): Outcome<CaseEvent> {
  const { personId, until, reason } = action;
  // Not before today: what a member did until now was done as a member.
  if (until < today) return wrong("action.until", `${today}或以后的日期`, `${today} or later`, until);
  if (!state.members.some((member) => endsWith(member, personId, until))) return refuse("not-found", { what: "member" });
  return done({ type: "membership-ended", personId, until, reason });
}

/** Folds one event into the state. Total: events were decided before they were recorded. @throws when the first event is not `opened` */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === "opened") {
    const { number, title, offence, stage, officeCode, acceptedOn, owner } = event;
    const members: Membership[] = owner === null ? [] : [{ personId: owner, role: "owner", from: acceptedOn, until: null }];
    return { number, title, offence, stage, stageSince: acceptedOn, officeCode, acceptedOn, version: 1, parties: [], members };
  }
  if (state === null) throw new Error(`the first event of a case is "opened", found "${event.type}"`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case "renamed":
      return { ...next, title: event.title };
    case "stage-moved":
      return { ...next, stage: event.to, stageSince: event.on };
    case "party-added":
      return { ...next, parties: [...state.parties, event.party] };
    case "party-corrected":
      return { ...next, parties: state.parties.map((party) => (party.id === event.party.id ? event.party : party)) };
    case "party-removed":
      return { ...next, parties: state.parties.filter((party) => party.id !== event.partyId) };
    case "member-added": {
      const { personId, role, from, until } = event;
      return { ...next, members: [...state.members, { personId, role, from, until }] };
    }
    case "membership-ended":
      return {
        ...next,
        members: state.members.map((member) =>
          endsWith(member, event.personId, event.until) ? { ...member, until: event.until } : member,
        ),
      };
    default:
      return unreachable(event);
  }
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | null>(evolve, null);
  if (state === null) throw new Error("a case has at least the event that opened it");
  return state;
}

/** Whether a membership counts on the given day (both ends included). */
export function isMemberOn(member: Membership, day: string): boolean {
  return member.from <= day && (member.until === null || member.until >= day);
}

function endsWith(member: Membership, personId: string, until: string): boolean {
  return member.personId === personId && member.from <= until && (member.until === null || member.until > until);
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}

function wrongStage(stage: Stage): Outcome<never> {
  return refuse("wrong-state", { state: STAGE_NAMES[stage].zh, "state.en": STAGE_NAMES[stage].en });
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
