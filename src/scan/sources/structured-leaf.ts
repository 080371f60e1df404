import type { ByteSource } from "#scan/byte-source.ts";
import type { Format } from "#scan/scan.contract.ts";
import type { DecidedEncoding } from "#scan/sources/encoding-evidence.ts";
import type { LeafReport, LeafSink } from "#scan/sources/leaf-sink.ts";
import { problemOf, type SourceProblem } from "#scan/sources/problem.ts";

/** A text whose format has a structure of its own (JSON, SQL, XML …), with what its bytes said before it is read. */
export type StructuredText = {
  readonly source: ByteSource;
  readonly format: Format;
  readonly text: DecidedEncoding;
  readonly sha256: string;
  readonly sm3: string;
};

/** One of the leaves that a file is read as: the `at`-th of `of`. */
export type LeafPart = {
  readonly path: string;
  readonly at: number;
  readonly of: number;
  readonly problem: SourceProblem | null;
  readonly columns: LeafReport["columns"];
  readonly lost?: number;
};

/** Ends a leaf. The leaves of one file share out its bytes, so that together they count it once; `lost` bytes of a leaf could not be looked at. */
export function endPart({ source, format, text, sha256, sm3 }: StructuredText, part: LeafPart, sink: LeafSink): void {
  const share = shareOf(source.size, part.at, part.of);
  const lost = (part.lost ?? 0) + (part.at === 0 ? text.errors : 0);
  const problem = part.problem ?? (part.at === 0 && text.errors > 0 ? problemOf("undecodable-bytes", text.errors) : null);
  sink.end({
    path: part.path,
    format,
    encoding: text.encoding,
    bytes: source.size,
    bytesScanned: Math.max(0, share - lost),
    firstOfFile: part.at === 0,
    sha256,
    sm3,
    status: problem === null ? "scanned" : "partly",
    problem,
    columns: part.columns,
  });
}

/** The bytes of a file that stand for its `at`-th leaf. */
export function shareOf(size: number, at: number, of: number): number {
  const share = Math.floor(size / of);
  return at === 0 ? size - share * (of - 1) : share;
}
