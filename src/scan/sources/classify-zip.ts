import type { Format } from "#scan/scan.contract.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { Unreadable } from "#scan/sources/problem.ts";

/** What a ZIP is: an archive of files, or a document that is packed as one. `note` names a document no contract format fits. */
export type ZipNature = { readonly format: Format; readonly note: string };

const LOOKED_AT = 2000;

/** Decides by the names of the members, and the `mimetype` member of OpenDocument, whether a ZIP is a workbook, a document or an archive. */
export async function classifyZip(members: AsyncIterable<ArchiveMember>): Promise<ZipNature> {
  let typed = false;
  let document: ZipNature | null = null;
  let looked = 0;
  try {
    for await (const member of members) {
      const name = member.name.toLowerCase();
      if (name === "[content_types].xml") typed = true;
      if (name === "mimetype" && member.size < 200) {
        const kind = await textOf(member);
        if (kind.includes("opendocument.spreadsheet")) return { format: "ods", note: "" };
        if (kind.includes("opendocument")) return { format: "unknown", note: kind };
      }
      document ??= DOCUMENTS[name] ?? null;
      if (typed && document !== null) return document;
      if (++looked >= LOOKED_AT) break;
    }
  } catch (failure) {
    // A directory that breaks off on the way has begun: what it named decides, and whoever reads the members meets the break again.
    if (!(failure instanceof Unreadable) || looked === 0) throw failure;
  }
  return document !== null && typed ? document : { format: "zip", note: "" };
}

const DOCUMENTS: Readonly<Record<string, ZipNature>> = {
  "xl/workbook.xml": { format: "xlsx", note: "" },
  "xl/workbook.bin": { format: "xlsx", note: "xlsb" },
  "word/document.xml": { format: "docx", note: "" },
  "ppt/presentation.xml": { format: "unknown", note: "pptx" },
};

async function textOf(member: ArchiveMember): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of member.unpack()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}
