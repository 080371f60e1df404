import type { Format } from "#scan/scan.contract.ts";
import { isTarHeader } from "#scan/sources/tar-header.ts";

/** What the first bytes of a file say it is: a container to open, a binary format by name, or `null` for text or an unknown blob. */
export function sniffMagic(head: Uint8Array): Format | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const text = (from: number, to: number) => bytes.toString("latin1", from, Math.min(to, bytes.length));
  for (const [format, at, magic] of MAGIC) if (text(at, at + magic.length) === magic) return format;
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "image";
  if (text(4, 8) === "ftyp" && /^(heic|heix|mif1|avif)/.test(text(8, 12))) return "image";
  if (text(0, 2) === "BM" && bytes.length > 26 && bytes.readUInt32LE(10) < 4096 && bytes.readUInt32LE(14) <= 124) return "image";
  if (text(0, 1024).includes("%PDF-")) return "pdf";
  if (isTarHeader(bytes)) return "tar"; // written before there was a mark
  return null;
}

/** Formats of files that hold nothing when they have no bytes at all: an empty one cannot be opened. */
const BINARY_BY_EXTENSION: Readonly<Record<string, Format>> = {
  xlsx: "xlsx",
  xlsm: "xlsx",
  xltx: "xlsx",
  xls: "xls",
  et: "xls",
  ods: "ods",
  sqlite: "sqlite",
  sqlite3: "sqlite",
  db: "sqlite",
  db3: "sqlite",
  docx: "docx",
  pdf: "pdf",
  png: "image",
  jpg: "image",
  jpeg: "image",
  gif: "image",
  bmp: "image",
  webp: "image",
  heic: "image",
  tif: "image",
  tiff: "image",
  zip: "zip",
  "7z": "7z",
  rar: "rar",
  tar: "tar",
  gz: "gz",
  tgz: "gz",
  bz2: "bz2",
  xz: "xz",
};

const TEXT_BY_EXTENSION: Readonly<Record<string, Format>> = {
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  txt: "txt",
  log: "txt",
  md: "txt",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  sql: "sql",
  xml: "xml",
  html: "html",
  htm: "html",
  eml: "eml",
  mbox: "mbox",
};

/** The letters after the last dot of the last part of a path, in lower case; "" without one. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("!")) + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

export function binaryFormatOf(extension: string): Format | null {
  return BINARY_BY_EXTENSION[extension] ?? null;
}

/** What an extension promises, when the bytes cannot be looked at (an encrypted member). */
export function formatOfExtension(extension: string): Format {
  return BINARY_BY_EXTENSION[extension] ?? TEXT_BY_EXTENSION[extension] ?? "unknown";
}

const MAGIC: readonly (readonly [Format, number, string])[] = [
  ["zip", 0, "PK\x03\x04"],
  ["zip", 0, "PK\x05\x06"],
  ["zip", 0, "PK\x07\x08"],
  ["xls", 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"],
  ["sqlite", 0, "SQLite format 3\0"],
  ["sqlite", 0, "\x37\x7F\x06\x82"],
  ["sqlite", 0, "\x37\x7F\x06\x83"],
  ["7z", 0, "7z\xBC\xAF\x27\x1C"],
  ["rar", 0, "Rar!\x1A\x07"],
  ["gz", 0, "\x1F\x8B\x08"],
  ["bz2", 0, "BZh"],
  ["xz", 0, "\xFD7zXZ\0"],
  ["tar", 257, "ustar"],
  ["image", 0, "\x89PNG\r\n\x1A\n"],
  ["image", 0, "\xFF\xD8\xFF"],
  ["image", 0, "GIF87a"],
  ["image", 0, "GIF89a"],
  ["image", 0, "II*\0"],
  ["image", 0, "MM\0*"],
];
