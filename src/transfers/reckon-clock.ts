import { addDays } from "#calendar/plain-date.ts";
import { natureOfDay, type RestDays } from "#calendar/rest-days.ts";
import type { Clock, Length, TransferClocks, TransferGround, TransferLeg } from "#transfers/transfer-clocks.contract.ts";

export type About = { readonly ground: TransferGround; readonly foundOn: string };

/**
 * The clock of a leg that starts on a day (not counted). Where the law gives days for this ground its rule goes before the working number.
 * A last day that is a rest day moves to the next working day; in a year whose rest days are not known nothing moves. Pure.
 */
export function reckonClock(
  leg: TransferLeg,
  start: string,
  { ground, foundOn }: About,
  clocks: TransferClocks,
  restDays: RestDays,
): Clock {
  const law = clocks.law.find((one) => one.leg === leg && one.ground === ground);
  if (law === undefined) return { leg, from: start, due: endOf(start, clocks.legs[leg], restDays), cite: null };
  const from = law.from === "found" ? foundOn : start;
  return { leg, from, due: endOf(from, { days: law.days }, restDays), cite: law.cite };
}

function endOf(from: string, length: Length, restDays: RestDays): string {
  if ("days" in length) return firstWorkingDay(addDays(from, length.days), restDays);
  let day = firstWorkingDay(from, restDays);
  for (let left = length.workingDays; left > 0; left -= 1) day = firstWorkingDay(addDays(day, 1), restDays);
  return day;
}

function firstWorkingDay(day: string, restDays: RestDays): string {
  const nature = natureOfDay(day, restDays);
  return nature === "rest" || nature === "expected-rest" ? firstWorkingDay(addDays(day, 1), restDays) : day;
}
