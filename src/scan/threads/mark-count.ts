import type { CountResult, SourceReport } from "#scan/scan.contract.ts";
import { Counters } from "#scan/tally/counters.ts";
import type { MarkStore } from "#scan/tally/mark-store.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";
import type { CountedLeaf, SourceOutlet } from "#scan/threads/source-outlet.ts";

type Note = { readonly reading: string; readonly sourcesDone: number; readonly bytesDone: number; readonly rowsDone: number };

/** What has been counted so far of all sources, wherever they are read: marks, counters, reports, progress. */
export class MarkCount {
  readonly counters = new Counters();
  readonly #store: MarkStore;
  readonly #onProgress: ((note: Note) => void) | undefined;
  readonly #onFailure: (failure: unknown) => void;
  readonly #reports: SourceReport[][] = [];
  readonly #coverage = { sources: 0, scanned: 0, partly: 0, unreadable: 0, bytes: 0, bytesScanned: 0 };
  #puttingAside: Promise<void> | null = null;
  #bytesDone = 0;
  #rowsDone = 0;

  /** `onFailure` hears that marks could not be put aside: the count cannot go on. */
  constructor(store: MarkStore, onProgress: ((note: Note) => void) | undefined, onFailure: (failure: unknown) => void) {
    this.#store = store;
    this.#onProgress = onProgress;
    this.#onFailure = onFailure;
  }

  /** Where the count of the next source goes. */
  openSource(): SourceOutlet {
    const reports: SourceReport[] = [];
    this.#reports.push(reports);
    return {
      leaf: (leaf) => {
        reports.push(leaf.report);
        this.#addLeaf(leaf);
      },
      marks: (chunk) => this.#addMarks(chunk),
      progress: (path, bytes, rows) => this.#tell(path, bytes, rows),
      ready: () => this.ready(),
    };
  }

  /** Resolves when no marks are on their way out of memory. Never rejects. */
  async ready(): Promise<void> {
    while (this.#puttingAside !== null) await this.#puttingAside;
  }

  /** Reports in the order of the sources. */
  reports(): SourceReport[] {
    return this.#reports.flat();
  }

  coverage(): CountResult["coverage"] {
    return { ...this.#coverage };
  }

  #addLeaf(leaf: CountedLeaf): void {
    this.counters.add(leaf);
    this.#coverage.sources++;
    this.#coverage[leaf.report.status]++;
    this.#coverage.bytes += leaf.bytes;
    this.#coverage.bytesScanned += leaf.bytesScanned;
  }

  #addMarks(chunk: MarkChunk): void {
    this.#store.add(chunk);
    if (!this.#store.isFull || this.#puttingAside !== null) return;
    this.#puttingAside = this.#store
      .putAside()
      .catch(this.#onFailure)
      .finally(() => {
        this.#puttingAside = null;
      });
  }

  #tell(reading: string, bytes: number, rows: number): void {
    this.#bytesDone += bytes;
    this.#rowsDone += rows;
    this.#onProgress?.({ reading, sourcesDone: this.#coverage.sources, bytesDone: this.#bytesDone, rowsDone: this.#rowsDone });
  }
}
