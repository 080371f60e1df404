import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import type { ClueRuleDetail, ClueRuleQuery, TermsAcross } from "#clues/rules/clue-rules.contract.ts";
import {
  findNewestDecisions,
  findOfficeCounts,
  findRuleDecisions,
  findTermCounts,
  findTermCountsAcross,
  presentDecision,
} from "#clues/rules/clue-rules.store.ts";
import { hideSmallTerms } from "#clues/rules/hide-small-terms.ts";
import { reckonGroups, reckonRule } from "#clues/rules/reckon-rule.ts";
import { RULE_WORDS, RULES_AGAINST, RULES_OF_WORDS } from "#clues/rules/rule-words.data.ts";
import type { Database, Tx } from "#database/database.ts";
import { SMALLEST_SHOWN } from "#groups/tell-groups.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 一条规则 by office and by the word that was matched: of one's own office as it is, of others with small cells hidden; with its decisions. Audited. */
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
    const isOfWords = RULES_OF_WORDS.has(rule);
    const terms = isOfWords && office === actor.officeCode ? await findTermCounts(tx, rule, office) : null;
    const chosen = office === undefined ? counts : counts.filter(({ office_code }) => office_code === office);
    const figures = reckonRule(chosen, speaksFor);
    const across = isOfWords && office !== actor.officeCode && (office !== undefined || (await findClueOffices(tx)).length > 1);
    const history = office === undefined ? [] : await findRuleDecisions(tx, office, rule);
    const filters = { part: "rules", rule, ...(office === undefined ? {} : { office }) };
    await appendEntry(tx, { event: { kind: "work-read", thing: "clue-rule", filters, found: 1 }, actor, caseId: null, requestId });
    return done({
      rule,
      figures,
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
      acrossOffices: across ? await tellAcross(tx, rule, office, figures.prompts) : null,
      history: history.map(presentDecision),
    });
  });
}

async function tellAcross(tx: Tx, rule: string, office: string | undefined, prompts: number): Promise<TermsAcross> {
  const { counts, offices } = await findTermCountsAcross(tx, rule, office);
  const all = office === undefined ? (await findClueOffices(tx)).length : 1;
  return { threshold: SMALLEST_SHOWN, offices: all, terms: hideSmallTerms(counts, offices, prompts, SMALLEST_SHOWN) };
}
