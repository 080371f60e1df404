import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { buildDatabase } from "#scan/contract-cases/evidence-files.builder.ts";
import { runCount, runTandem } from "#scan/contract-cases/run-count.builder.ts";
import { buildMobile } from "#scan/count.builder.ts";
import { buildDoc } from "#scan/sources/doc.builder.ts";
import { ENCRYPTED_WORKBOOKS } from "#scan/sources/encrypted-workbooks.builder.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";
import { JPEG_OF_LIST, PICTURE_OF_LIST } from "#scan/sources/pictures.builder.ts";
import { buildRar } from "#scan/sources/rar.builder.ts";
import { packWithSevenZip } from "#scan/sources/seven-zip.builder.ts";
import { buildTar } from "#scan/sources/tar.builder.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Three persons with numbers of their own for each file, so that the ledger is three times the files. */
let given = 0;
const three = (): string[] => Array.from({ length: 3 }, () => buildMobile(50_000 + given++));
const table = (): string[][] => [["姓名", "手机号"], ...three().map((phone, at) => [`张${"一二三"[at]}`, phone])];
const csv = (separator = ",") =>
  `${table()
    .map((cells) => cells.join(separator))
    .join("\n")}\n`;
const objects = () => three().map((phone) => ({ name: "张三", phone }));
const lines = () =>
  three()
    .map((phone) => `手机 ${phone}`)
    .join("\n");
const GBK = { 姓名: "d0d5c3fb", 手机号: "cad6bbfabac5", 张三: "d5c5c8fd" };
const inGbk = () =>
  Buffer.from(
    `${GBK.姓名}2c${GBK.手机号}0a${three()
      .map((phone) => `${GBK.张三}2c${Buffer.from(phone).toString("hex")}0a`)
      .join("")}`,
    "hex",
  );
