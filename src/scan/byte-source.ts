/**
 * Bytes of a piece of evidence that can be read anywhere and never written: a file on disk, an object of the encrypted store,
 * a member of an archive. The scanner knows nothing else about where evidence lives.
 */
export type ByteSource = {
  /** path as reported, relative to what was given; members of archives are appended with `!` */
  readonly path: string;
  /** length in bytes */
  readonly size: number;
  /** where a thread of this machine may open the same bytes by itself; absent where only this source can give them */
  readonly disk?: DiskPlace;
  /** whether what was read so far may be of different states of the evidence: it changed meanwhile */
  readonly changed?: boolean;
  /**
   * Reads up to `length` bytes from `offset`; fewer only at the end. A source that can read into memory of the caller (`into`, as long as
   * `length`) answers a view of it; others leave it alone.
   * @throws an Error whose message says what could not be read (file vanished, chunk tampered with)
   */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
};

/**
 * A file on disk as it was listed (`modified` in milliseconds). `beside`: of an SQLite database its write-ahead log, of such a log its
 * database, where both are evidence.
 */
export type DiskPlace = {
  readonly place: string;
  readonly modified: number;
  readonly beside?: { readonly place: string; readonly size: number; readonly modified: number };
};

/** Where a reader may put bytes aside (an unpacked inner archive): encrypted with a key that only this process holds, gone afterwards. */
export type Scratch = {
  /** Stores the stream; answers a source over it with the given path. `limit` in bytes; more is an error of kind "too-large". */
  put(path: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<ByteSource>;
  /** Gives one stored source back before the end; nobody reads it any more. */
  release(source: ByteSource): Promise<void>;
  close(): Promise<void>;
};
