import type { ZipPart } from "#legal-documents/output/write-zip.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { Unreadable } from "#scan/sources/problem.ts";

/** A template is a page or a few of text: far above any real form, far below what would choke the server. */
export const TEMPLATE_LIMITS = { bytes: 5_000_000, members: 500, unpackedBytes: 40_000_000, ratio: 200, part: 8_000_000 } as const;
const LIMITS: ScanLimits = {
  ...SCAN_LIMITS,
  members: TEMPLATE_LIMITS.members,
  ratio: TEMPLATE_LIMITS.ratio,
  ratioFrom: 1_000_000,
  unpackedBytes: TEMPLATE_LIMITS.unpackedBytes,
};

export type OpenedTemplate = { readonly ok: true; readonly parts: readonly ZipPart[] } | { readonly ok: false; readonly problem: Problem };
type Problem = { readonly zh: string; readonly en: string };
/** Parts whose fields are filled. */
export const FILLED_PARTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/;

/**
 * Opens an office's DOCX with bounds against archives that were made to choke a reader. Refuses what a form does not need and what acts when it
 * is opened: macros, parts that are loaded from elsewhere, document types.
 */
export async function openTemplate(bytes: Buffer): Promise<OpenedTemplate> {
  const source: ByteSource = {
    path: "template.docx",
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
  const parts: ZipPart[] = [];
  try {
    for await (const member of openZip(source, LIMITS, { packed: bytes.length, unpacked: 0 })) {
      if (member.encrypted) return wrong("加密的文件", "an encrypted file");
      const chunks: Uint8Array[] = [];
      for await (const chunk of member.unpack()) chunks.push(chunk.slice());
      if (!member.intact()) return wrong(`损坏的部件${member.name}`, `the damaged part ${member.name}`);
      parts.push({ name: member.name, bytes: Buffer.concat(chunks) });
    }
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return { ok: false, problem: { zh: failure.problem.zh, en: failure.problem.en } };
  }
  return checkParts(parts);
}

function checkParts(parts: readonly ZipPart[]): OpenedTemplate {
  const names = parts.map(({ name }) => name);
  if (!names.includes("word/document.xml") || !names.includes("[Content_Types].xml")) return wrong("不是DOCX文件", "no DOCX file");
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return wrong("同名部件", "two parts of one name");
  const macro = names.find((name) => /vbaProject|\.bin$|activeX|embeddings\//i.test(name));
  if (macro !== undefined) return wrong(`宏或者嵌入对象${macro}`, `macros or embedded objects: ${macro}`);
  for (const { name, bytes } of parts) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const text = bytes.toString("utf8");
    if (FILLED_PARTS.test(name) && bytes.length > TEMPLATE_LIMITS.part) return wrong(`过大的部件${name}`, `a part too large: ${name}`);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return wrong(`含文档类型声明的部件${name}`, `a document type in ${name}`);
    if (name.endsWith(".rels") && /TargetMode\s*=\s*["']External["']/i.test(text.replace(HYPERLINK, "")))
      return wrong(`引用外部内容的部件${name}`, `content loaded from elsewhere in ${name}`);
  }
  return { ok: true, parts };
}

const HYPERLINK = /<Relationship\b(?=[^>]*Type="[^"]*\/hyperlink")[^>]*>/g;

function wrong(zh: string, en: string): OpenedTemplate {
  return { ok: false, problem: { zh, en } };
}
