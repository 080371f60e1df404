import type { ByteSource } from "#scan/byte-source.ts";
import { DocumentText } from "#scan/sources/document-text.ts";
import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import type { OleFile } from "#scan/sources/open-ole.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { takeDocText, walkDocText } from "#scan/sources/walk-doc.ts";

/**
 * Reads the text of a Word document of 1997 to 2003: its pieces in order, line by line, tables row by row, with notes, headers and
 * comments, which stand behind the body. Its leaf is told as `docx`, the word document the contract knows.
 */
export async function readDoc(source: ByteSource, file: OleFile, context: ScanContext): Promise<void> {
  const { sink } = context;
  const hashes = await hashBytes(source, context);
  sink.begin(source.path);
  const text = new DocumentText(context);
  let problem: SourceProblem | null = null;
  try {
    const { text: words, damaged } = await takeDocText(file, context.passwords.length);
    walkDocText(words, { line: (line) => text.line(line), table: (rows) => text.table(rows) });
    problem = damaged === null ? null : problemOf("document-damaged", damaged);
    if (text.skipped > 0) problem ??= problemOf("line-too-long", text.skipped);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
  }
  sink.progress(source.path, source.size, text.rows);
  sink.end({
    path: source.path,
    format: "docx",
    encoding: null,
    bytes: source.size,
    bytesScanned: problem === null ? source.size : 0,
    firstOfFile: true,
    ...hashes,
    status: problem === null ? "scanned" : text.rows > 0 ? "partly" : "unreadable",
    problem,
    columns: text.columns,
  });
}
