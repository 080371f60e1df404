import type { ByteSource } from "#scan/byte-source.ts";
import { contentKey } from "#scan/resume/content-key.ts";
import type { StateFile } from "#scan/resume/state-file.ts";
import { parsePiece, type StatePiece, writePiece } from "#scan/resume/state-piece.ts";
import { Unreadable } from "#scan/sources/problem.ts";

/** What is remembered of one source. */
export type SourceMemory = {
  /** what an earlier run counted of it; null: it is to be counted now */
  readonly recalled: AsyncIterable<StatePiece> | null;
  /** Keeps a piece of what is counted now. Failures come out of `finish`. */
  readonly keep: (piece: StatePiece) => void;
  /** resolves when the pieces given so far are written; never rejects */
  readonly ready: () => Promise<void>;
  /** the source is counted to its end; from here on it is never counted again. @throws a system error (the disk is full) */
  readonly finish: () => Promise<void>;
};

/** Gives the key under which a source is remembered, for a salt; throws what reading it throws. */
export type KeyOf = (source: ByteSource, salt: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

export type MemoryHooks = {
  /** by default made of the source's bytes: the state opens only to who holds the evidence, unchanged */
  readonly keyOf?: KeyOf;
  /** milliseconds, for how often the disk is synced alone */
  readonly clock: () => number;
  /** a source that was finished before is not what it was: it is counted anew */
  readonly onChanged?: (path: string) => void;
  /** a source that was finished before is not read again */
  readonly onRecalled?: (source: ByteSource) => void;
};

const NOTHING: SourceMemory = { recalled: null, keep: () => undefined, ready: async () => undefined, finish: async () => undefined };

/** 断点续算 remembers each source that was counted to its end, so that a count that was killed goes on from there. */
export class CountMemory {
  readonly #state: StateFile;
  readonly #hooks: MemoryHooks;
  readonly #seen = new Map<string, number>();

  constructor(state: StateFile, hooks: MemoryHooks) {
    this.#state = state;
    this.#hooks = hooks;
  }

  /** What is remembered of the next source. Sources at the same place are told apart by their order. */
  async open(source: ByteSource, signal: AbortSignal): Promise<SourceMemory> {
    if (source.disk?.beside !== undefined) return NOTHING; // a database says what its log says too
    const place = source.disk?.place ?? source.path;
    const times = this.#seen.get(place) ?? 0;
    this.#seen.set(place, times + 1);
    const name = this.#state.nameOf(`${place}\u0000${times}`);
    let key: Uint8Array;
    try {
      key = await (this.#hooks.keyOf ?? contentKey)(source, this.#state.salt, signal);
    } catch (failure) {
      if (failure instanceof Unreadable) return NOTHING; // the reader will find and report the same
      throw failure;
    }
    const recalled = await this.#state.recall(name, key);
    if (recalled !== null) {
      this.#hooks.onRecalled?.(source);
      return { ...NOTHING, recalled: parseAll(recalled) };
    }
    if (this.#state.has(name)) this.#hooks.onChanged?.(source.path);
    return this.#keep(name, key);
  }

  #keep(name: string, key: Uint8Array): SourceMemory {
    let pieces = 0;
    let failed: { readonly because: unknown } | null = null;
    let writing: Promise<void> = Promise.resolve();
    return {
      recalled: null,
      keep: (piece) => {
        const number = pieces++;
        const bytes = writePiece(piece); // now: the arrays go their own way
        writing = writing
          .then(() => this.#state.append(name, key, number, bytes))
          .catch((because: unknown) => {
            failed ??= { because };
          });
      },
      ready: () => writing,
      finish: async () => {
        await writing;
        if (failed !== null) throw failed.because;
        await this.#state.finish(name, key, pieces, this.#hooks.clock());
      },
    };
  }
}

async function* parseAll(pieces: AsyncIterable<Buffer>): AsyncGenerator<StatePiece> {
  for await (const piece of pieces) yield parsePiece(piece);
}
