import type { ByteSource } from "#scan/byte-source.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { openEncryptedOffice } from "#scan/sources/open-encrypted-office.ts";
import { OleFile } from "#scan/sources/open-ole.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { readDoc } from "#scan/sources/read-doc.ts";
import { readXls } from "#scan/sources/read-xls.ts";
import { reportUnreadable } from "#scan/sources/report-leaf.ts";
import { extensionOf, formatOfExtension } from "#scan/sources/sniff-magic.ts";

/** Office files in the same container as XLS that hold no sheets, and those of them that are documents. */
const OTHER = /^(doc|dot|wps|ppt|pps|dps|msg|msi|vsd|mpp|pub)$/;
const DOCUMENT = /^(doc|dot|wps)$/;

/**
 * Reads what lies in a compound file: an encrypted Office file (its package is read by `inside`), a Word document, a workbook; anything
 * else is named.
 */
export async function readOle(
  source: ByteSource,
  context: ScanContext,
  inside: (plain: ByteSource, context: ScanContext) => Promise<void>,
): Promise<void> {
  const extension = extensionOf(source.path);
  const file = await openOrNull(source);
  if (file?.has("EncryptedPackage")) {
    const opened = await openEncryptedOffice(source, file, context);
    const format = formatOfExtension(extension) === "docx" ? "docx" : "xlsx";
    if ("problem" in opened) return reportUnreadable(source, format, opened.problem, context);
    try {
      return await inside(opened.plain, opened.context);
    } finally {
      await context.scratch.release(opened.plain);
    }
  }
  if (file?.has("WordDocument")) return readDoc(source, file, context);
  if (!OTHER.test(extension) || file?.has("Workbook")) return readXls(source, context);
  const damaged = file === null && DOCUMENT.test(extension);
  const problem = damaged ? problemOf("document-damaged", "OLE2") : problemOf("unsupported-format", extension);
  return reportUnreadable(source, damaged ? "docx" : "unknown", problem, context);
}

/** A damaged one is told by the reader its name promises. */
async function openOrNull(source: ByteSource): Promise<OleFile | null> {
  try {
    return await OleFile.open(source);
  } catch (failure) {
    if (failure instanceof Unreadable) return null;
    throw failure;
  }
}
