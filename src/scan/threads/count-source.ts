import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import { shareOcr } from "#scan/sources/ocr.ts";
import { readSource } from "#scan/sources/read-source.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";
import { ChunkSink } from "#scan/threads/chunk-sink.ts";
import { readPatiently } from "#scan/threads/read-patiently.ts";
import type { ScanSettings } from "#scan/threads/scan-settings.ts";
import type { SourceOutlet } from "#scan/threads/source-outlet.ts";

export type SourceSurroundings = {
  readonly scratch: Scratch;
  readonly signal: AbortSignal;
  readonly outlet: SourceOutlet;
  /** counts blocks of a large leaf in threads; null where this is such a thread itself */
  readonly blocks: BlockCounter | null;
  readonly decisionAt?: (source: string, row: number, offset: number) => RecordDecision | null;
};

/** Counts one piece of evidence down to its leaves, in this thread. @throws the abort reason */
export async function countSource(source: ByteSource, settings: ScanSettings, surroundings: SourceSurroundings): Promise<void> {
  const { scratch, signal, outlet, blocks, decisionAt } = surroundings;
  const { key, limits, asContent, today, names, passwords } = settings;
  const sink = new ChunkSink(outlet, key, decisionAt);
  await readSource(readPatiently(source, outlet.ready), {
    sink,
    scratch: patientScratch(scratch, outlet),
    signal,
    limits,
    asContent,
    today,
    names,
    ocr: settings.ocr ? shareOcr(signal) : null,
    passwords,
    known: settings.known ?? null,
    blocks,
  });
  sink.flush();
}

/** The scratch whose sources are read patiently, too. */
function patientScratch(scratch: Scratch, outlet: SourceOutlet): Scratch {
  const stored = new WeakMap<ByteSource, ByteSource>();
  return {
    put: async (path, bytes, limit) => {
      const own = await scratch.put(path, bytes, limit);
      const given = readPatiently(own, outlet.ready);
      stored.set(given, own);
      return given;
    },
    release: (source) => scratch.release(stored.get(source) ?? source),
    close: () => scratch.close(),
  };
}
