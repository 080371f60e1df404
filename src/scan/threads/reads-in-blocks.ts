import type { ByteSource } from "#scan/byte-source.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { sniffMail } from "#scan/sources/read-mail.ts";
import { extensionOf, sniffMagic } from "#scan/sources/sniff-magic.ts";
import { sniffTextFormat } from "#scan/sources/sniff-text-format.ts";

/** A text larger than this occupies all threads by itself, block by block; below, each thread takes whole files. */
const LARGE = 16 * 1024 * 1024;
const HEAD = 64 * 1024;

/**
 * Whether a source is a large text that is read here and counted block by block in threads (tables, lines, chats), rather than read whole
 * by one thread. A guess by its beginning that decides about speed alone.
 */
export async function readsInBlocks(source: ByteSource): Promise<boolean> {
  if (source.size < LARGE) return false;
  try {
    const head = await source.read(0, HEAD);
    if (sniffMagic(head) !== null || sniffMail(head, source.path) !== null) return false;
    return sniffTextFormat(new TextDecoder().decode(head), extensionOf(source.path)) === null;
  } catch (failure) {
    if (failure instanceof Unreadable) return false; // the thread will find and report the same
    throw failure;
  }
}
