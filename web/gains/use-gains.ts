import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  GainsCalculation,
  GainsCalculationList,
  type GainsChoices,
  GainsLineList,
  GainsTrial,
  MoneyFlow,
  MoneyFlowList,
  type Treatment,
} from "#gains/gains.contract.ts";
import { request } from "#web/app/request.ts";

export const LINES_A_PAGE = 50;

/** Money-flow tables of a case, newest first; only for who may see rows. */
export function useMoneyFlows(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "money-flows"],
    queryFn: ({ signal }) => request(MoneyFlowList, `/cases/${caseId}/money-flows`, { signal }),
  });
}

/** Calculations kept, newest first, without their lines. */
export function useGains(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "gains"],
    queryFn: ({ signal }) => request(GainsCalculationList, `/cases/${caseId}/gains`, { signal }),
  });
}

/** What choices come to and one page of lines; asked again as they change, nothing is kept. */
export function useGainsTrial(moneyFlowId: string, choices: GainsChoices, treatment: Treatment | undefined, page: number) {
  return useQuery({
    queryKey: ["money-flow", moneyFlowId, "trial", choices, treatment, page],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(GainsTrial, `/money-flows/${moneyFlowId}/trial`, {
        method: "POST",
        body: { choices, ...(treatment === undefined ? {} : { treatment }), page, size: LINES_A_PAGE },
        signal,
      }),
  });
}

/** Lines of a calculation that was kept, masked, a page at a time. */
export function useGainsLines(calculationId: string, page: number, wanted: boolean) {
  return useQuery({
    queryKey: ["gains", calculationId, "lines", page],
    enabled: wanted,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(GainsLineList, `/gains/${calculationId}/lines`, { query: { page, size: LINES_A_PAGE }, signal }),
  });
}

/** Imports a table; keeps a calculation. */
export function useGainsChanges(caseId: string) {
  const client = useQueryClient();
  const importFlow = useMutation({
    mutationFn: ({ file, requestId }: { readonly file: File; readonly requestId: string }) =>
      request(MoneyFlow, `/cases/${caseId}/money-flows`, { method: "POST", file, query: { requestId, name: file.name.slice(0, 200) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["case", caseId, "money-flows"] }),
  });
  const keep = useMutation({
    mutationFn: ({ moneyFlowId, ...body }: { readonly moneyFlowId: string; readonly requestId: string; readonly choices: GainsChoices }) =>
      request(GainsCalculation, `/money-flows/${moneyFlowId}/gains`, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["case", caseId, "gains"] }),
  });
  return { importFlow, keep };
}
