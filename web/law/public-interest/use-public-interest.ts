import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PublicInterestAnswer, type PublicInterestFacts, PublicInterestQuestions } from "#public-interest/public-interest.contract.ts";
import { request } from "#web/app/request.ts";
import { useSettled } from "#web/app/use-settled.ts";
import { isBehind } from "#web/law/use-law.ts";

/** The questions do not change while the server runs. */
export function usePublicInterestQuestions() {
  return useQuery({
    queryKey: ["law", "public-interest", "questions"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request(PublicInterestQuestions, "/law/public-interest/questions", { signal }),
  });
}

/** Gates, focus, tracks and notice for the facts, asked for when typing pauses; `asOf` is today, YYYY-MM-DD. */
export function usePublicInterest(facts: PublicInterestFacts, asOf: string) {
  const settled = useSettled(facts, 250);
  const query = useQuery({
    queryKey: ["law", "public-interest", asOf, settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(PublicInterestAnswer, "/law/public-interest", { method: "POST", body: { facts: settled, asOf }, signal }),
  });
  return { ...query, isBehind: isBehind(facts, settled, query.isPlaceholderData) };
}
