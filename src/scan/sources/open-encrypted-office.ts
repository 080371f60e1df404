import type { ByteSource } from "#scan/byte-source.ts";
import { decryptOffice } from "#scan/sources/decrypt-office.ts";
import { abortable, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import type { OleFile } from "#scan/sources/open-ole.ts";
import { lockedProblem, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";

/**
 * Opens an encrypted XLSX or DOCX with one of the passwords: its package put aside, and a context whose leaves are told with the bytes
 * and hashes of the encrypted file, which is the evidence.
 */
export async function openEncryptedOffice(
  source: ByteSource,
  file: OleFile,
  context: ScanContext,
): Promise<{ readonly plain: ByteSource; readonly context: ScanContext } | { readonly problem: SourceProblem }> {
  const { passwords, scratch, signal, limits } = context;
  try {
    const opened = passwords.length === 0 ? null : await decryptOffice(file, passwords, signal);
    if (opened === null) return { problem: lockedProblem(passwords.length) };
    const hashes = await hashBytes(source, context);
    const plain = await scratch.put(source.path, abortable(opened.bytes, signal), limits.unpackedBytes);
    const end = (report: LeafReport) => {
      const whole = report.path === source.path || report.path.startsWith(`${source.path}#`);
      context.sink.end({ ...report, ...(whole ? ofFile(report, source, plain, hashes) : {}), passwordLine: opened.line });
    };
    return { plain, context: { ...context, sink: { ...context.sink, end } } };
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return { problem: failure.problem };
  }
}

/** What encryption adds to the bytes goes with the first leaf. */
function ofFile(
  report: LeafReport,
  source: ByteSource,
  plain: ByteSource,
  hashes: Pick<LeafReport, "sha256" | "sm3">,
): Partial<LeafReport> {
  const more = report.firstOfFile && report.status === "scanned" ? source.size - plain.size : 0;
  return { ...hashes, bytes: source.size, bytesScanned: Math.max(0, Math.min(source.size, report.bytesScanned + more)) };
}
