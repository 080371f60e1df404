/** Puts the list in another order, the same one for the same chance. */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const [taken] = list.splice(Math.floor(random() * (at + 1)), 1);
    if (taken !== undefined) list.push(taken);
  }
}

/** Chance that is the same on every machine: numbers from 0 to 1. */
export function buildRandom(seed: number): () => number {
  return () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x80000000;
}
