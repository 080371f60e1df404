import { deserialize, serialize } from "node:v8";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";
import type { CountedSource } from "#scan/tally/tally.ts";
import type { CountedLeaf } from "#scan/threads/source-outlet.ts";

/** What a state keeps of a source, piece by piece: leaves with their counters, marks; where rows are shown, marks in the order of records and the rows. */
export type StatePiece =
  | { readonly kind: "leaf"; readonly leaf: CountedLeaf }
  | { readonly kind: "marks"; readonly chunk: MarkChunk }
  | { readonly kind: "rows"; readonly counted: CountedSource; readonly rows: readonly SeizedCountRow[] };

export function writePiece(piece: StatePiece): Buffer {
  return serialize(piece);
}

/** A piece that was written by the same version of the program and sealed since. @throws an Error when it is none */
export function parsePiece(bytes: Uint8Array): StatePiece {
  const piece: unknown = deserialize(bytes);
  const kind = typeof piece === "object" && piece !== null && "kind" in piece ? piece.kind : null;
  if (kind !== "leaf" && kind !== "marks" && kind !== "rows") throw new Error("no piece of a count's state");
  // The seal holds: it is byte for byte what `writePiece` of this version wrote.
  return piece as StatePiece;
}
