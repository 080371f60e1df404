import type { Deadline } from "#deadlines/deadlines.contract.ts";

type Clock = Pick<Deadline, "standing" | "due" | "custody">;

/** 下一期限 of a case: of what runs, the one that ends first; on the same day custody first. Null where nothing runs. Pure. */
export function nextClockOf<One extends Clock>(clocks: readonly One[]): One | null {
  const [first] = clocks
    .filter(({ standing }) => standing !== "done" && standing !== "done-late" && standing !== "suspended")
    .toSorted((one, other) => one.due.localeCompare(other.due) || Number(other.custody) - Number(one.custody));
  return first ?? null;
}
