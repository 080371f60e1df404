import { deserialize, serialize } from "node:v8";
import type { LeanRecord, StoredRecord } from "#scan/resume/stored-record.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";
import type { CountedSource } from "#scan/tally/tally.ts";
import type { CountedLeaf } from "#scan/threads/source-outlet.ts";

/**
 * What a state keeps of a source, piece by piece: its leaves with their counters, their marks, at the end the rows that were read. Where rows are shown, a leaf's beginning,
 * and the marks in the order of the records with those records that somebody looks at.
 */
export type StatePiece =
  | { readonly kind: "leaf"; readonly leaf: CountedLeaf }
  | { readonly kind: "marks"; readonly chunk: MarkChunk }
  | { readonly kind: "read"; readonly rows: number }
  | { readonly kind: "begin"; readonly path: string }
  | {
      readonly kind: "records";
      readonly counted: CountedSource;
      readonly records: readonly StoredRecord[];
      readonly lean: readonly LeanRecord[];
    };

const KINDS: ReadonlySet<unknown> = new Set(["leaf", "marks", "read", "begin", "records"] satisfies StatePiece["kind"][]);

export function writePiece(piece: StatePiece): Buffer {
  return serialize(piece);
}

/** A piece that was written by the same version of the program and sealed since. @throws an Error when it is none */
export function parsePiece(bytes: Uint8Array): StatePiece {
  const piece: unknown = deserialize(bytes);
  const kind = typeof piece === "object" && piece !== null && "kind" in piece ? piece.kind : null;
  if (!KINDS.has(kind)) throw new Error("no piece of a count's state");
  // The seal holds: it is byte for byte what `writePiece` of this version wrote.
  return piece as StatePiece;
}
