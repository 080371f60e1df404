import type { ByteSource } from "#scan/byte-source.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { problemOf, type SourceProblem, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";

/** A file of an archive: its name as reported, and how to unpack it. */
export type ArchiveMember = {
  readonly name: string;
  /** bytes unpacked, as the archive promises; 0 where the format does not say */
  readonly size: number;
  readonly encrypted: boolean;
  /** Its bytes. @throws Unreadable when they are damaged, differently packed, or blow up beyond the limits */
  readonly unpack: () => AsyncGenerator<Uint8Array>;
  /** Tries passwords in turn, the one that opened a member before first; null when none fits. @throws Unreadable when its bytes cannot be read */
  readonly unlock?: (passwords: readonly Password[]) => Promise<{ readonly member: ArchiveMember; readonly line: number } | null>;
  /** the line of the password file that opened the archive, with this member in it */
  readonly passwordLine?: number;
  /** whether what was unpacked has the checksum that was promised; known after `unpack` has ended */
  readonly intact: () => boolean;
  /** where its bytes lie unpacked in the archive: read there under a path, with what is wrong with them */
  readonly inPlace?: { readonly at: (path: string) => ByteSource; readonly problem: SourceProblem | null };
};

/** Bytes unpacked out of one piece of evidence, all levels of nesting together: a bomb multiplies, so the whole is limited too. */
export type UnpackBudget = { readonly packed: number; unpacked: number };

/** Passes unpacked bytes on as long as they stay within the limits. @throws Unreadable, also for what the unpacking itself throws */
export async function* withinLimits(
  open: () => Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>>,
  packedSize: number,
  limits: ScanLimits,
  budget: UnpackBudget,
): AsyncGenerator<Uint8Array> {
  let unpacked = 0;
  try {
    for await (const bytes of await open()) {
      unpacked += bytes.length;
      budget.unpacked += bytes.length;
      if (unpacked > limits.ratioFrom && unpacked > packedSize * limits.ratio)
        throw new Unreadable(problemOf("expansion-limit", limits.ratio));
      if (budget.unpacked > limits.ratioFrom && budget.unpacked > budget.packed * limits.ratio)
        throw new Unreadable(problemOf("expansion-limit", limits.ratio));
      if (budget.unpacked > limits.unpackedBytes) throw new Unreadable(problemOf("unpacked-limit", limits.unpackedBytes));
      yield bytes;
    }
  } catch (failure) {
    budget.unpacked -= unpacked; // it is thrown away: one bomb must not keep its neighbours from being read
    throw unreadableBecause(failure, "member-damaged");
  }
}
