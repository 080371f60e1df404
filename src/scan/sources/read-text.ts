import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding, Format } from "#scan/scan.contract.ts";
import { isChat } from "#scan/sources/chat.ts";
import type { DecidedEncoding } from "#scan/sources/encoding-evidence.ts";
import type { FixedColumns } from "#scan/sources/fixed-columns.ts";
import { hashesInThread, hashSource } from "#scan/sources/hash-source.ts";
import { type Hashes, inspectEncoding, inspectText } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { readFreeText } from "#scan/sources/read-free-text.ts";
import { readTextTable } from "#scan/sources/read-text-table.ts";
import { sniffFixed } from "#scan/sources/sniff-fixed.ts";
import { extensionOf } from "#scan/sources/sniff-magic.ts";
import { sniffTable } from "#scan/sources/sniff-table.ts";
import { sniffTextFormat } from "#scan/sources/sniff-text-format.ts";
import type { Separator } from "#scan/sources/split-rows.ts";
import type { StructuredText } from "#scan/sources/structured-leaf.ts";
import type { UnifiedText } from "#scan/sources/unify-lines.ts";

const BEGINNING = 256 * 1024;

type StructuredReader = (evidence: StructuredText, context: ScanContext) => Promise<void>;

const loadJson = async (): Promise<StructuredReader> => (await import("#scan/sources/read-json.ts")).readJson;

/** Formats with a structure of their own, loaded when they come: their readers end their leaves themselves. */
const STRUCTURED: Partial<Record<Format, () => Promise<StructuredReader>>> = {
  json: loadJson,
  jsonl: loadJson,
  sql: async () => (await import("#scan/sources/read-sql.ts")).readSql,
  html: async () => (await import("#scan/sources/read-html.ts")).readHtml,
  xml: loadJson,
};

/** What a text reader answers: bytes it could not look at, and what the columns hold. */
export type TextReading = { readonly skipped: number; readonly columns: LeafReport["columns"] };

/** How a text is read, decided on its content before its extension. */
export type TextShape = {
  readonly format: Format;
  readonly separator: Separator | null;
  readonly chat: boolean;
  /** columns that stand at the same places in every line, where nothing else parts them */
  readonly fixed?: FixedColumns | null;
};

/** Reads one leaf that is text, or reports that it is an unknown blob. Reading failures end it as `unreadable` or, on the way, `partly`. */
export async function readText(source: ByteSource, context: ScanContext): Promise<void> {
  const { sink } = context;
  const base = { path: source.path, bytes: source.size, firstOfFile: true };
  sink.begin(source.path);
  const inspected = await inspectOrProblem(source, context);
  if ("problem" in inspected) {
    sink.end({
      ...base,
      format: "unknown",
      encoding: null,
      bytesScanned: 0,
      sha256: null,
      sm3: null,
      status: "unreadable",
      problem: inspected.problem,
      columns: [],
    });
    return;
  }
  const { text } = inspected;
  if (text === null) {
    const hashed = await hashesOrProblem(inspected);
    sink.end({
      ...base,
      format: "unknown",
      encoding: null,
      bytesScanned: 0,
      sha256: hashed.sha256,
      sm3: hashed.sm3,
      status: "unreadable",
      problem: "problem" in hashed ? hashed.problem : problemOf("unknown-format"),
      columns: [],
    });
    return;
  }
  let shape: TextShape = { format: "txt", separator: null, chat: false };
  let reading: TextReading = { skipped: 0, columns: [] };
  let problem: SourceProblem | null = null;
  let unified: UnifiedText | null = null;
  let { errors } = text;
  try {
    unified = errors > 0 ? await (await import("#scan/sources/unify-lines.ts")).unifyLines(source, text, context) : null;
    const lines = unified ?? { source, text, context };
    errors = lines.text.errors;
    problem = errors > 0 ? problemOf("undecodable-bytes", errors) : null;
    shape = await shapeOfText(lines.source, lines.text.encoding, lines.text.bom);
    const structured = await STRUCTURED[shape.format]?.();
    if (structured !== undefined) {
      const { sha256, sm3 } = await inspected.hashes();
      return await structured({ source: lines.source, format: shape.format, text: lines.text, sha256, sm3 }, lines.context);
    }
    const read = shape.separator === null && shape.fixed == null ? readFreeText : readTextTable;
    reading = await read(lines.source, lines.text.encoding, lines.text.bom, shape, lines.context);
    if (reading.skipped > 0) problem = problemOf("line-too-long", reading.skipped);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
  } finally {
    if (unified !== null) await context.scratch.release(unified.source);
  }
  const hashed = await hashesOrProblem(inspected);
  if ("problem" in hashed) problem ??= hashed.problem;
  const bytesScanned = Math.max(0, source.size - reading.skipped - (reading.skipped > 0 ? 0 : errors));
  const status = problem === null ? "scanned" : "partly";
  sink.end({
    ...base,
    format: shape.format,
    encoding: text.encoding,
    bytesScanned,
    sha256: hashed.sha256,
    sm3: hashed.sm3,
    status,
    problem,
    columns: reading.columns,
  });
}

