import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ClueRuleDetail,
  ClueRules,
  DecidedRule,
  type DecideRuleRequest,
  type RuleList,
  RulePrompts,
} from "#clues/rules/clue-rules.contract.ts";
import { failureOf, request } from "#web/app/request.ts";

export type RulesFilter = Readonly<Partial<Record<"office" | "track" | "field", string>>>;

export function useClueRules(filter: RulesFilter) {
  return useQuery({
    queryKey: ["clue-rules", filter],
    queryFn: ({ signal }) => request(ClueRules, "/clue-rules", { query: filter, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useClueRule(rule: string, office: string | undefined) {
  return useQuery({
    queryKey: ["clue-rule", rule, office],
    queryFn: ({ signal }) => request(ClueRuleDetail, "/clue-rule", { query: { rule, office }, signal }),
  });
}

/** One page of the prompts behind a figure of a rule. */
export function useRulePrompts(rule: string, list: RuleList, filter: RulesFilter, page: number) {
  return useQuery({
    queryKey: ["clue-rules", "prompts", rule, list, filter, page],
    queryFn: ({ signal }) => request(RulePrompts, "/clue-rule-prompts", { query: { ...filter, rule, list, page }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Retires or keeps a rule; when somebody else was faster the newer state is read. */
export function useDecideRule() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: ["clue-rules"] }), client.invalidateQueries({ queryKey: ["clue-rule"] })]);
  return useMutation({
    mutationFn: (body: DecideRuleRequest) => request(DecidedRule, "/clue-rule-decisions", { method: "POST", body }),
    onSuccess: () => void refresh(),
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (failureOf(error).kind === "stale-version" ? refresh() : undefined),
  });
}
