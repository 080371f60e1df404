import type { CustodyDefect } from "#evidence/evidence.contract.ts";

/** Gravest first, as the law ranks what follows from a defect. */
export const EFFECTS = ["exclude", "blocking", "curable", "warning"] as const satisfies readonly CustodyDefect["effect"][];

/** Defects that still stand, counted by what follows from them; effects without any are left out. */
export function countDefects(
  defects: readonly CustodyDefect[],
): readonly { readonly effect: CustodyDefect["effect"]; readonly count: number }[] {
  return EFFECTS.map((effect) => ({ effect, count: defects.filter((defect) => defect.effect === effect && !defect.cured).length })).filter(
    ({ count }) => count > 0,
  );
}
