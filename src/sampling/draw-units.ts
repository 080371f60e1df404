import { createHash } from "node:crypto";

/** How the list follows from the seed, so that anybody can draw it again with any program. */
export const DRAWING = {
  zh: '第i个64位随机数取自SHA-256("tandem-sample-1\\n种子\\n层号\\n⌊i/4⌋")的第i mod 4段（大端）；超出范围的舍弃以保证等概率；按Floyd算法不放回抽取，编号升序排列。',
  en: 'Random number i (64 bits) is part i mod 4, big-endian, of SHA-256("tandem-sample-1\\nseed\\nstratum\\n⌊i/4⌋"); numbers beyond the last whole multiple are thrown away, so that all units are equally likely; drawn without replacement by Floyd\'s algorithm, in ascending order.',
} as const;

/**
 * Draws `size` different numbers from 1 to `units`, each set equally likely, from the seed and the stratum's id alone.
 * @throws RangeError when more are asked for than there are
 */
export function drawUnits(seed: string, stratum: string, units: number, size: number): number[] {
  if (size > units) throw new RangeError(`${size} of ${units} units`);
  const below = makeStream(`${seed}\n${stratum}`);
  const drawn = new Set<number>();
  for (let last = units - size + 1; last <= units; last++) {
    const unit = 1 + below(last);
    drawn.add(drawn.has(unit) ? last : unit);
  }
  return [...drawn].sort((one, other) => one - other);
}

/** Equally likely whole numbers from 0 to below a limit, one after the other. */
export function makeStream(seed: string): (limit: number) => number {
  let [block, part] = [Buffer.alloc(0), 4];
  let blocks = 0;
  const next = (): bigint => {
    if (part === 4) {
      block = createHash("sha256").update(`tandem-sample-1\n${seed}\n${blocks}`).digest();
      [blocks, part] = [blocks + 1, 0];
    }
    part += 1;
    return block.readBigUInt64BE((part - 1) * 8);
  };
  return (limit) => {
    const wide = BigInt(limit);
    const end = (1n << 64n) - ((1n << 64n) % wide);
    for (;;) {
      const number = next();
      if (number < end) return Number(number % wide);
    }
  };
}
