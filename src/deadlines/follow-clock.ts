import type { Calendar } from "#calendar/compute-period.ts";
import type { DeadlineState } from "#deadlines/deadlines.contract.ts";
import { reckonDeadline } from "#deadlines/reckon-deadline.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";

/** A clock of a case as its newest version tells it; `due` is the last day (YYYY-MM-DD). */
export type Clock = { readonly id: string; readonly state: DeadlineState; readonly due: string };
/** A clock that a change gives a new version: what it was, what it becomes; `ledBy` the clock whose move led this one. */
export type ClockMove = {
  readonly id: string;
  readonly before: Clock;
  readonly state: DeadlineState;
  readonly due: string;
  readonly custody: boolean;
  readonly ledBy: string | null;
};
type Link = NonNullable<DeadlineState["follows"]>;

/**
 * 起算日 the day that a clock starts from when it follows another: that one's event, its lawful end as granted (extensions and rest days
 * included), or the day its act was done; while that act is not done, the last day on which it can be.
 */
export function dayFollowed({ state, due }: Pick<Clock, "state" | "due">, by: Link["by"]): string {
  if (by === "event") return state.from;
  return by === "end" ? due : (state.done?.on ?? due);
}

/** The link to the clock `id`, as the rule allows it; refused where the rule starts from no such clock, or where it would follow itself. */
export function linkTo(
  id: string,
  rule: string,
  clocks: readonly Clock[],
  calendar: Calendar,
  self: string | null,
): { readonly ok: true; readonly value: { readonly link: Link; readonly from: string } } | Refusal {
  const leader = clocks.find((one) => one.id === id);
  if (leader === undefined) return refuse("not-found", { what: "deadline" });
  const allowed = calendar.rules.get(rule)?.follows ?? [];
  const found = allowed.find((one) => one.rule === leader.state.rule);
  if (found === undefined)
    return refuse("invalid-input", {
      place: "follows",
      expected: allowed.length === 0 ? "不随其他期限起算" : `${allowed.map((one) => one.rule).join("、")} 的期限`,
      "expected.en":
        allowed.length === 0 ? "no clock: this rule starts from its own event" : `a clock of ${allowed.map((one) => one.rule).join(", ")}`,
      found: leader.state.rule,
    });
  for (let next: Clock | undefined = leader; next !== undefined; ) {
    if (next.id === self)
      return refuse("invalid-input", {
        place: "follows",
        expected: "不随自身起算的期限",
        "expected.en": "a clock that does not follow this one",
        found: leader.state.rule,
      });
    const { follows }: DeadlineState = next.state;
    next = follows === null ? undefined : clocks.find((one) => one.id === follows.id);
  }
  return done({ link: { id, by: found.by }, from: dayFollowed(leader, found.by) });
}

/** The link to the only clock that the state starts from on its own day, by its rule and for the same person; null where none or several do. */
export function findLeader({ rule, from, subject }: DeadlineState, clocks: readonly Clock[], calendar: Calendar): Link | null {
  const allowed = calendar.rules.get(rule)?.follows ?? [];
  const found = clocks.flatMap((clock) => {
    const by = clock.state.subject === subject ? allowed.find((one) => one.rule === clock.state.rule)?.by : undefined;
    // What is not done yet starts nothing: that its last day is the same is chance.
    if (by === undefined || (by === "done" && clock.state.done === null)) return [];
    return dayFollowed(clock, by) === from ? [{ id: clock.id, by }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * 连带重新计算 gives the clock `id` another state and reckons anew everything that starts from it, however long the chain. Pure: the caller
 * writes each move as a new version in one transaction. The first move is the clock itself; a clock that nothing changes is not in it.
 */
export function moveClocks(
  clocks: readonly Clock[],
  id: string,
  state: DeadlineState,
  calendar: Calendar,
): Outcome<readonly [ClockMove, ...ClockMove[]]> {
  const first = moveOne(clocks, id, state, calendar, null);
  if (!first.ok) return first;
  const moves: [ClockMove, ...ClockMove[]] = [first.value];
  // A chain cannot come back to itself (linkTo refuses it), so that every clock is led once.
  for (const leader of moves)
    for (const follower of clocks) {
      const { follows } = follower.state;
      if (follows === null || follows.id !== leader.id || moves.some((move) => move.id === follower.id)) continue;
      const from = dayFollowed(leader, follows.by);
      if (from === follower.state.from) continue;
      const led = moveOne(clocks, follower.id, { ...follower.state, from }, calendar, leader.id);
      if (!led.ok) return led;
      moves.push(led.value);
    }
  return done(moves);
}

function moveOne(clocks: readonly Clock[], id: string, state: DeadlineState, calendar: Calendar, ledBy: string | null): Outcome<ClockMove> {
  const before = clocks.find((one) => one.id === id);
  if (before === undefined) return refuse("not-found", { what: "deadline" });
  const reckoned = reckonDeadline(state, calendar, "zh");
  if (!reckoned.ok) return reckoned;
  const { answer, custody } = reckoned.value;
  return done({ id, before, state, due: answer.due, custody, ledBy });
}
