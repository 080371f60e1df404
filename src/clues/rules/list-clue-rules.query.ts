import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import { ClueTrack } from "#clues/clues.contract.ts";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import type { ClueRules, ClueRulesQuery } from "#clues/rules/clue-rules.contract.ts";
import { findRuleCounts, findRuleDecisions, presentDecision } from "#clues/rules/clue-rules.store.ts";
import { findPromptingOffices } from "#clues/rules/find-prompting-offices.query.ts";
import { APART, NOISY } from "#clues/rules/noisy.data.ts";
import { reckonGroups, reckonRule } from "#clues/rules/reckon-rule.ts";
import { countWithheld } from "#clues/rules/rule-prompts.store.ts";
import { RULE_WORDS, RULES_AGAINST } from "#clues/rules/rule-words.data.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 规则效果 every rule with what became of its prompts, in one office or in all the person sees together. A rule without a prompt is listed too. Audited. */
export async function listClueRules(
  database: Database,
  { actor, requestId }: Asking,
  { office, track, field }: z.infer<typeof ClueRulesQuery>,
): Promise<Outcome<ClueRules>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (office !== undefined && !(await findClueOffices(tx)).includes(office)) return refuse("not-found", { what: "office" });
    const counts = Map.groupBy(await findRuleCounts(tx, { office, track, field }), ({ rule }) => rule);
    const decisions = Map.groupBy(office === undefined ? [] : await findRuleDecisions(tx, office), ({ rule }) => rule);
    const offices = await findPromptingOffices(tx);
    const withheld = await countWithheld(tx, { office, track, field });
    const names = new Set([...Object.keys(RULE_WORDS), ...counts.keys(), ...withheld.keys()]);
    const rules = [...names].map((rule) => {
      const [rows, speaksFor] = [counts.get(rule) ?? [], !RULES_AGAINST.has(rule)];
      const [newest] = decisions.get(rule) ?? [];
      return {
        rule,
        figures: reckonRule(rows, speaksFor),
        places: reckonGroups(rows, (row) => `${row.track} ${row.field}`, speaksFor).map(({ first, figures }) => ({
          track: ClueTrack.safeParse(first.track).data ?? null,
          field: first.field,
          figures,
        })),
        withheld: withheld.get(rule) ?? 0,
        decided: newest === undefined ? null : presentDecision(newest),
        version: newest?.seq ?? 0,
      };
    });
    const filters = { part: "rules", ...(office === undefined ? {} : { office }) };
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "clue-rule", filters, found: rules.length },
      actor,
      caseId: null,
      requestId,
    });
    return done({
      rules,
      offices,
      noisy: { ...NOISY },
      apart: [...APART],
      canDecide: office !== undefined && canHandleClue("decide-rule", actor, office).allowed,
    });
  });
}
