import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ChargesAnswer, type ChargesRequest, PhenomenonList } from "#charges/charges.contract.ts";
import { request } from "#web/app/request.ts";

export function usePhenomena() {
  return useQuery({
    queryKey: ["law", "phenomena"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request(PhenomenonList, "/law/phenomena", { signal }),
  });
}

/** The table for what is typed, asked for when typing pauses; `isBehind` while it still answers what stood there before. */
export function useCharges(question: ChargesRequest) {
  const text = JSON.stringify(question);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ["law", "charges", settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(ChargesAnswer, "/law/charges", { method: "POST", body: JSON.parse(settled), signal }),
  });
  return { ...query, isBehind: query.isPlaceholderData || settled !== text };
}
