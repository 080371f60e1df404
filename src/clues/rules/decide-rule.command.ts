import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import type { DecidedRule, DecideRuleRequest } from "#clues/rules/clue-rules.contract.ts";
import { findRuleDecisions, holdRule, insertRuleDecision, presentDecision } from "#clues/rules/clue-rules.store.ts";
import { RULE_WORDS } from "#clues/rules/rule-words.data.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 停用或者保留一条规则 in the person's own office, with the reason; the newest decision holds for later readings. The machine retires nothing. */
export async function decideRule(
  database: Database,
  { actor, now, requestId }: Asking,
  { requestId: changeId, rule, expectedVersion, decision, reason }: DecideRuleRequest,
): Promise<Outcome<DecidedRule>> {
  const office = actor.officeCode;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `decide-rule ${rule}`, async () => {
      if (!(rule in RULE_WORDS)) return refuse("not-found", { what: "clue-rule" });
      const judged = canHandleClue("decide-rule", actor, office);
      if (!judged.allowed) return judged.refusal;
      await holdRule(tx, office, rule);
      const current = (await findRuleDecisions(tx, office, rule))[0]?.seq ?? 0;
      if (expectedVersion !== current) return refuse("stale-version", { current });
      const seq = current + 1;
      await insertRuleDecision(tx, { office, rule, seq, decision, reason, by: actor.personId, at: now });
      const event = { kind: "work-changed" as const, thing: "clue-rule", thingId: rule, action: `rule-${decision}`, version: seq };
      await appendEntry(tx, { event, actor, caseId: null, requestId });
      return done({ history: (await findRuleDecisions(tx, office, rule)).map(presentDecision), version: seq });
    }),
  );
}
