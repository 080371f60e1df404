import type { CaseDocument } from "#documents/document.ts";
import { tellDocumentProblem } from "#documents/refuse-document.ts";
import { tellMixed } from "#documents/tell-gaps.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import type { DecidedEncoding } from "#scan/sources/encoding-evidence.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";
import { decodeLine, linesOf } from "#scan/sources/unify-lines.ts";

/**
 * The text of a file, line by line where lines of UTF-8 may stand beside lines of GB18030; `gaps` say that they do, and how many places neither decodes. Lines end with
 * "\n". A byte order mark is no text.
 */
export async function decodeText(
  source: ByteSource,
  known: DecidedEncoding,
  signal: AbortSignal,
): Promise<Pick<CaseDocument, "text" | "gaps">> {
  const { encoding, bom } = known;
  // all of GB18030 decodes in it, and so may lines of UTF-8: they are looked for though there is no error
  if ((encoding === "utf-8" && known.errors > 0) || encoding === "gb18030") {
    const decoded: string[] = [];
    let [errors, others] = [0, 0];
    for await (const line of linesOf(source, bom, source.size, signal)) {
      const read = decodeLine(line, encoding === "utf-8");
      errors += read.errors;
      if (read.encoding !== null && read.encoding !== encoding) others++;
      decoded.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.bytes));
    }
    return { text: endLines(decoded.join("")), gaps: [...tellMixed(others, encoding), ...tellErrors(errors)] };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of readChunks(source, signal, bom)) chunks.push(chunk);
  return { text: endLines(new TextDecoder(encoding).decode(Buffer.concat(chunks))), gaps: tellErrors(known.errors) };
}

function endLines(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}

function tellErrors(errors: number): CaseDocument["gaps"] {
  return errors > 0 ? [tellDocumentProblem("undecodable", { places: errors })] : [];
}
