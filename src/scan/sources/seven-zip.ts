/** What the thread of 7-Zip is given. */
export type SevenZipTask = {
  readonly bytes: Uint8Array;
  readonly members: number;
  /** tried in turn when the directory or a file is encrypted */
  readonly passwords: readonly string[];
  /** one number: bytes handed over that nobody has taken yet */
  readonly waiting: SharedArrayBuffer;
};

/** A file of the archive as its directory names it; `size` null where it does not say. */
export type SevenZipEntry = { readonly name: string; readonly size: number | null; readonly encrypted: boolean };

/** What the thread of 7-Zip says, in this order: listed, with the password that opens it by its number (or unlisted, and no more), then each file begun with its bytes, then ended. */
export type SevenZipMessage =
  | { readonly kind: "unlisted"; readonly why: "encrypted" | "damaged" | "too-many" | "too-large" }
  | { readonly kind: "listed"; readonly entries: readonly SevenZipEntry[]; readonly password: number | null }
  | { readonly kind: "begin"; readonly name: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "failed" }
  | { readonly kind: "ended"; readonly incomplete: string | null }
  | { readonly kind: "broken"; readonly reason: string };
