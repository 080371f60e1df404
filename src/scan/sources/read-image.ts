import type { ByteSource } from "#scan/byte-source.ts";
import { DocumentText } from "#scan/sources/document-text.ts";
import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { OCR_LIMITS } from "#scan/sources/ocr.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";

/** Pictures that OCR can read: PNG, JPEG, BMP, WebP; others (GIF, TIFF, HEIC) are named. */
const READABLE = /^(?:\x89PNG|\xff\xd8\xff|BM|RIFF....WEBP)/s;

/** Reads the text of a picture line by line with OCR; without OCR it is unreadable, and said how it can be read. */
export async function readImage(source: ByteSource, context: ScanContext): Promise<void> {
  const { sink, ocr } = context;
  const chunks: Uint8Array[] = [];
  const hashes = await hashBytes(source, context, (chunk) => {
    if (source.size <= OCR_LIMITS.bytes) chunks.push(chunk);
  });
  const picture = Buffer.concat(chunks);
  const readable = READABLE.test(picture.toString("latin1", 0, 12)) || source.size > OCR_LIMITS.bytes;
  const reads = ocr !== null && readable;
  sink.begin(source.path);
  if (reads) sink.readBy("ocr");
  const text = new DocumentText(context);
  let problem: SourceProblem | null = readable ? problemOf("needs-ocr") : problemOf("unsupported-format", "image");
  if (reads)
    try {
      if (source.size > OCR_LIMITS.bytes) throw new Unreadable(problemOf("image-too-large", OCR_LIMITS.pixels));
      for (const line of await ocr.read(picture)) text.line(line);
      problem = null;
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      problem = failure.problem;
    }
  sink.progress(source.path, source.size, text.rows);
  sink.end({
    path: source.path,
    format: "image",
    encoding: null,
    bytes: source.size,
    bytesScanned: problem === null ? source.size : 0,
    firstOfFile: true,
    ...hashes,
    status: problem === null ? "scanned" : "unreadable",
    problem,
    columns: [],
  });
}
