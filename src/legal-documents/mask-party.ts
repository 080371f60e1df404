import { DOUBLE_SURNAMES } from "#scan/detectors/name/surnames.data.ts";

const DOUBLE = new Set(DOUBLE_SURNAMES.split(/\s+/));

/** A natural person's name as texts for the public write it: 张三丰 → 张某某, 欧阳明 → 欧阳某. A name that already reads 某 stays. */
export function maskParty(name: string): string {
  const characters = [...name];
  if (name.includes("某") || characters.length < 2) return name;
  const kept = DOUBLE.has(characters.slice(0, 2).join("")) && characters.length > 2 ? 2 : 1;
  return characters.slice(0, kept).join("") + "某".repeat(Math.min(2, characters.length - kept));
}
