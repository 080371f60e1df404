/** 人群 the groups the law looks at, over distinct valid resident ids. */
export type AgeGroups = { under14: number; under18: number; over60: number; women: number };

/** What a resident id says of its holder: birth YYYYMMDD as a number, and the order code's last digit. */
export type BirthAndSex = { readonly birth: number; readonly order: number };

/**
 * 周岁 full years of a person born on `birth` (YYYYMMDD) as of a plain date (YYYYMMDD): a year of age is reached on the day AFTER the
 * birthday (law.md; 法释 on the age of criminal responsibility counts the same way).
 */
export function fullYears(birth: number, asOf: number): number {
  const years = Math.trunc(asOf / 10_000) - Math.trunc(birth / 10_000);
  return asOf % 10_000 > birth % 10_000 ? years : years - 1;
}

/** Adds one valid 18-digit resident id to the groups: `under18` includes `under14`; women have an even 17th digit. */
export function addToGroups(groups: AgeGroups, { birth, order }: BirthAndSex, asOf: number): void {
  const age = fullYears(birth, asOf);
  if (age < 14) groups.under14++;
  if (age < 18) groups.under18++;
  if (age >= 60) groups.over60++;
  if (order % 2 === 0) groups.women++;
}

/**
 * Birth and order of an 18-digit resident id out of its packed words: 18 digits as nine and nine, or 17 with a closing X as eight and nine.
 * @throws an Error for another value: only valid resident ids are counted into groups
 */
export function unpackResidentId(first: number, middle: number, low: number): BirthAndSex {
  const length = first & 63;
  if (first >>> 31 === 1 && length === 18 << 1)
    return {
      birth: ((middle % 1000) * 10 + Math.trunc(low / 1e8)) * 10_000 + (Math.trunc(low / 1e4) % 10_000),
      order: Math.trunc(low / 10) % 10,
    };
  if (first >>> 31 === 1 && length === ((17 << 1) | 1))
    return { birth: ((middle % 100) * 100 + Math.trunc(low / 1e7)) * 10_000 + (Math.trunc(low / 1e3) % 10_000), order: low % 10 };
  throw new Error("a valid resident id has 18 characters");
}

/** YYYY-MM-DD as the number YYYYMMDD. */
export function numberOfDate(date: string): number {
  return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}
