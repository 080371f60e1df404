import type { LeafReport } from "#scan/sources/leaf-sink.ts";
import type { Counters } from "#scan/tally/counters.ts";
import type { CountedLeaf } from "#scan/threads/source-outlet.ts";

/** The report of a leaf as the contract has it, with what was counted in it. */
export function describeLeaf(leaf: LeafReport, counters: Counters, readBy: "ocr" | null): CountedLeaf {
  const { path, format, encoding, bytes, sha256, sm3, status, problem, columns } = leaf;
  return {
    report: {
      path,
      format,
      encoding,
      bytes,
      sha256,
      sm3,
      status,
      problem,
      records: counters.records,
      columns: [...columns],
      kinds: counters.listKinds(),
      ...(readBy === null ? {} : { readBy }),
      ...(leaf.passwordLine === undefined ? {} : { passwordLine: leaf.passwordLine }),
    },
    bytes: leaf.firstOfFile ? bytes : 0,
    bytesScanned: leaf.bytesScanned,
    kinds: counters.kinds,
    failed: counters.failed,
    tiers: counters.tiers,
  };
}
