import {
  ClueRuleDetail,
  ClueRuleQuery,
  ClueRules,
  ClueRulesQuery,
  DecidedRule,
  DecideRuleRequest,
  RulePrompts,
  RulePromptsQuery,
} from "#clues/rules/clue-rules.contract.ts";
import { decideRule } from "#clues/rules/decide-rule.command.ts";
import { getClueRule } from "#clues/rules/get-clue-rule.query.ts";
import { listClueRules } from "#clues/rules/list-clue-rules.query.ts";
import { listRulePrompts } from "#clues/rules/list-rule-prompts.query.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

/** 规则效果 */
export const clueRulesRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "GET",
    path: "/clue-rules",
    summary: { zh: "规则效果", en: "What became of the prompts of each rule" },
    access: "signed-in",
    query: ClueRulesQuery,
    reply: ClueRules,
    run: ({ database }: BaseServices, request) => listClueRules(database, request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/clue-rule",
    summary: { zh: "一条规则的效果", en: "One rule by office and by word" },
    access: "signed-in",
    query: ClueRuleQuery,
    reply: ClueRuleDetail,
    run: ({ database }: BaseServices, request) => getClueRule(database, request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/clue-rule-prompts",
    summary: { zh: "规则的误报和不再提示", en: "Prompts behind a figure of a rule" },
    access: "signed-in",
    query: RulePromptsQuery,
    reply: RulePrompts,
    run: ({ database }: BaseServices, request) => listRulePrompts(database, request, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/clue-rule-decisions",
    summary: { zh: "停用或者保留一条规则", en: "Retire or keep a rule in one's office" },
    access: "signed-in",
    body: DecideRuleRequest,
    reply: DecidedRule,
    run: ({ database }: BaseServices, request) => decideRule(database, request, request.body),
  }),
];
