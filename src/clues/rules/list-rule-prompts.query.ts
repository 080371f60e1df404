import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import type { RulePrompts, RulePromptsQuery } from "#clues/rules/clue-rules.contract.ts";
import { findRuleCounts } from "#clues/rules/clue-rules.store.ts";
import { reckonRule } from "#clues/rules/reckon-rule.ts";
import { countWithheld, findDismissedPrompts, findWithheldPrompts } from "#clues/rules/rule-prompts.store.ts";
import { RULE_WORDS } from "#clues/rules/rule-words.data.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

const PAGE = 20;

/**
 * 数字背后的提示 the false, the apart or the withheld prompts of a rule, 20 a page: those of cases the reader may see; the others of the figure are told as a number.
 * The figure is the one of the rules' page: what was transferred or lies in a case elsewhere still counts. Audited.
 */
export async function listRulePrompts(
  database: Database,
  { actor, requestId }: Asking,
  { rule, list, office, track, field, page }: z.infer<typeof RulePromptsQuery>,
): Promise<Outcome<RulePrompts>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (office !== undefined && !(await findClueOffices(tx)).includes(office)) return refuse("not-found", { what: "office" });
    const where = { office, track, field };
    const counts = (await findRuleCounts(tx, where)).filter((one) => one.rule === rule);
    if (!(rule in RULE_WORDS) && counts.length === 0) return refuse("not-found", { what: "clue-rule" });
    const wanted = { ...where, rule, from: (page - 1) * PAGE, many: PAGE };
    const [figure, { items, visible }] =
      list === "withheld"
        ? [(await countWithheld(tx, where)).get(rule) ?? 0, await findWithheldPrompts(tx, wanted)]
        : [reckonRule(counts, true)[list], await findDismissedPrompts(tx, list, wanted)];
    const told = Object.entries({ part: "rules", rule, list, ...where, page: String(page) });
    const filters = Object.fromEntries(told.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    await appendEntry(tx, { event: { kind: "work-read", thing: "clue", filters, found: items.length }, actor, caseId: null, requestId });
    return done({ items, visible, notVisible: Math.max(0, figure - visible) });
  });
}
