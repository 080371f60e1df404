import { useQuery } from "@tanstack/react-query";
import { BoardDay, DeadlineBoard, DeadlineReminder } from "#deadlines/deadline-board.contract.ts";
import { request } from "#web/app/request.ts";
import { useLanguage } from "#web/design/text/language.tsx";

export type BoardWhere = { readonly officeCode?: string; readonly mine: "true" | "false" };
export type DayWhere = BoardWhere & {
  readonly bucket: string;
  readonly custody: "true" | "false";
  readonly personId?: string;
  readonly page: string;
};

/** Counts of the wall by day and person in charge, and the workload. */
export function useBoard(where: BoardWhere) {
  return useQuery({
    queryKey: ["deadlines", "board", where],
    queryFn: ({ signal }) => request(DeadlineBoard, "/deadlines/board", { query: where, signal }),
  });
}

/** The clocks of one column of the wall, a page of them; read when it is opened. */
export function useBoardDay(where: DayWhere | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["deadlines", "board", "day", language, where],
    enabled: where !== null,
    queryFn: ({ signal }) => request(BoardDay, "/deadlines/board/day", { query: { ...where, lang: language }, signal }),
  });
}

/** How many clocks of one's own cases are over or near; asked again every five minutes. */
export function useReminder() {
  return useQuery({
    queryKey: ["deadlines", "reminder"],
    refetchInterval: 300_000,
    staleTime: 60_000,
    queryFn: ({ signal }) => request(DeadlineReminder, "/deadlines/reminder", { signal }),
  });
}
