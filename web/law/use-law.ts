import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PeriodRequest } from "#calendar/calendar.contract.ts";
import { JurisdictionAdvice, type JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import { ComputedPeriods, FlipMap, type LawFacts, Library, PeriodRules, VersionComparison, WhyAnswer } from "#law/law.contract.ts";
import { request } from "#web/app/request.ts";
import { useSettled } from "#web/app/use-settled.ts";
import { useLanguage } from "#web/design/text/language.tsx";

/** The tables of the law do not change while the server runs. */
const HELD = { staleTime: Number.POSITIVE_INFINITY } as const;

export function useLibrary() {
  return useQuery({ queryKey: ["law", "library"], ...HELD, queryFn: ({ signal }) => request(Library, "/law/library", { signal }) });
}

export function usePeriodRules() {
  return useQuery({ queryKey: ["law", "periods"], ...HELD, queryFn: ({ signal }) => request(PeriodRules, "/law/periods", { signal }) });
}

/** The periods asked for, in the reader's language. */
export function usePeriods(requests: readonly PeriodRequest[]) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["law", "computation", language, requests],
    enabled: requests.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(ComputedPeriods, "/law/periods/computation", { method: "POST", body: { language, requests }, signal }),
  });
}

export function useJurisdiction(facts: JurisdictionFacts) {
  const { language } = useLanguage();
  const settled = useSettled(facts, 250);
  const query = useQuery({
    queryKey: ["law", "jurisdiction", language, settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(JurisdictionAdvice, "/law/jurisdiction", { method: "POST", body: { language, facts: settled }, signal }),
  });
  return { ...query, isBehind: isBehind(facts, settled, query.isPlaceholderData) };
}

/** The reasons down to the facts, asked for when typing pauses. */
export function useWhy(facts: LawFacts) {
  const settled = useSettled(facts, 300);
  const query = useQuery({
    queryKey: ["law", "assessment", settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(WhyAnswer, "/law/assessment", { method: "POST", body: { facts: settled }, signal }),
  });
  return { ...query, isBehind: isBehind(facts, settled, query.isPlaceholderData) };
}

/** Where the band changes; a slider is answered by the stretches already here, the map is asked again when it rests. */
export function useFlipMap(facts: LawFacts) {
  const settled = useSettled(facts, 150);
  const query = useQuery({
    queryKey: ["law", "flip-map", settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(FlipMap, "/law/flip-map", { method: "POST", body: { facts: settled }, signal }),
  });
  return { ...query, isBehind: isBehind(facts, settled, query.isPlaceholderData) };
}

export function useVersions(facts: LawFacts) {
  const settled = useSettled(facts, 300);
  const query = useQuery({
    queryKey: ["law", "versions", settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(VersionComparison, "/law/versions", { method: "POST", body: { facts: settled }, signal }),
  });
  return { ...query, isBehind: isBehind(facts, settled, query.isPlaceholderData) };
}

/** Whether an answer is still that to what was typed before: it is shown as such, never as the answer to what stands there now. */
export function isBehind(asked: unknown, settled: unknown, placeholder: boolean): boolean {
  return placeholder || JSON.stringify(asked) !== JSON.stringify(settled);
}
