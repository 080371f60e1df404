import { crc32, deflateRawSync, gzipSync, inflateRawSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { buildDatabase } from "#scan/contract-cases/evidence-files.builder.ts";
import { buildBankCard, buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { buildDoc } from "#scan/sources/doc.builder.ts";
import { ENCRYPTED_WORKBOOKS } from "#scan/sources/encrypted-workbooks.builder.ts";
import { lockOds } from "#scan/sources/ods.builder.ts";
import { PACKED } from "#scan/sources/packed-lists.builder.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";
import { buildRar } from "#scan/sources/rar.builder.ts";
import { buildRar5 } from "#scan/sources/rar5.builder.ts";
import { encryptTraditionally } from "#scan/sources/seven-zip.builder.ts";
import { buildTar } from "#scan/sources/tar.builder.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

/**
 * A well-formed piece of evidence that can be spoilt from within: `parts` are what a container packs (members of a ZIP, the text of a
 * gzip), so that a changed byte reaches the reader behind the packing. `slow` ones are read in a thread of their own.
 */
export type EvidenceSample = {
  readonly path: string;
  readonly slow: boolean;
  readonly parts: readonly Buffer[];
  readonly build: (parts: readonly Buffer[]) => Buffer;
};

/** One sample at least of every format that is read; all numbers are invented. */
export function buildSamples(): EvidenceSample[] {
  const list = PEOPLE.map((cells) => cells.join(",")).join("\n");
  const objects = PEOPLE.slice(1).map(([name, id, phone], at) => ({ name, id, phone, n: at, at: { city: "北京", tags: ["甲", "乙"] } }));
  const sql = `-- dump\nCREATE TABLE \`users\` (\n  \`id\` int NOT NULL,\n  \`name\` varchar(20),\n  \`phone\` varchar(20), PRIMARY KEY (\`id\`)\n);\nINSERT INTO \`users\` VALUES ${PEOPLE.slice(
    1,
  )
    .map(([name, , phone], at) => `(${at},'${name}','${phone}')`)
    .join(",")};\n/* end */\nUPDATE users SET name='王\\'五' WHERE id=1;\n`;
  const copy = `SET standard_conforming_strings = on;\nCOPY public.users (id, name, phone) FROM stdin;\n${PEOPLE.slice(1)
    .map(([name, , phone], at) => `${at}\t${name}\t${phone}`)
    .join("\n")}\n\\.\n`;
  const xml = `<?xml version="1.0"?><list><title>名单</title>${PEOPLE.slice(1)
    .map(([name, id, phone]) => `<user id="${id}"><name>${name}</name><phone>${phone}</phone><note><![CDATA[<好>&]]></note></user>`)
    .join("")}</list>`;
  const html = `<!DOCTYPE html><html><body><p>客户 &amp; 名单</p><table>${PEOPLE.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table><script>1</script></body></html>`;
  const mail = `From: =?utf-8?B?5byg5LiJ?= <zhang@example.com>\nTo: li@example.com\nSubject: list\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=xx\n\n--xx\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`手机 ${buildMobile(7)}`).toString("base64")}\n--xx\nContent-Type: text/csv; name="a.csv"\nContent-Disposition: attachment; filename="a.csv"\nContent-Transfer-Encoding: quoted-printable\n\n${list.slice(0, 200)}=\n--xx--\n`;
  const chat = PEOPLE.slice(1)
    .map(([name, , phone], at) => `2024-03-01 09:1${at % 10}:00 ${name}\n我的手机 ${phone}\n`)
    .join("\n");
  const database = buildDatabase([
    "PRAGMA page_size = 512",
    "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, phone TEXT)",
    `INSERT INTO users (name, phone) VALUES ${PEOPLE.slice(1).map(([name, , phone]) => `('${name}','${phone}')`)}`,
    `INSERT INTO users (name, phone) VALUES ('${"x".repeat(3000)}', '1')`,
    "CREATE TABLE w (a TEXT PRIMARY KEY, b) WITHOUT ROWID",
    "INSERT INTO w VALUES ('a', x'ff00')",
  ]);
  const ods = buildZip([
    { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    {
      name: "content.xml",
      bytes: ODS_CONTENT,
    },
  ]);
  const docx = buildZip([
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    {
      name: "word/document.xml",
      bytes: `<w:document><w:body><w:p><w:r><w:t>手机 ${buildMobile(9)}</w:t></w:r></w:p><w:tbl>${PEOPLE.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join("")}</w:tr>`).join("")}</w:tbl></w:body></w:document>`,
    },
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(PEOPLE), "甲");
  const xls: Buffer = write(book, { type: "buffer", bookType: "biff8" });
  const files = [
    { name: "a.csv", bytes: list },
    { name: "客户/b.txt", bytes: chat },
  ];
  const workbook = buildWorkbook([
    { name: "客户", rows: PEOPLE },
    { name: "二", rows: [["手机号"], [Number(buildMobile(3))]] },
  ]);
  return [
    text("a.csv", list),
    text("a.tsv", PEOPLE.map((cells) => cells.join("\t")).join("\r\n")),
    text("pipe.txt", PEOPLE.map((cells) => cells.join("|")).join("\n")),
    text("quoted.csv", PEOPLE.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n")),
    text("gbk.csv", GBK_LIST),
    text("wide.csv", Buffer.from(`\ufeff${list}`, "utf16le")),
    text("aligned.txt", PEOPLE.map((cells) => cells.map((cell) => cell + " ".repeat(24 - width(cell))).join("")).join("\n")),
    text("note.txt", `客户张三 手机${buildMobile(5)} 卡号 ${buildBankCard(5)}\n`.repeat(20)),
    text("chat.txt", chat),
    text("a.json", JSON.stringify({ code: 0, data: { list: objects, total: 9 }, other: [[1, "手机"]] })),
    text("b.json", JSON.stringify(objects, null, 1)),
    text("a.jsonl", objects.map((object) => JSON.stringify(object)).join("\n")),
    text("a.sql", sql),
    text("b.sql", copy),
    text("a.xml", xml),
    text("a.html", html),
    text("a.eml", mail),
    text("a.mbox", `From a@example.com Fri Mar  1 09:12:00 2024\n${mail}\n\nFrom b@example.com Fri Mar  1 09:13:00 2024\n${mail}`),
    bytes("a.db", database),
    zipped("a.zip", buildZip(files)),
    zipped("in.zip", buildZip([{ name: "b.zip", bytes: buildZip(files) }])),
    zipped("a.xlsx", workbook),
    zipped("inline.xlsx", buildWorkbook([{ name: "甲", rows: PEOPLE }], { inline: true, prefix: "x:" })),
    zipped("a.ods", ods),
    bytes("locked.ods", lockOds(ODS_CONTENT, "letmein")),
    zipped("a.docx", docx),
    bytes("a.tar", buildTar(files)),
    { path: "a.csv.gz", slow: false, parts: [Buffer.from(list)], build: ([part]) => gzipSync(part ?? "") },
    bytes("raw.gz", gzipSync(list)),
    bytes(
      "a.doc",
      buildDoc([
        `手机 ${buildMobile(8)}\r`,
        `tel ${buildMobile(9)}\r`,
        `${PEOPLE.map((cells) => `${cells.join("\u0007")}\u0007\u0007`).join("")}`,
      ]),
    ),
    bytes("locked.zip", lockedZip(list)),
    text("lists.json", JSON.stringify({ shops: [{ shop: "甲", customers: objects, stays: [{ 入住时间: "2024-03-01", 房号: "801" }] }] })),
    slow("locked.xlsx", ENCRYPTED_WORKBOOKS.standard),
    slow("a.pdf", buildPdf([[{ x: 50, y: 700, text: `tel ${buildMobile(1)}` }], "q 10 0 0 10 0 0 cm /Im1 Do Q"])),
    slow("a.xls", xls),
    slow("a.7z", Buffer.from(PACKED["7z"], "base64")),
    slow("a.csv.xz", Buffer.from(PACKED.xz, "base64")),
    slow("a.csv.bz2", Buffer.from(PACKED.bz2, "base64")),
    slow("a.rar", buildRar([{ name: "a.csv", bytes: list }])),
    slow(
      "five.rar",
      buildRar5([
        { name: "a.csv", bytes: list },
        { name: "b.csv", bytes: list, password: "letmein" },
      ]),
    ),
  ];
}

const PEOPLE: string[][] = [
  ["姓名", "身份证号", "手机号"],
  ...Array.from({ length: 12 }, (_, at) => [`张${"一二三四五六七八九十甲乙"[at]}`, buildResidentId(900 + at), buildMobile(at)]),
];

const ODS_CONTENT = `<office:document-content><office:spreadsheet><table:table table:name="甲">${PEOPLE.map((cells) => `<table:table-row table:number-rows-repeated="2">${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`).join("")}</table:table></office:spreadsheet></office:document-content>`;

function width(cell: string): number {
  return [...cell].reduce((sum, sign) => sum + (sign > "\u2000" ? 2 : 1), 0);
}

/** 姓名,手机号 with 张三 in GBK, which no encoder of the runtime writes. */
const GBK_LIST = Buffer.concat([
  Buffer.from("d0d5c3fb2cc9e8bbfabac50a", "hex"),
  ...Array.from({ length: 20 }, (_, at) => Buffer.concat([Buffer.from("d5c5c8fd2c", "hex"), Buffer.from(`${buildMobile(at)}\n`)])),
]);

/** A list that opens under the password letmein. */
function lockedZip(list: string): Buffer {
  const plain = Buffer.from(list);
  const packed = encryptTraditionally(deflateRawSync(plain), Buffer.from("letmein"), crc32(plain) >>> 24);
  return buildZip([{ name: "l.csv", bytes: "", encrypted: true, deflated: { packed, size: plain.length, crc: crc32(plain) } }]);
}

function text(path: string, content: string | Buffer): EvidenceSample {
  return bytes(path, Buffer.from(content));
}

function bytes(path: string, content: Buffer): EvidenceSample {
  return { path, slow: false, parts: [content], build: ([part]) => part ?? content };
}

function slow(path: string, content: Buffer): EvidenceSample {
  return { ...bytes(path, content), slow: true };
}

/** The last part is the archive itself: what spoils it spoils the packing, what spoils another part is packed anew. */
function zipped(path: string, zip: Buffer): EvidenceSample {
  const members = membersOf(zip);
  const parts = [...members.map((member) => member.bytes), zip];
  const build = (changed: readonly Buffer[]) => {
    const whole = changed.at(-1) ?? zip;
    if (!whole.equals(zip)) return whole;
    return buildZip(members.map(({ name }, at) => ({ name, utf8: true, bytes: changed[at] ?? "" })));
  };
  return { path, slow: false, parts, build };
}

/** The members of an archive that `buildZip` wrote. */
function membersOf(zip: Buffer): { readonly name: Buffer; readonly bytes: Buffer }[] {
  const members: { name: Buffer; bytes: Buffer }[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size, name] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const packed = zip.subarray(at + 30 + name, at + 30 + name + size);
    members.push({ name: zip.subarray(at + 30, at + 30 + name), bytes: method === 0 ? packed : inflateRawSync(packed) });
    at += 30 + name + size;
  }
  return members;
}
