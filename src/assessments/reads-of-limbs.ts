import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import { listFacts } from "#assessments/list-facts.ts";
import type { WhyAnswer } from "#law/law.contract.ts";

/**
 * Under each test of the answer, by its id, the facts it rests on: of a limb that names its sets these, of one that does not all of them.
 * A fact that is only told where it is given (`insiderGains`) stands under a test only then.
 */
export function readsOfLimbs({ facts, answer }: Pick<CaseAssessment, "facts" | "answer">, tree: WhyAnswer): Record<string, string[]> {
  const paths = listFacts(facts).map(({ path }) => path);
  const sets = new Map(answer.grounds.map(({ limb, because }) => [limb, because]));
  return Object.fromEntries(
    [...tree.limbs, ...tree.elements].map(({ id, facts: read }) => {
      const named = sets.get(id) ?? [];
      const fits = (path: string) => {
        const set = /^sets\[(.*)\]\.\w+$/s.exec(path)?.[1];
        if (set === undefined) return read.includes(path);
        return read.includes("sets") && (named.length === 0 || named.includes(set));
      };
      return [id, paths.filter(fits)];
    }),
  );
}
