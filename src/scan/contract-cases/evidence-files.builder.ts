import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { crc32, deflateRawSync } from "node:zlib";
import type { Cell, FileSpec } from "#scan/contract-cases/case-file.builder.ts";
import { buildTar } from "#scan/sources/tar.builder.ts";

/** Writes the files of a case under `folder`. */
export function writeFiles(folder: string, files: Readonly<Record<string, FileSpec>>): void {
  for (const [path, spec] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, buildFile(spec));
  }
}

/** The bytes of one file as its case describes it. */
export function buildFile(spec: FileSpec): Buffer {
  if (typeof spec === "string") return Buffer.from(spec, "utf8");
  if ("text" in spec && spec.spoilt) return Buffer.from(Buffer.from(spec.text, "utf8").toString("hex").replaceAll("efbfbd", "ff"), "hex");
  if ("text" in spec) return encodeText(spec.text, spec.encoding ?? "utf-8", spec.bom ?? false);
  if ("empty" in spec) return Buffer.alloc(0);
  if ("sqlite" in spec) return buildDatabase(spec.sqlite);
  if ("noise" in spec) return buildNoise(spec.noise);
  if ("xlsx" in spec) return buildWorkbook(spec.xlsx, spec.hidden ?? [], spec.strings ?? "shared");
  if ("tar" in spec)
    return withoutEnd(buildTar(Object.entries(spec.tar).map(([name, file]) => ({ name, bytes: buildFile(file) }))), spec.cut);
  if ("base64" in spec) return withoutEnd(Buffer.from(spec.base64, "base64"), spec.cut);
  const members = Object.entries(spec.zip).map(([name, member]) => ({
    name,
    bytes: buildFile(member),
    encrypted: typeof member === "object" && "encrypted" in member && member.encrypted === true,
  }));
  const bytes = buildZip(members, spec.names ?? "utf-8", spec.damage ?? false);
  return bytes.subarray(0, bytes.length - (spec.cut ?? 0));
}

function withoutEnd(bytes: Buffer, cut = 0): Buffer {
  return bytes.subarray(0, bytes.length - cut);
}

/** The bytes of an SQLite database made by these statements. */
export function buildDatabase(statements: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "tandem-database-"));
  try {
    const path = join(folder, "made.db");
    const database = new DatabaseSync(path);
    for (const statement of statements) database.exec(statement);
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text in an encoding, with or without its byte order mark. */
export function encodeText(text: string, encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be", bom: boolean): Buffer {
  if (encoding === "gb18030") return encodeGb(text);
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked, "utf8");
  const little = Buffer.from(marked, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
}

const gbBytes = new Map<string, number>();

function encodeGb(text: string): Buffer {
  if (gbBytes.size === 0) {
    const decoder = new TextDecoder("gb18030");
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail !== 0x7f) gbBytes.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
      }
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const pair = gbBytes.get(character);
      if (pair === undefined) throw new Error(`no two-byte form in GB18030: ${character}`);
      return [pair >> 8, pair & 255];
    }),
  );
}

/** Bytes that are no format at all; always the same. */
function buildNoise(length: number): Buffer {
  let state = 20260307;
  return Buffer.from(Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24));
}

type Member = { readonly name: string; readonly bytes: Buffer; readonly encrypted: boolean };

/** A ZIP archive. `damage` spoils the compressed bytes of the first member. An encrypted member carries the flag and bytes no one can read. */
export function buildZip(members: readonly Member[], names: "utf-8" | "gbk", damage: boolean): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [index, member] of members.entries()) {
    const name = names === "gbk" ? encodeGb(member.name) : Buffer.from(member.name, "utf8");
    const isFolder = member.name.endsWith("/");
    const packed = member.encrypted ? buildNoise(member.bytes.length + 12) : isFolder ? Buffer.alloc(0) : deflateRawSync(member.bytes);
    if (damage && index === 0) packed.fill(0xff, Math.floor(packed.length / 2));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((names === "gbk" ? 0 : 0x800) | (member.encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(member.encrypted || isFolder ? 0 : 8, 4);
    fields.writeUInt32LE(0x5a610000, 6);
    fields.writeUInt32LE(crc32(member.bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(member.encrypted ? packed.length - 12 : member.bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** A workbook as small as one can be: numbers as numbers, strings shared or in the cell. */
export function buildWorkbook(
  sheets: Readonly<Record<string, readonly Cell[][]>>,
  hidden: readonly string[],
  strings: "shared" | "inline",
): Buffer {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const parts = names.map((name, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    xml: sheetXml(sheets[name] ?? [], strings === "shared" ? shared : null),
  }));
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const files = [
    {
      name: "[Content_Types].xml",
      xml: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts.map((part) => `<Override PartName="/${part.name}" ContentType="${type}.worksheet+xml"/>`).join("")}${strings === "shared" ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>` : ""}</Types>`,
    },
    {
      name: "_rels/.rels",
      xml: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      xml: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      xml: `<Relationships xmlns="${packages}/relationships">${parts.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}${strings === "shared" ? `<Relationship Id="rId${names.length + 1}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>` : ""}</Relationships>`,
    },
    ...parts,
    ...(strings === "shared"
      ? [
          {
            name: "xl/sharedStrings.xml",
            xml: `<sst xmlns="${main}" count="${shared.length}" uniqueCount="${shared.length}">${shared.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
          },
        ]
      : []),
  ];
  return buildZip(
    files.map(({ name, xml }) => ({ name, bytes: Buffer.from(head + xml, "utf8"), encrypted: false })),
    "utf-8",
    false,
  );
}

function sheetXml(rows: readonly Cell[][], shared: string[] | null): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const at = `${String.fromCharCode(65 + column)}${row + 1}`;
      if (cell === null) return "";
      if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
      if (typeof cell === "object") return `<c r="${at}"><v>${cell.v}</v></c>`;
      if (shared === null) return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
      return `<c r="${at}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
    });
    return `<row r="${row + 1}">${written.join("")}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
