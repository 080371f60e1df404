import type { Readable } from "node:stream";
import type { Outcome } from "#refusals/refusal.ts";
import type { ByteSource } from "#scan/byte-source.ts";

/** 证据库 the store of evidence bytes: content-addressed, encrypted, written once. */
export type Vault = {
  /**
   * Stores the stream, hashed and encrypted while it comes in, with constant memory. When it answers `ok` the bytes are on disk
   * (file and folder synced). Nothing is left of an intake that failed.
   * Refusals: `upload-cut-off` (fewer or more bytes than announced, or the sender went away), `storage-full`.
   */
  takeIn(stream: Readable | AsyncIterable<Uint8Array>, announcedBytes: number | null): Promise<Outcome<StoredObject>>;
  /** The bytes as a source that is decrypted and authenticated chunk by chunk. Opening reads nothing yet. Its `read` throws VaultProblem. */
  open(object: StoredReference, path: string): ByteSource;
  /** Reads every byte and computes both hashes again. */
  verify(object: StoredReference & { readonly sm3: string }, signal?: AbortSignal): Promise<Verification>;
};

/** Hashes are lower-case hexadecimal. */
export type Hashes = { readonly sha256: string; readonly sm3: string; readonly md5: string; readonly sha1: string };
export type StoredObject = Hashes & { readonly bytes: number; readonly wrappedKey: Uint8Array; readonly chunkBytes: number };
export type StoredReference = { readonly sha256: string; readonly bytes: number };
export type Verification =
  | { readonly intact: true }
  | { readonly intact: false; readonly problem: "evidence-damaged" | "evidence-missing"; readonly place: string };

/** Stored evidence cannot be read: missing, cut short, or changed after intake. `place` names the chunk and the byte it begins at, never content. */
export class VaultProblem extends Error {
  readonly kind: "evidence-damaged" | "evidence-missing";
  readonly place: string;
  constructor(kind: "evidence-damaged" | "evidence-missing", place: string, options?: ErrorOptions) {
    super(kind === "evidence-missing" ? `evidence missing from the store: ${place}` : `stored evidence was changed: ${place}`, options);
    this.name = "VaultProblem";
    this.kind = kind;
    this.place = place;
  }
}
