import type { SourceReport } from "#scan/scan.contract.ts";

const FIRST = { unreadable: 0, partly: 1, scanned: 2 } as const satisfies Record<SourceReport["status"], number>;

/** Sources whose path holds the words (any case), of one state (`""` = any); what could not be read stands first, else the order of the evidence. */
export function findSources<Source extends Pick<SourceReport, "path" | "status">>(
  sources: readonly Source[],
  words: string,
  status: string,
): readonly { readonly source: Source; readonly place: number }[] {
  const wanted = words.trim().toLowerCase();
  return sources
    .map((source, place) => ({ source, place }))
    .filter(({ source }) => (status === "" || source.status === status) && source.path.toLowerCase().includes(wanted))
    .toSorted((one, other) => FIRST[one.source.status] - FIRST[other.source.status] || one.place - other.place);
}
