import type { BoardCount, BoardLoad } from "#deadlines/deadline-board.contract.ts";

/**
 * 工作量 of each person in charge, the heaviest first; null stands for cases nobody is in charge of. What is over counts as over only, not as
 * due within the week as well; what rests is open and neither.
 */
export function sumLoads(
  counts: readonly BoardCount[],
  cases: readonly { readonly personId: string | null; readonly cases: number }[],
  names: ReadonlyMap<string, string>,
  { today, soonUntil }: { readonly today: string; readonly soonUntil: string },
): BoardLoad[] {
  const people = new Set([...counts, ...cases].map(({ personId }) => personId));
  const loads = [...people].map((personId): BoardLoad => {
    const own = counts.filter((count) => count.personId === personId);
    const sum = (fits: (count: BoardCount) => boolean) => own.filter(fits).reduce((total, { clocks }) => total + clocks, 0);
    return {
      personId,
      name: personId === null ? null : (names.get(personId) ?? null),
      cases: cases.find((one) => one.personId === personId)?.cases ?? 0,
      open: sum(() => true),
      custody: sum(({ custody }) => custody),
      over: sum(({ bucket }) => bucket === "over"),
      soon: sum(({ bucket }) => bucket >= today && bucket <= soonUntil),
    };
  });
  return loads.toSorted(
    (one, other) => other.open - one.open || other.cases - one.cases || (one.name ?? "").localeCompare(other.name ?? "", "zh"),
  );
}
