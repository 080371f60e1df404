import type { MeasureChange, MeasureState } from "#measures/measures.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** The state of a record after a change on `today`; what ended takes only a correction, what is void nothing more. Pure. */
export function decideChange(state: MeasureState, change: MeasureChange, today: string): Outcome<MeasureState> {
  if (state.isVoid) return refuse("wrong-state", { what: "measure", state: "已注销", "state.en": "void" });
  if (change.type === "void") return done({ ...state, isVoid: true });
  if (change.type === "correct") {
    const { partyId, kind, from, document, place, until } = change;
    if (until !== null && state.ended === null)
      return refuse("invalid-input", {
        place: "change.until",
        expected: "空（用“结束措施”录入结束的文书）",
        "expected.en": "nothing (a measure ends with its document, by ending it)",
        found: until,
      });
    const wrong = checkDays(from, until, today);
    if (wrong !== null) return wrong;
    return done({ ...state, partyId, kind, from, document, place, until, ended: until === null ? null : state.ended });
  }
  if (state.until !== null) return refuse("wrong-state", { what: "measure", state: "已结束", "state.en": "ended" });
  const wrong = checkDays(state.from, change.until, today);
  if (wrong !== null) return wrong;
  return done({ ...state, until: change.until, ended: { how: change.how, document: change.document } });
}

/** What is recorded has happened: no day in the future, no end before the beginning. */
export function checkDays(from: string, until: string | null, today: string) {
  if (from > today)
    return refuse("invalid-input", {
      place: "from",
      expected: `不晚于今天（${today}）`,
      "expected.en": `today (${today}) at the latest`,
      found: from,
    });
  if (until === null) return null;
  if (until < from)
    return refuse("invalid-input", { place: "until", expected: `不早于 ${from}`, "expected.en": `not before ${from}`, found: until });
  return until > today
    ? refuse("invalid-input", {
        place: "until",
        expected: `不晚于今天（${today}）`,
        "expected.en": `today (${today}) at the latest`,
        found: until,
      })
    : null;
}
