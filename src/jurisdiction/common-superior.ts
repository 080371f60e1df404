import type { DivisionLevel } from "#jurisdiction/jurisdiction.contract.ts";
import { MUNICIPALITIES } from "#jurisdiction/level-of-division.ts";

/** 省直辖县级行政区划, 自治区直辖县级行政区划 (also the cities of 兵团 in 6590xx): no city stands above them. */
const WITHOUT_CITY = "90";

/**
 * 共同的上级 the lowest level above all the divisions given, read from their codes: the same first four digits → the city, the same first
 * two → the province, else the national level. Null for fewer than two different divisions. Special procuratorates (railway, 兵团, 军事)
 * are not in the code and must be looked at by hand.
 */
export function findCommonSuperior(divisions: readonly string[]): { readonly division: string; readonly level: DivisionLevel } | null {
  const different = [...new Set(divisions)];
  const [first = ""] = different;
  if (different.length < 2) return null;
  const shared = (digits: number) => different.every((division) => division.slice(0, digits) === first.slice(0, digits));
  if (!shared(2) || first.startsWith("00")) return { division: "000000", level: "national" };
  const underCity = !MUNICIPALITIES.has(first.slice(0, 2)) && first.slice(2, 4) !== WITHOUT_CITY && first.slice(2, 4) !== "00";
  if (shared(4) && underCity) return { division: `${first.slice(0, 4)}00`, level: "city" };
  return { division: `${first.slice(0, 2)}0000`, level: "province" };
}

/** Whether one division lies within the other, or they are the same. A municipality's first four digits are no city. */
export function isWithin(division: string, outer: string): boolean {
  if (division === outer || outer === "000000") return true;
  if (outer.endsWith("0000")) return division.slice(0, 2) === outer.slice(0, 2);
  return outer.endsWith("00") && division.slice(0, 4) === outer.slice(0, 4);
}
