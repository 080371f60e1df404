import type { Calendar } from "#calendar/compute-period.ts";
import { limitOfMeasure } from "#measures/limit-of-measure.ts";
import type { Measure } from "#measures/measures.contract.ts";
import type { MeasureRow } from "#measures/measures.store.ts";
import { isInForce } from "#measures/reconcile-custody.ts";

/** A record as it is shown on a day, with its own limit. */
export function presentMeasure(
  { id, version, state, reason, changedBy, changedAt }: MeasureRow,
  suspects: readonly { readonly id: string; readonly name: string }[],
  calendar: Calendar,
  today: string,
): Measure {
  return {
    ...{ id, version, state, reason, changedBy },
    person: suspects.find((one) => one.id === state.partyId)?.name ?? null,
    inForce: isInForce(state, today),
    limit: limitOfMeasure(state, calendar)?.day ?? null,
    changedAt: changedAt.toISOString(),
  };
}
