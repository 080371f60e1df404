import type { Chance } from "#sample/chance.ts";
import { GIVEN_FIRST, GIVEN_SECOND, REGIONS, ROADS, SEGMENTS, SURNAME_CHOICES } from "#sample/invented-people.data.ts";

/** 虚构的人 a person who does not exist, with what the lists say of him. */
export type InventedPerson = { readonly name: string; readonly residentId: string; readonly mobile: string; readonly address: string };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

/**
 * Invents people whose numbers all differ. Resident ids carry an order code of 900–999, practically never issued, so that no number is a
 * living person's; region, date and check digit are right.
 */
export function makePeople(chance: Chance, count: number): InventedPerson[] {
  const used = new Set<string>();
  const fresh = (make: () => string) => {
    for (;;) {
      const value = make();
      if (used.has(value)) continue;
      used.add(value);
      return value;
    }
  };
  return Array.from({ length: count }, () => {
    const region = chance.pick(REGIONS);
    return {
      name: chance.pick(SURNAME_CHOICES) + chance.pick(GIVEN_FIRST) + chance.pick(GIVEN_SECOND),
      residentId: fresh(() => withCheck(region.code + day(1950 + chance.below(66), chance) + (900 + chance.below(100)))),
      mobile: fresh(() => chance.pick(SEGMENTS) + digits(chance, 8)),
      address: fresh(
        () => `${region.place}${chance.pick(ROADS)}${1 + chance.below(300)}号${1 + chance.below(30)}幢${101 + chance.below(1800)}室`,
      ),
    };
  });
}

/** The number with its MOD 11-2 check character (GB 11643). */
export function withCheck(seventeen: string): string {
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return seventeen + CHECKS.charAt(sum % 11);
}

/** The same number with a check character that is wrong. */
export function withWrongCheck(residentId: string): string {
  const right = CHECKS.indexOf(residentId.slice(17));
  return residentId.slice(0, 17) + CHECKS.charAt((right + 5) % 11);
}

/** Some digits, the first and last not 0, so that no number looks rounded. */
export function digits(chance: Chance, length: number): string {
  return Array.from({ length }, (_, index) => (index === 0 || index === length - 1 ? 1 + chance.below(9) : chance.below(10))).join("");
}

function day(year: number, chance: Chance): string {
  return `${year}${String(1 + chance.below(12)).padStart(2, "0")}${String(1 + chance.below(28)).padStart(2, "0")}`;
}
