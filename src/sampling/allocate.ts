/** 分配 how many units each stratum gives: together exactly `size`, each at least one and none more than it has. Ties go to the earlier stratum. */
export function allocate(size: number, units: readonly number[], allocation: "proportional" | "equal"): number[] {
  const population = units.reduce((sum, each) => sum + each, 0);
  if (size < units.length || size > population)
    throw new RangeError(`${size} units cannot be taken from ${units.length} strata of ${population}`);
  return allocation === "equal" ? allocateEqually(size, units) : allocateProportionally(size, units, population);
}

/** By largest remainder in whole numbers; what would come away empty takes one from the largest. */
function allocateProportionally(size: number, units: readonly number[], population: number): number[] {
  const all = BigInt(population);
  const shares = units.map((each, at) => {
    const product = BigInt(size) * BigInt(each);
    return { at, whole: Number(product / all), remainder: product % all };
  });
  const given = shares.map(({ whole }) => whole);
  let left = size - given.reduce((sum, each) => sum + each, 0);
  const byRemainder = [...shares].sort((one, other) =>
    one.remainder === other.remainder ? one.at - other.at : one.remainder > other.remainder ? -1 : 1,
  );
  for (const { at } of byRemainder) {
    if (left === 0) break;
    given[at] = (given[at] ?? 0) + 1;
    left--;
  }
  for (const [at, each] of given.entries()) {
    if (each > 0) continue;
    const largest = given.indexOf(Math.max(...given));
    given[largest] = (given[largest] ?? 0) - 1;
    given[at] = 1;
  }
  return given;
}

/** The same number each; what a small stratum cannot give is given by the others. */
function allocateEqually(size: number, units: readonly number[]): number[] {
  const given = units.map(() => 0);
  let left = size;
  while (left > 0) {
    const open = units.flatMap((each, at) => ((given[at] ?? 0) < each ? [at] : []));
    const each = Math.floor(left / open.length);
    for (const at of open) {
      const room = (units[at] ?? 0) - (given[at] ?? 0);
      const takes = Math.min(room, left, each === 0 ? 1 : each);
      given[at] = (given[at] ?? 0) + takes;
      left -= takes;
    }
  }
  return given;
}
