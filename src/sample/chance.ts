/** 可重现的随机数 a small seeded generator (mulberry32): the same seed gives the same sample on every machine. */
export type Chance = {
  /** whole number from 0 to below `limit` */
  readonly below: (limit: number) => number;
  /** @throws an Error when there is nothing to choose from */
  readonly pick: <T>(choices: readonly T[]) => T;
};

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[below(choices.length)];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  };
  return { below, pick };
}
