import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import type { ClueRuleDetail, ClueRuleQuery } from "#clues/rules/clue-rules.contract.ts";
import {
  findNewestDecisions,
  findOfficeCounts,
  findRuleDecisions,
  findTermCounts,
  presentDecision,
} from "#clues/rules/clue-rules.store.ts";
import { reckonGroups, reckonRule } from "#clues/rules/reckon-rule.ts";
import { RULE_WORDS, RULES_AGAINST, RULES_OF_WORDS } from "#clues/rules/rule-words.data.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 一条规则 by office and, for one office, by the word that was matched, with its decisions. Audited. */
export async function getClueRule(
  database: Database,
  { actor, requestId }: Asking,
  { rule, office }: z.infer<typeof ClueRuleQuery>,
): Promise<Outcome<ClueRuleDetail>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (office !== undefined && !(await findClueOffices(tx)).includes(office)) return refuse("not-found", { what: "office" });
    const counts = await findOfficeCounts(tx, rule);
    if (!(rule in RULE_WORDS) && counts.length === 0) return refuse("not-found", { what: "clue-rule" });
    const speaksFor = !RULES_AGAINST.has(rule);
    const retired = new Set(
      (await findNewestDecisions(tx, { rule })).flatMap(({ office_code, decision }) => (decision === "retire" ? [office_code] : [])),
    );
    const terms = office === undefined || !RULES_OF_WORDS.has(rule) ? null : await findTermCounts(tx, rule, office);
    const history = office === undefined ? [] : await findRuleDecisions(tx, office, rule);
    const filters = { part: "rules", rule, ...(office === undefined ? {} : { office }) };
    await appendEntry(tx, { event: { kind: "work-read", thing: "clue-rule", filters, found: 1 }, actor, caseId: null, requestId });
    return done({
      rule,
      figures: reckonRule(office === undefined ? counts : counts.filter(({ office_code }) => office_code === office), speaksFor),
      byOffice: reckonGroups(counts, ({ office_code }) => office_code, speaksFor)
        .slice(0, 500)
        .map(({ key: code, first, figures }) => ({
          code,
          name: { zh: first.name_zh, en: first.name_en },
          figures,
          retired: retired.has(code),
        })),
      byTerm:
        terms === null ? null : reckonGroups(terms, ({ term }) => term, speaksFor).map(({ key: term, figures }) => ({ term, figures })),
      history: history.map(presentDecision),
    });
  });
}
