import type { countTextBlock, TextReadingRules } from "#scan/sources/count-text.ts";
import type { Hashes } from "#scan/sources/inspect-bytes.ts";
import type { Marking } from "#scan/sources/leaf-sink.ts";
import type { ListedFile } from "#scan/sources/open-files.ts";
import type { SourceProblem } from "#scan/sources/problem.ts";
import type { CountedRows, ResolvedTable } from "#scan/sources/table-blocks.ts";
import type { FoldedPart } from "#scan/tally/fold-marks.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";
import type { ScanSettings } from "#scan/threads/scan-settings.ts";
import type { CountedLeaf } from "#scan/threads/source-outlet.ts";

/** A file that a thread opens by itself. */
export type SourceTask = { readonly file: ListedFile; readonly settings: ScanSettings };

/** What a thread says on its way through a source. After `marks` it waits to hear that they were taken. */
export type SourceNote =
  | { readonly kind: "leaf"; readonly leaf: CountedLeaf }
  | { readonly kind: "marks"; readonly chunk: MarkChunk }
  | { readonly kind: "progress"; readonly path: string; readonly bytes: number; readonly rows: number };

/** Everything that threads of the pool do: a line here, and one in `task-table.ts`. Inputs and answers are plain data. */
export type Tasks = {
  "count-source": { readonly input: SourceTask; readonly answer: null };
  "count-rows": {
    readonly input: {
      readonly table: ResolvedTable;
      readonly name: string;
      /** whole rows: the first `length` of these bytes */
      readonly bytes: Uint8Array;
      readonly length: number;
    };
    readonly answer: Omit<CountedRows, "used">;
  };
  "count-text": {
    readonly input: {
      readonly bytes: Uint8Array;
      readonly inMessage: boolean;
      readonly rules: TextReadingRules;
      readonly marking: Marking;
    };
    readonly answer: ReturnType<typeof countTextBlock>;
  };
  "hash-file": {
    readonly input: { readonly file: ListedFile; readonly known: Hashes | null };
    readonly answer: Hashes | { readonly problem: SourceProblem };
  };
  "fold-marks": { readonly input: { readonly marks: Uint32Array; readonly asOf: string }; readonly answer: FoldedPart };
};
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Tasks[Name]["input"];
export type TaskAnswer<Name extends TaskName> = Tasks[Name]["answer"];

/** What a task has of its thread: words on the way (buffers in `transfer` go over), and whether those were taken. */
export type TaskSurroundings = {
  readonly tell: (note: SourceNote, transfer?: readonly ArrayBuffer[]) => void;
  /** resolves when few enough notes are under way */
  readonly heard: () => Promise<void>;
};

/** A task: its answer, and the buffers of it that go over without being copied. */
export type Task<Name extends TaskName> = (
  input: TaskInput<Name>,
  surroundings: TaskSurroundings,
) => Promise<{ readonly answer: TaskAnswer<Name>; readonly transfer: readonly ArrayBuffer[] }>;
