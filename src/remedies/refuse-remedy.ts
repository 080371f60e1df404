import { type Refusal, refuse } from "#refusals/refusal.ts";

/** Refusals that several records of this slice answer. */
export function wrongState(zh: string, en: string): Refusal {
  return refuse("wrong-state", { state: zh, "state.en": en });
}

export function conditionNotMet(zh: string, en: string, cite: string): Refusal {
  return refuse("condition-not-met", { condition: zh, "condition.en": en, cite });
}

export function wrongInput(place: string, zh: string, en: string, found: string): Refusal {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}

export function noSuchPart(what: string): Refusal {
  return refuse("not-found", { what });
}
