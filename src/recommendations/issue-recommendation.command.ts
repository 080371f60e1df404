import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import type { Tx } from "#database/database.ts";
import { findClocksOfCase } from "#deadlines/find-clocks.query.ts";
import { endClock, moveClock, startClock } from "#deadlines/run-clocks.command.ts";
import type { DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import { actOnProcedureIn } from "#procedures/act-on-procedure.command.ts";
import { findStepStanding } from "#procedures/find-step-standing.query.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import type { Decided } from "#recommendations/decide-recommendation.ts";
import type { RecommendationState } from "#recommendations/recommendation.ts";
import type { RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import type { RecommendationTypes, StepOfAct } from "#recommendations/recommendation-types.contract.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

export type RecommendationParts = {
  readonly calendar: Calendar;
  readonly procedures: ProcedureTables;
  readonly types: RecommendationTypes;
  readonly documents: DocumentKinds;
};
export type Run = {
  readonly tx: Tx;
  readonly parts: RecommendationParts;
  readonly asking: Asking;
  readonly state: RecommendationState;
  readonly changeId: string;
};
type Event<T extends RecommendationEvent["type"]> = Extract<RecommendationEvent, { type: T }>;

const SET_DAY = "检察建议书另行确定回复期限";

/**
 * 发出 takes the step of the procedure, where the recommendation has one: its table says whether it may, and its clocks are the clocks. Without
 * one, or where the step was taken before (an amended recommendation), the clocks are started here by the same rules.
 */
export async function completeIssue(run: Run, event: Extract<Decided, { type: "issued" }>): Promise<Outcome<Event<"issued">>> {
  const { state, parts } = run;
  const type = parts.types.type(state.content.type);
  const { reply, file, fileFrom } = type.clocks;
  const urgent = state.content.urgent !== null && type.urgent === "by-law";
  const values = {
    number: event.number,
    "delivered-on": event.deliveredOn,
    urgent,
    addressee: state.content.addressee.name,
    summary: "",
    yes: true,
  };
  const stepped = await takeStep(run, "issue", event.on, values, true);
  if (!stepped.ok) return stepped;
  const sendClock = state.approval?.sendClock ?? null;
  if (sendClock !== null) {
    const ended = await endClock(clocks(run), sendClock, event.deliveredOn, event.number);
    if (!ended.ok) return ended;
  }
  const from = { [reply]: event.deliveredOn, [file]: fileFrom === "delivered" ? event.deliveredOn : event.on };
  const ids: string[] = [];
  const { replyBy = null, reason = "" } = (type.urgent === "set" ? state.content.urgent : null) ?? {};
  const setDay = replyBy === null ? null : { on: replyBy, reason: reason.slice(0, 400) };
  for (const rule of [reply, file]) {
    const known = stepped.value.find((clock) => clock.rule === rule)?.deadlineId;
    const begun =
      known === undefined
        ? await startClock(clocks(run), {
            rule,
            from: from[rule] ?? event.on,
            urgent: rule === reply && urgent,
            setDay: rule === reply ? setDay : null,
            subject: state.content.addressee.name,
          })
        : done({ id: known });
    if (!begun.ok) return begun;
    // The step of the procedure started the clock by the rule alone: the day set for this case moves it, and the wall shows it.
    const moved =
      known !== undefined && rule === reply && setDay !== null ? await moveClock(clocks(run), known, { setDay }, SET_DAY) : null;
    if (moved !== null && !moved.ok) return moved;
    ids.push(begun.value.id);
  }
  const [replyClock = "", fileClock = ""] = ids;
  const told = (await findClocksOfCase(run.tx, state.caseId)).find(({ id }) => id === replyClock);
  if (told === undefined) throw new Error("a clock that was just started is not visible to the person who started it");
  return done({ ...event, clocks: { reply: replyClock, file: fileClock }, replyDue: told.due });
}

/** What the other acts do to clocks and procedure: a reply and the filing end theirs, a withdrawal ends all that runs. */
export async function followRecommendation(run: Run, event: RecommendationEvent): Promise<Outcome<null>> {
  const { state } = run;
  const { reply = null, file = null } = state.issue?.clocks ?? {};
  const send = state.approval?.sendClock ?? null;
  const values = {
    number: state.issue?.number ?? "",
    "delivered-on": "",
    urgent: false,
    addressee: "",
    summary: event.type === "replied" ? event.summary.slice(0, 2000) : "",
    yes: true,
  };
  switch (event.type) {
    case "replied": {
      const stepped = await takeStep(run, "reply", event.on, values, false);
      return stepped.ok ? end(run, [reply], event.on, "书面回复") : stepped;
    }
    case "filed": {
      const stepped = await takeStep(run, "file", event.on, values, false);
      return stepped.ok ? end(run, [file], event.on, "报备") : stepped;
    }
    case "returned":
      return end(run, [send], run.state.approval?.on ?? "", "退回修改");
    case "withdrawn":
      return end(run, [send, reply, file], event.on, "撤回检察建议");
    case "objection-decided":
      return event.outcome === "stands"
        ? done(null)
        : end(run, [reply, file], event.on, event.outcome === "amend" ? "异议成立，修改" : "异议成立，撤回");
    default:
      return done(null);
  }
}

async function end(run: Run, ids: readonly (string | null)[], on: string, document: string): Promise<Outcome<null>> {
  for (const id of ids) {
    if (id === null) continue;
    const ended = await endClock(clocks(run), id, on, document);
    if (!ended.ok) return ended;
  }
  return done(null);
}

type Values = Readonly<Record<StepOfAct["fields"][string], string | boolean>>;

/**
 * Takes the step that goes with an act and answers the clocks it started. `must`: a step that may not come refuses the act unless it came
 * before; otherwise the act is recorded alone (a second reply after the procedure went on).
 */
async function takeStep(
  { tx, parts, asking, state, changeId }: Run,
  act: "issue" | "reply" | "file",
  on: string,
  values: Values,
  must: boolean,
): Promise<Outcome<readonly { readonly rule: string; readonly deadlineId: string }[]>> {
  const { procedure } = parts.types.type(state.content.type);
  if (state.procedureId === null || procedure === null) return done([]);
  const { step, fields } = procedure[act];
  const before = await findStepStanding(tx, parts.procedures, state.procedureId, step);
  if (before === undefined) throw new Error("the procedure of a visible recommendation is not visible");
  if (!before.next && (before.taken || !must)) return done([]);
  const filled = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, values[value]]));
  const action = { type: "take-step" as const, step, on, fields: filled, note: null, closeWithOpenClocks: false };
  const taken = await actOnProcedureIn(tx, { calendar: parts.calendar, tables: parts.procedures }, asking, state.procedureId, {
    changeId,
    expectedVersion: null,
    action,
  });
  if (!taken.ok) return taken;
  const after = await findStepStanding(tx, parts.procedures, state.procedureId, step);
  return done((after?.clocks ?? []).filter(({ deadlineId }) => !before.clocks.some((one) => one.deadlineId === deadlineId)));
}

/** What the clocks of other slices are run with. */
export function clocks({ tx, parts: { calendar }, asking, state: { caseId } }: Run) {
  return { tx, calendar, asking, caseId };
}
