import type { CourtLevel, DivisionLevel } from "#jurisdiction/jurisdiction.contract.ts";

/** 直辖市: their districts are under the municipality (or its 分院), not under a city. */
export const MUNICIPALITIES: ReadonlySet<string> = new Set(["11", "12", "31", "50"]);
/** 自治区直辖县级 in Xinjiang: cities of the corps. */
const CORPS = "6590";

/** The level a code shows (GB/T 2260): 000000 national, xx0000 province, xxxx00 city, else county. */
export function levelOf(division: string): DivisionLevel {
  if (division === "000000") return "national";
  if (division.endsWith("0000")) return "province";
  return division.endsWith("00") ? "city" : "county";
}

export const LEVEL_OF_COURT: Readonly<Record<CourtLevel, DivisionLevel>> = { basic: "county", intermediate: "city", high: "province" };

/** Whether the codes cannot tell which branch (分院) stands above: districts of a municipality, counties directly under a province. */
export function isBranchUnknown(division: string): boolean {
  return levelOf(division) !== "province" && (isMunicipality(division) || isUnderProvince(division));
}

export function isCorps(division: string): boolean {
  return division.startsWith(CORPS);
}

/** One level up, or null where the codes cannot tell (a branch) or nothing is above. */
export function superiorOf(division: string): string | null {
  switch (levelOf(division)) {
    case "national":
      return null;
    case "province":
      return "000000";
    case "city":
      return `${division.slice(0, 2)}0000`;
    case "county":
      return isBranchUnknown(division) ? null : `${division.slice(0, 4)}00`;
  }
}

export function isMunicipality(division: string): boolean {
  return MUNICIPALITIES.has(division.slice(0, 2));
}

/** 省直辖县级: no city stands above it. */
export function isUnderProvince(division: string): boolean {
  return division.slice(2, 4) === "90";
}