type Inspected = {
  readonly text: DecidedEncoding | null;
  /** @throws Unreadable when the bytes could not be read once more for them */
  readonly hashes: () => Promise<Hashes>;
};

/** The encoding over all bytes; a large file is hashed by a thread meanwhile, and while it is read. */
async function inspectOrProblem(source: ByteSource, context: ScanContext): Promise<Inspected | { problem: SourceProblem }> {
  const { signal } = context;
  try {
    if (!hashesInThread(source, context)) {
      const { text, ...hashes } = await inspectText(source, context);
      return { text, hashes: async () => hashes };
    }
    const hashing = hashSource(source, context);
    hashing.catch(() => undefined); // whoever asks for the hashes hears of it
    return { text: await inspectEncoding(source, signal), hashes: () => hashing };
  } catch (failure) {
    if (failure instanceof Unreadable) return { problem: failure.problem };
    throw failure;
  }
}

async function hashesOrProblem({ hashes }: Inspected): Promise<Hashes | { sha256: null; sm3: null; problem: SourceProblem }> {
  try {
    return await hashes();
  } catch (failure) {
    if (failure instanceof Unreadable) return { sha256: null, sm3: null, problem: failure.problem };
    throw failure;
  }
}

async function shapeOfText(source: ByteSource, encoding: Encoding, bom: number): Promise<TextShape> {
  const extension = extensionOf(source.path);
  const bytes = await source.read(bom, BEGINNING);
  const decoded = new TextDecoder(encoding).decode(bytes, { stream: bytes.length + bom < source.size });
  const whole =
    bytes.length + bom >= source.size
      ? decoded
      : decoded.slice(0, Math.max(decoded.lastIndexOf("\n"), decoded.lastIndexOf("\r")) + 1 || decoded.length);
  const beginning = whole.replaceAll("\u0000", "");
  const named = sniffTextFormat(beginning, extension);
  const chat = isChat(beginning);
  if (named !== null) return { format: named, separator: null, chat };
  if (chat && extension !== "csv" && extension !== "tsv") return { format: "txt", separator: null, chat };
  // A chat in a file named .csv is a chat, unless its content shows a table.
  const separator = sniffTable(beginning, chat ? "" : extension);
  // Where the places are sure they say more than blanks, which an empty cell or a blank in a cell would shift.
  const fixed = separator === null || separator === " " ? sniffFixed(beginning) : null;
  if (fixed !== null) return { format: "txt", separator: null, chat: false, fixed };
  if (separator === null) return { format: "txt", separator, chat };
  return { format: separator === "\t" ? "tsv" : separator === "----" || separator === " " ? "txt" : "csv", separator, chat: false };
}
