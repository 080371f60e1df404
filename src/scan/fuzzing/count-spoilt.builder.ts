import { countBytes } from "#scan/count.builder.ts";
import type { SpoiltEvidence } from "#scan/fuzzing/spoil-evidence.builder.ts";
import { CountResult } from "#scan/scan.contract.ts";

/** Limits so low that damaged evidence reaches them. */
const LIMITS = { depth: 6, members: 2000, ratioFrom: 1_000_000, unpackedBytes: 64 * 1024 * 1024, longestLine: 1 << 20 };
/** Opens the samples that are encrypted. */
export const PASSWORDS = [{ line: 1, text: "letmein" }];

/**
 * Counts spoilt evidence. However it was spoilt there is an answer that adds up: every source has a status, what is not wholly read has a
 * reason, no more was read than there is. @throws an Error that says which of this does not hold, or what the count itself throws
 */
export async function countSpoilt({ path, bytes }: SpoiltEvidence): Promise<CountResult> {
  const result = CountResult.parse(await countBytes({ [path]: bytes }, {}, { limits: LIMITS, passwords: PASSWORDS }));
  const { coverage, sources, ledger } = result;
  const wrong = (what: string) => new Error(`${what} (${path}): ${JSON.stringify(coverage)}`);
  if (sources.length === 0) throw wrong("evidence without a source");
  if (coverage.scanned + coverage.partly + coverage.unreadable !== coverage.sources) throw wrong("statuses do not add up");
  if (coverage.bytesScanned > coverage.bytes) throw wrong("more read than there is");
  for (const { status, problem, records, path: named } of sources) {
    if (status !== "scanned" && problem === null) throw wrong(`${named} is ${status} without a reason`);
    if (status === "unreadable" && records > 0) throw wrong(`${named} is unreadable and holds records`);
    if (named !== path && !named.startsWith(`${path}!`) && !named.startsWith(`${path}#`)) throw wrong(`${named} is no part of it`);
  }
  if (ledger.total.seized !== sources.reduce((sum, { records }) => sum + records, 0)) throw wrong("records and ledger differ");
  return result;
}
