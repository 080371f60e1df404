/** 人群 the groups the law looks at, over distinct valid resident ids. */
export type AgeGroups = { under14: number; under18: number; over60: number; women: number };

/**
 * 周岁 full years of a person born on `birth` (YYYYMMDD) as of a plain date (YYYY-MM-DD): a year of age is reached on the day AFTER the
 * birthday (law.md; 法释 on the age of criminal responsibility counts the same way).
 */
export function fullYears(birth: string, asOf: string): number {
  const years = Number(asOf.slice(0, 4)) - Number(birth.slice(0, 4));
  const today = Number(asOf.slice(5, 7)) * 100 + Number(asOf.slice(8, 10));
  const birthday = Number(birth.slice(4, 8));
  return today > birthday ? years : years - 1;
}

/** Adds one valid 18-digit resident id to the groups: `under18` includes `under14`; women have an even 17th digit. */
export function addToGroups(groups: AgeGroups, residentId: string, asOf: string): void {
  const age = fullYears(residentId.slice(6, 14), asOf);
  if (age < 14) groups.under14++;
  if (age < 18) groups.under18++;
  if (age >= 60) groups.over60++;
  if (Number(residentId[16]) % 2 === 0) groups.women++;
}
