import type { TermAcross } from "#clues/rules/clue-rules.contract.ts";
import { type OutcomeCount, reckonGroups } from "#clues/rules/reckon-rule.ts";
import { suppressSmallCells } from "#groups/suppress-small-cells.ts";

const MOST_TERMS = 50;
const [OTHERS, TOTAL] = ["others", "total"] as const;
type Id = typeof OTHERS | typeof TOTAL | `term ${string}`;

/**
 * 按词的小格隐藏 the words of a rule with the most prompts, and all others in one row; what is from 1 to below the threshold is hidden, and others with it until the total,
 * which stands on the page, gives none away. Where that cannot be, all rows are hidden under one mark. Pure.
 * @param total prompts of the rule over the same offices
 */
export function hideSmallTerms(
  counts: readonly (OutcomeCount & { readonly term: string })[],
  offices: ReadonlyMap<string, number>,
  total: number,
  threshold: number,
): TermAcross[] {
  const terms = reckonGroups(counts, ({ term }) => term, true).slice(0, MOST_TERMS);
  const told = terms.reduce((sum, { figures }) => sum + figures.prompts, 0);
  const cells: { readonly id: Id; readonly value: number }[] = [
    ...terms.map(({ key, figures }) => ({ id: `term ${key}` as const, value: figures.prompts })),
    { id: OTHERS, value: total - told },
  ];
  const parts = cells.map(({ id }) => id);
  const hidden = suppressSmallCells<Id>([...cells, { id: TOTAL, value: total }], [{ whole: TOTAL, parts }], threshold, TOTAL);
  const none = hidden.has(TOTAL); // the total cannot be hidden: it stands above the table
  const markOf = (id: Id) => (none ? ("complementary" as const) : (hidden.get(id) ?? null));
  const rows = terms.map(({ key: term, figures }): TermAcross => {
    const mark = markOf(`term ${term}`);
    if (mark !== null) return { term, prompts: null, hidden: mark, offices: null, precision: null };
    const precision = figures.decided < threshold ? null : figures.precision;
    return { term, prompts: figures.prompts, hidden: null, offices: offices.get(term) ?? 0, precision };
  });
  const rest = markOf(OTHERS);
  if (total === told && rest === null) return rows;
  return [...rows, { term: null, prompts: rest === null ? total - told : null, hidden: rest, offices: null, precision: null }];
}
