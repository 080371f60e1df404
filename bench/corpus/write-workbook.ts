import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32, createDeflateRaw } from "node:zlib";
import { seededRandom } from "./invented-persons.ts";
import { HEADER, tableRow } from "./write-table.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * Writes (once) a workbook with the rows of the table. `shared` as Excel saves it: texts in the part of shared strings, the mobile a
 * number; `inline` as exports of web systems stream it: every text in its cell. Answers its path.
 */
export async function writeWorkbook(path: string, rows: number, texts: "shared" | "inline"): Promise<string> {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const zip = openZipFile(`${path}.part`);
  await zip.add("[Content_Types].xml", [`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`]);
  await zip.add("xl/workbook.xml", [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.add("xl/_rels/workbook.xml.rels", [
    `${HEAD}<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ]);
  const indexes = new Map<string, number>();
  await zip.add("xl/worksheets/sheet1.xml", sheetXml(rows, texts === "shared" ? indexes : null));
  if (texts === "shared") await zip.add("xl/sharedStrings.xml", sharedXml(indexes));
  zip.end();
  renameSync(`${path}.part`, path);
  return path;
}

function* sheetXml(rows: number, indexes: Map<string, number> | null): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:E${rows + 1}"/><sheetData>`;
  const cell = (text: string, column: number, row: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (indexes === null) return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    if (row > 1 && HEADER[column] === "手机号") return `<c r="${place}" s="1"><v>${text}</v></c>`;
    let index = indexes.get(text);
    if (index === undefined) indexes.set(text, (index = indexes.size));
    return `<c r="${place}" t="s"><v>${index}</v></c>`;
  };
  const random = seededRandom();
  for (let row = 0, block = ""; row <= rows; row++) {
    const cells = row === 0 ? [...HEADER] : tableRow(random, row - 1);
    block += `<row r="${row + 1}" spans="1:5">${cells.map((text, column) => cell(text, column, row + 1)).join("")}</row>`;
    if (block.length < 1_000_000 && row < rows) continue;
    yield block;
    block = "";
  }
  yield "</sheetData></worksheet>";
}

function* sharedXml(indexes: ReadonlyMap<string, number>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${indexes.size}">`;
  let block = "";
  for (const text of indexes.keys()) {
    block += `<si><t>${text}</t></si>`;
    if (block.length < 1_000_000) continue;
    yield block;
    block = "";
  }
  yield `${block}</sst>`;
}

/** A ZIP on disk, part after part; each part is packed as a stream and held packed until its header is known. */
function openZipFile(path: string) {
  const file = openSync(path, "w");
  const directory: Buffer[] = [];
  let offset = 0;
  const add = async (name: string, texts: Iterable<string>): Promise<void> => {
    const deflate = createDeflateRaw();
    const packed: Buffer[] = [];
    deflate.on("data", (chunk: Buffer) => packed.push(chunk));
    let [size, crc] = [0, 0];
    for (const text of texts) {
      const bytes = Buffer.from(text);
      size += bytes.length;
      crc = crc32(bytes, crc);
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once("drain", resolve));
    }
    await new Promise<void>((resolve) => deflate.once("end", resolve).end());
    const packedSize = packed.reduce((sum, { length }) => sum + length, 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x800, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(0x00210000, 10);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packedSize, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    directory.push(Buffer.concat([entry, Buffer.from(name)]));
    for (const bytes of [local, Buffer.from(name), ...packed]) offset += writeSync(file, bytes);
  };
  const end = (): void => {
    const central = Buffer.concat(directory);
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(directory.length, 8);
    tail.writeUInt16LE(directory.length, 10);
    tail.writeUInt32LE(central.length, 12);
    tail.writeUInt32LE(offset, 16);
    writeSync(file, Buffer.concat([central, tail]));
    closeSync(file);
  };
  return { add, end };
}
