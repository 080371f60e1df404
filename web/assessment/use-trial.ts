import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Assessment, type InfringingFacts } from "#statutes/statutes.contract.ts";
import { request } from "#web/app/request.ts";

/** The answer to the facts as they are typed, asked for when typing pauses; nothing is stored. */
export function useTrial(facts: InfringingFacts) {
  const text = JSON.stringify(facts);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 350);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ["trial", settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(Assessment, "/assessments/trial", { method: "POST", body: { facts: JSON.parse(settled) }, signal }),
  });
}
