import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding, Format } from "#scan/scan.contract.ts";
import { type Hashes, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { type SourceProblem, Unreadable } from "#scan/sources/problem.ts";

/** A leaf of which nothing, or not all, could be read; its hashes where its bytes can be had and are not known. */
export async function reportUnreadable(
  source: Pick<ByteSource, "path" | "size"> | ByteSource,
  format: Format,
  problem: SourceProblem,
  context: ScanContext,
  known?: Hashes | null,
  status: "partly" | "unreadable" = "unreadable",
): Promise<void> {
  let hashes = known ?? null;
  let reason = problem;
  if (known === undefined && "read" in source)
    try {
      hashes = await hashBytes(source, context);
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      reason = failure.problem;
    }
  endLeaf(source, format, null, hashes, 0, status, reason, context);
}

/** A text of no bytes is read whole. */
export function reportEmptyText(source: ByteSource, promised: Format, context: ScanContext): Promise<void> {
  return hashBytes(source, context).then((hashes) =>
    endLeaf(source, promised === "unknown" ? "txt" : promised, "utf-8", hashes, 0, "scanned", null, context),
  );
}

/** A leaf without records begins and ends. */
export function endLeaf(
  source: Pick<ByteSource, "path" | "size">,
  format: Format,
  encoding: Encoding | null,
  hashes: Hashes | null,
  bytesScanned: number,
  status: LeafReport["status"],
  problem: SourceProblem | null,
  { sink }: ScanContext,
): void {
  sink.begin(source.path);
  const { sha256, sm3 } = hashes ?? { sha256: null, sm3: null };
  sink.end({
    path: source.path,
    format,
    encoding,
    bytes: source.size,
    bytesScanned,
    firstOfFile: true,
    sha256,
    sm3,
    status,
    problem,
    columns: [],
  });
}