const sheets = () => buildWorkbook([{ name: "客户", rows: table() }]);
const xls = (): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table()), "客户");
  return write(book, { type: "buffer", bookType: "biff8" });
};
const ods = () =>
  buildZip([
    { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    {
      name: "content.xml",
      bytes: `<office:document-content><office:spreadsheet><table:table table:name="客户">${table()
        .map(
          (cells) =>
            `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`,
        )
        .join("")}</table:table></office:spreadsheet></office:document-content>`,
    },
  ]);
const docx = () =>
  buildZip([
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    {
      name: "word/document.xml",
      bytes: three()
        .map((phone) => `<w:p><w:r><w:t>手机 ${phone}</w:t></w:r></w:p>`)
        .join(""),
    },
  ]);
const values = () =>
  three()
    .map((phone, at) => `(${at}, '张三', '${phone}')`)
    .join(",\n");
const CREATE = "CREATE TABLE users (id int, name varchar(20), phone varchar(20));\n";
const mail = () => `From: list\nTo: list\nSubject: list\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${lines()}\n`;
const chat = () =>
  three()
    .map((phone, at) => `2024-03-01 09:1${at}:00 张三\n我的手机 ${phone}\n`)
    .join("\n");

async function everyFormat(): Promise<Record<string, Buffer | string>> {
  return {
    "a.txt": lines(),
    "b.log": three()
      .map((phone) => `2024-03-01 10:00:00 INFO mobile=${phone}`)
      .join("\n"),
    "c.md": three()
      .map((phone) => `- 手机 ${phone}`)
      .join("\n"),
    "chat.txt": chat(),
    "d.csv": csv(),
    "e.tsv": csv("\t"),
    "f.txt": csv("|"),
    "g.txt": three()
      .map((phone) => `张三----${phone}`)
      .join("\n"),
    "gbk.csv": inGbk(),
    "utf16.csv": Buffer.from(`\ufeff${csv()}`, "utf16le"),
    "h.xlsx": sheets(),
    "i.xls": xls(),
    "j.ods": ods(),
    "k-mysql.sql": `${CREATE}INSERT INTO \`users\` VALUES ${values()};\n`,
    "k-postgresql.sql": `COPY public.users (id, name, phone) FROM stdin;\n${three()
      .map((phone, at) => `${at}\t张三\t${phone}`)
      .join("\n")}\n\\.\n`,
    "k-sqlserver.sql": three()
      .map((phone, at) => `INSERT [dbo].[users] ([id], [name], [phone]) VALUES (${at}, N'张三', N'${phone}')\nGO\n`)
      .join(""),
    "l.db": buildDatabase(["CREATE TABLE users (id int, name text, phone text)", `INSERT INTO users VALUES ${values()}`]),
    "m.json": JSON.stringify({ data: { list: objects() } }),
    "n.jsonl": objects()
      .map((object) => JSON.stringify(object))
      .join("\n"),
    "o.xml": `<?xml version="1.0"?><users>${objects()
      .map(({ name, phone }) => `<user name="${name}"><phone>${phone}</phone></user>`)
      .join("")}</users>`,
    "p.html": `<!DOCTYPE html><html><body><table>${table()
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
      .join("")}</table></body></html>`,
    "q.eml": mail(),
    "r.mbox": `From a@x.invalid Fri Mar  1 09:12:00 2024\n${mail()}\n`,
    "s.docx": docx(),
    "t.doc": buildDoc([`${lines().replaceAll("\n", "\r")}\r`]),
    "u.pdf": buildPdf([three().map((phone, at) => ({ x: 50, y: 700 - at * 20, text: `tel ${phone}` }))]),
    "v.zip": buildZip([{ name: "客户.csv", bytes: csv() }]),
    "w.7z": await packWithSevenZip("7z", { "l.csv": csv() }),
    "w.rar": buildRar([{ name: "l.csv", bytes: csv() }]),
    "x.tar": buildTar([{ name: "l.csv", bytes: csv() }]),
    "x.csv.gz": gzipSync(csv()),
    "y.csv.bz2": await packWithSevenZip("bzip2", { "y.csv": csv() }),
    "z.csv.xz": await packWithSevenZip("xz", { "z.csv": csv() }),
  };
}

test("a folder with one file of each format: every one is scanned, and the figures are right", async () => {
  const files = await everyFormat();
  const count = Object.keys(files).length;
  const folder = place(files);
  const { exit, result } = await runCount(execute, folder, ["."], []);
  const unlike = result?.sources.filter(({ status, records }) => status !== "scanned" || records !== 3) ?? [];
  expect(unlike.map(({ path, status, records, problem }) => `${path} ${status} ${records} ${JSON.stringify(problem)}`)).toEqual([]);
  expect(result?.coverage).toMatchObject({ sources: count, scanned: count, partly: 0, unreadable: 0 });
  expect(result?.coverage.bytes).toBe(result?.coverage.bytesScanned);
  const formats = "csv tsv txt xlsx xls ods sqlite sql json jsonl xml html eml mbox docx pdf".split(" ");
  expect(new Set(result?.sources.map(({ format }) => format))).toEqual(new Set(formats));
  expect(result?.kinds.find(({ kind }) => kind === "mobile")).toMatchObject({ found: 3 * count, valid: 3 * count, distinct: 3 * count });
  expect(result?.ledger.total).toMatchObject({ seized: 3 * count, valid: 3 * count, distinct: 3 * count, duplicates: 0 });
  expect(exit).toBe(0);
}, 120_000);

test("pictures and locked files are read with --ocr and --password-file, and are what is missing without them", async () => {
  const folder = place({
    "e/a.png": PICTURE_OF_LIST,
    "e/b.jpg": JPEG_OF_LIST,
    "e/c.xlsx": ENCRYPTED_WORKBOOKS.standard,
    "passwords.txt": "wrong\nletmein\n",
  });
  const closed = await runCount(execute, folder, ["e"], []);
  expect(closed.exit).toBe(1);
  expect(closed.result?.coverage).toMatchObject({ sources: 3, scanned: 0, unreadable: 3 });
  const { exit, result } = await runCount(execute, folder, ["e"], ["--ocr", "--password-file", join(folder, "passwords.txt")]);
  expect(result?.sources.map(({ path, status, records }) => `${path} ${status} ${records}`)).toEqual([
    "a.png scanned 4",
    "b.jpg scanned 4",
    "c.xlsx#客户 scanned 2",
    "c.xlsx#乙 scanned 1",
  ]);
  expect(exit).toBe(0);
  const told = await runTandem(execute, folder, ["count", join(folder, "e"), "--ocr", "--password-file", join(folder, "passwords.txt")]);
  expect(told.data).toMatch(/2 个来源的文字经OCR识别/);
  expect(told.data).toMatch(/2 个来源用口令文件中的口令打开/);
  expect(told.data).not.toContain("letmein");
  expect((await runCount(execute, folder, ["e"], ["--password-file", join(folder, "none.txt")])).exit).toBe(2);
  const bundle = join(folder, "bundle");
  const given = ["--ocr", "--password-file", join(folder, "passwords.txt")];
  await runCount(execute, folder, ["e"], [...given, "--bundle", bundle]);
  const verify = (...more: readonly string[]) => runTandem(execute, folder, ["verify", bundle, join(folder, "e"), "--json", ...more]);
  expect((await verify("--password-file", join(folder, "passwords.txt"))).exit).toBe(0);
  expect((await verify()).exit).toBe(1);
}, 120_000);

test("a hostile folder: what can be read is counted, the rest is named, and the exit status says incomplete", async () => {
  const list = csv();
  const zip = buildZip([{ name: "l.csv", bytes: list }]);
  let nested = zip;
  for (let depth = 0; depth < 18; depth++) nested = buildZip([{ name: "n.zip", bytes: nested }]);
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256));
  const bomb = gzipSync(Buffer.alloc(30_000_000));
  const folder = place({
    "01-good.csv": list,
    "02-empty.txt": "",
    "03-empty.xlsx": "",
    "04-cut.zip": zip.subarray(0, zip.length - 30),
    "05-locked.zip": buildZip([
      { name: "s.csv", bytes: "x", encrypted: true },
      { name: "../../g.txt", bytes: lines() },
    ]),
    "06-deep.zip": nested,
    "07-bomb.gz": bomb,
    "08-noise.bin": noise,
    "09-lying.xlsx": lines(),
    "10-damaged.zip": buildZip([{ name: "g.txt", bytes: lines(), crc: 7 }]),
    "11-cut.pdf": "%PDF-1.7\n",
    "12-cut.db": "SQLite format 3\0",
    "13-cut.json": JSON.stringify(objects()).slice(0, -2),
    "14-page.png": PICTURE_OF_LIST,
  });
  const { exit, result } = await runCount(execute, folder, ["."], []);
  expect(result?.sources.map(({ path, status, records }) => `${path.slice(0, 30)} ${status} ${records}`)).toEqual([
    "01-good.csv scanned 3",
    "02-empty.txt scanned 0",
    "03-empty.xlsx unreadable 0",
    "04-cut.zip unreadable 0",
    "05-locked.zip!s.csv unreadable 0",
    "05-locked.zip!../../g.txt scanned 3",
    `${"06-deep.zip!n.zip!n.zip!n.zip!n.zip".slice(0, 30)} unreadable 0`,
    "07-bomb.gz unreadable 0",
    "08-noise.bin unreadable 0",
    "09-lying.xlsx scanned 3",
    "10-damaged.zip!g.txt partly 3",
    "11-cut.pdf unreadable 0",
    "12-cut.db unreadable 0",
    "13-cut.json partly 3",
    "14-page.png unreadable 0",
  ]);
  expect(result?.coverage).toMatchObject({ sources: 15, scanned: 4, partly: 2, unreadable: 9 });
  expect(result?.sources.filter(({ status }) => status !== "scanned").every(({ problem }) => problem !== null)).toBe(true);
  expect(result?.ledger.total.seized).toBe(15);
  expect(exit).toBe(1);
  expect(readdirSync(dirname(folder)).filter((name) => name === "g.txt")).toEqual([]);
}, 120_000);

function place(files: Readonly<Record<string, Buffer | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-folder-"));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}
