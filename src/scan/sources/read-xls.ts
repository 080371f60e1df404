import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import { type AskedThread, openThread } from "#scan/sources/ask-thread.ts";
import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import { lacksSectors } from "#scan/sources/lacks-sectors.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { problemOf, type SourceProblem, sealedProblem, Unreadable } from "#scan/sources/problem.ts";

/** The whole workbook lies in memory: bytes of the file, heap of its thread in megabytes, milliseconds for opening and for each piece. */
const LIMITS = { bytes: 128 * 1024 * 1024, heap: 2048, patience: 300_000 } as const;

/** What the thread says: opened or unopened first; then rows of one sheet after the other, and ended, each time it is asked. */
export type XlsMessage =
  | { readonly kind: "opened"; readonly sheets: readonly string[] }
  | { readonly kind: "unopened"; readonly locked: boolean; readonly reason: string }
  | { readonly kind: "rows"; readonly sheet: number; readonly from: number; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "ended" };

/** Reads every sheet of an XLS workbook (BIFF), hidden ones too, as a leaf of its own (`b.xls#客户`). A sheet's hashes are its file's. */
export async function readXls(source: ByteSource, context: ScanContext): Promise<void> {
  const { sink, signal, today } = context;
  const chunks: Uint8Array[] = [];
  const hashes = await hashBytes(source, context, (chunk) => {
    if (source.size <= LIMITS.bytes) chunks.push(chunk);
  });
  const end = (leaf: Pick<LeafReport, "path" | "bytesScanned" | "firstOfFile" | "status" | "problem" | "columns">) =>
    sink.end({ format: "xls", encoding: null, bytes: source.size, ...hashes, ...leaf });
  const refuse = (problem: SourceProblem) => {
    sink.begin(source.path);
    end({ path: source.path, bytesScanned: 0, firstOfFile: true, status: "unreadable", problem, columns: [] });
  };
  if (source.size > LIMITS.bytes) return refuse(problemOf("archive-too-large", LIMITS.bytes));
  const bytes = new Uint8Array(Buffer.concat(chunks.splice(0)));
  const cut = lacksSectors(bytes) ? problemOf("workbook-damaged", "the file ends early") : null;
  const thread = openThread<XlsMessage>(new URL("./xls.thread.ts", import.meta.url), bytes, signal, LIMITS);
  try {
    const opened = await nextOrProblem(thread);
    if (opened.kind === "unopened")
      return refuse(opened.locked ? sealedProblem("XLS", context.passwords.length) : problemOf("workbook-damaged", opened.reason));
    if (opened.kind !== "opened") return refuse(opened.kind === "failed" ? opened.problem : problemOf("workbook-damaged", opened.kind));
    if (opened.sheets.length === 0) return refuse(problemOf("workbook-empty"));
    let piece = await askNext(thread);
    const share = Math.floor(source.size / opened.sheets.length);
    for (const [at, name] of opened.sheets.entries()) {
      signal.throwIfAborted();
      const path = `${source.path}#${name}`;
      const bytesShare = at === 0 ? source.size - share * (opened.sheets.length - 1) : share;
      sink.begin(path);
      const table = new TableReader(sink, today);
      let rows = 0;
      for (; piece.kind === "rows" && piece.sheet === at; piece = await askNext(thread)) {
        for (const [row, cells] of piece.rows.entries()) table.read(cells, piece.from + row + 1, () => 0);
        rows += piece.rows.length;
        sink.progress(path, 0, piece.rows.length);
      }
      const problem = piece.kind === "failed" ? piece.problem : cut;
      sink.progress(path, bytesShare, 0);
      end({
        path,
        bytesScanned: problem === null ? bytesShare : 0,
        firstOfFile: at === 0,
        status: problem === null ? "scanned" : rows > 0 ? "partly" : "unreadable",
        problem,
        columns: table.finish(),
      });
    }
  } finally {
    await thread.close();
  }
}

type Failed = { readonly kind: "failed"; readonly problem: SourceProblem };

async function askNext(thread: AskedThread<XlsMessage>): Promise<XlsMessage | Failed> {
  thread.ask();
  return nextOrProblem(thread);
}

async function nextOrProblem(thread: AskedThread<XlsMessage>): Promise<XlsMessage | Failed> {
  try {
    return await thread.next();
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return { kind: "failed", problem: failure.problem };
  }
}
