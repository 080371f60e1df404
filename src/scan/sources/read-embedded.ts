import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { Unreadable } from "#scan/sources/problem.ts";

/** Pictures and files inside of a document or workbook, by their folders. */
const FOLDERS = /^(?:(?:word|xl)\/(?:media|embeddings)|Pictures)\/[^/]+$/i;

/**
 * Gives what is embedded in a document or workbook to `embedded`, to be sources of their own. That the directory of a damaged package
 * breaks off was said with its text: what it still names is read.
 */
export async function readEmbedded(
  members: AsyncIterable<ArchiveMember> | Iterable<ArchiveMember>,
  embedded: (member: ArchiveMember) => Promise<void>,
): Promise<void> {
  try {
    for await (const member of members) if (FOLDERS.test(member.name)) await embedded(member);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
  }
}
