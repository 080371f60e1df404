import type {
  Measure,
  RecommendationActionType,
  RecommendationContent,
  RecommendationEvent,
} from "#recommendations/recommendation-event.contract.ts";
import type { RecommendationStatus } from "#recommendations/recommendations.contract.ts";

type Of<T extends RecommendationEvent["type"]> = Omit<Extract<RecommendationEvent, { type: T }>, "type">;

/** 检察建议 a recommendation: the fold of its recorded events. */
export type RecommendationState = {
  readonly status: RecommendationStatus;
  readonly caseId: string;
  readonly procedureId: string | null;
  readonly officeCode: string;
  readonly content: RecommendationContent;
  readonly version: number;
  /** of the draft as it stands: a change of the content asks for them again */
  readonly review: Of<"reviewed"> | null;
  readonly route: Of<"route-recorded"> | null;
  readonly approval: Of<"approved"> | null;
  readonly issue: Of<"issued"> | null;
  readonly filed: string | null;
  readonly objection: { readonly raised: Of<"objected">; readonly decided: Of<"objection-decided"> | null } | null;
  readonly replies: readonly Of<"replied">[];
  readonly checks: readonly Of<"measure-checked">[];
  readonly planned: readonly Of<"recheck-planned">[];
  readonly escalations: readonly Of<"escalated">[];
};

/** What may be done in each status; who may do it stands in recommendation.policy.ts. */
export const ACTIONS_OF_STATUS = {
  drafting: ["revise", "review", "record-route", "approve", "withdraw"],
  approved: ["record-route", "issue", "return", "withdraw"],
  issued: ["file", "object", "decide-objection", "reply", "check", "plan-recheck", "escalate", "withdraw", "close"],
  withdrawn: [],
  closed: [],
} as const satisfies Record<RecommendationStatus, readonly RecommendationActionType[]>;

export const STATUS_NAMES = {
  drafting: { zh: "起草中", en: "being drafted" },
  approved: { zh: "已批准，待发出", en: "approved, to be issued" },
  issued: { zh: "已发出，跟踪中", en: "issued, followed up" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  closed: { zh: "已办结", en: "closed" },
} as const satisfies Record<RecommendationStatus, { zh: string; en: string }>;

/** Folds one event into the state. @throws when the first event is not `drafted` */
export function evolve(state: RecommendationState | null, event: RecommendationEvent): RecommendationState {
  if (event.type === "drafted") {
    const { caseId, procedureId, officeCode, content } = event;
    return {
      ...{ status: "drafting", caseId, procedureId, officeCode, content, version: 1 },
      ...{ review: null, route: null, approval: null, issue: null, filed: null, objection: null },
      ...{ replies: [], checks: [], planned: [], escalations: [] },
    };
  }
  if (state === null) throw new Error(`the first event of a recommendation is "drafted", found "${event.type}"`);
  const next = { ...state, version: state.version + 1 };
  const { type, ...said } = event;
  switch (event.type) {
    case "revised": {
      const moved =
        event.content.addressee.relation !== state.content.addressee.relation ||
        event.content.addressee.name !== state.content.addressee.name;
      return { ...next, content: event.content, review: null, route: moved ? null : state.route };
    }
    case "reviewed":
      return { ...next, review: event };
    case "route-recorded":
      return { ...next, route: event };
    case "approved":
      return { ...next, status: "approved", approval: event };
    case "returned":
      return { ...next, status: "drafting", approval: null };
    case "issued":
      return { ...next, status: "issued", issue: event, filed: null };
    case "filed":
      return { ...next, filed: event.on };
    case "objected":
      return { ...next, objection: { raised: event, decided: null } };
    case "objection-decided": {
      const objection = state.objection === null ? null : { ...state.objection, decided: event };
      // An objection upheld opens the draft again; it is reviewed, approved and issued anew.
      if (event.outcome === "amend") return { ...next, status: "drafting", objection, review: null, approval: null };
      return { ...next, objection, status: event.outcome === "withdraw" ? "withdrawn" : state.status };
    }
    case "replied":
      return { ...next, replies: [...state.replies, event] };
    case "measure-checked":
      return { ...next, checks: [...state.checks, event] };
    case "recheck-planned":
      return { ...next, planned: [...state.planned, event] };
    case "escalated":
      return { ...next, escalations: [...state.escalations, event] };
    case "withdrawn":
      return { ...next, status: "withdrawn" };
    case "closed":
      return { ...next, status: "closed" };
    default:
      throw new Error(`unexpected ${type} ${JSON.stringify(said)}`);
  }
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly RecommendationEvent[]): RecommendationState {
  const state = events.reduce<RecommendationState | null>(evolve, null);
  if (state === null) throw new Error("a recommendation has at least the event that drafted it");
  return state;
}

/** Every measure of the draft, with the finding it comes from, in its order. */
export function measuresOf({ findings }: RecommendationContent): readonly (Measure & { readonly findingId: string })[] {
  return findings.flatMap(({ id, measures }) => measures.map((measure) => ({ ...measure, findingId: id })));
}
