import { expect, test } from "vitest";
import { columnsOf, firstColumn } from "#web/deadlines/board-columns.ts";

const ANNA = "11111111-1111-4111-8111-111111111111";
const count = (bucket: string, custody: boolean, personId: string | null, clocks: number) => ({ bucket, custody, personId, clocks });
const COUNTS = [
  count("later", false, ANNA, 4),
  count("2026-12-01", false, null, 2),
  count("2026-11-30", false, ANNA, 1),
  count("suspended", false, ANNA, 1),
  count("over", false, ANNA, 3),
  count("2026-12-01", false, ANNA, 5),
];

test("what is over comes first, then the days, what lies beyond and what rests; people of one day are added up", () => {
  expect(columnsOf(COUNTS, false, undefined)).toEqual([
    { bucket: "over", clocks: 3 },
    { bucket: "2026-11-30", clocks: 1 },
    { bucket: "2026-12-01", clocks: 7 },
    { bucket: "later", clocks: 4 },
    { bucket: "suspended", clocks: 1 },
  ]);
});

test("one person's columns are theirs alone; nobody in charge is a choice of its own", () => {
  expect(columnsOf(COUNTS, false, null)).toEqual([{ bucket: "2026-12-01", clocks: 2 }]);
  expect(columnsOf(COUNTS, false, ANNA).map(({ clocks }) => clocks)).toEqual([3, 1, 5, 4, 1]);
});

test("custody is opened before anything that is over; nothing where there is nothing", () => {
  expect(firstColumn([...COUNTS, count("later", true, ANNA, 1)], undefined)).toEqual({ bucket: "later", custody: true });
  expect(firstColumn(COUNTS, undefined)).toEqual({ bucket: "over", custody: false });
  expect(firstColumn([], undefined)).toBeNull();
});
