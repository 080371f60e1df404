import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Delivery, DeliveryCount, DeliveryReading, DeliveryTable, DeliveryTableList } from "#deliveries/deliveries.contract.ts";
import { request } from "#web/app/request.ts";

/** Tables of deliveries recorded in a case, newest first. */
export function useDeliveryTables(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "deliveries"],
    queryFn: ({ signal }) => request(DeliveryTableList, `/cases/${caseId}/deliveries`, { signal }),
  });
}

/** What lines come to, asked again as they change; nothing is kept. */
export function useDeliveryTrial(caseId: string, deliveries: readonly Delivery[]) {
  return useQuery({
    queryKey: ["case", caseId, "delivery-trial", deliveries],
    enabled: deliveries.length > 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(DeliveryCount, `/cases/${caseId}/deliveries/trial`, { method: "POST", body: { deliveries }, signal }),
  });
}

/** Reads a file into lines without keeping it; records lines as a table. */
export function useDeliveryChanges(caseId: string) {
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (file: File) =>
      request(DeliveryReading, `/cases/${caseId}/deliveries/reading`, { method: "POST", file, query: { name: file.name } }),
  });
  const record = useMutation({
    mutationFn: (body: { readonly requestId: string; readonly name: string; readonly deliveries: readonly Delivery[] }) =>
      request(DeliveryTable, `/cases/${caseId}/deliveries`, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["case", caseId, "deliveries"] }),
  });
  return { read, record };
}
