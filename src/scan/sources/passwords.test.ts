import { createHash } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { ENCRYPTED_WORKBOOKS } from "#scan/sources/encrypted-workbooks.builder.ts";
import { bytesOfPassword, parsePasswords } from "#scan/sources/parse-passwords.ts";
import { buildPdf, encryptPdf } from "#scan/sources/pdf.builder.ts";
import { encryptTraditionally, packWithSevenZip } from "#scan/sources/seven-zip.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const LIST = `姓名,手机号\n${Array.from({ length: 300 }, (_, at) => `张三,${buildMobile(at)}`).join("\n")}\n`;
const FILES = { "l.csv": LIST, "n.txt": `手机 ${buildMobile(1)}\n` };
const passwords = parsePasswords(Buffer.from("wrong\n公安2024\n\n s3cret \r\nwrong\nletmein\n\nsesame2\n"));
const show = ({ sources }: CountResult) =>
  sources.map(
    ({ path, status, problem, records, passwordLine }) => `${path} ${status} ${problem?.kind ?? "-"} ${records} ${passwordLine ?? "-"}`,
  );

test("passwords stand one a line, in UTF-8 or GBK; blanks belong to them, empty lines and repetitions are none", () => {
  expect(passwords).toEqual([
    { line: 1, text: "wrong" },
    { line: 2, text: "公安2024" },
    { line: 4, text: " s3cret " },
    { line: 6, text: "letmein" },
    { line: 8, text: "sesame2" },
  ]);
  expect(parsePasswords(Buffer.from("d5c5c8fd0a", "hex"))).toEqual([{ line: 1, text: "张三" }]);
  expect(bytesOfPassword({ line: 1, text: "张三" }).map((bytes) => bytes.toString("hex"))).toEqual(["e5bca0e4b889", "d5c5c8fd"]);
  expect(bytesOfPassword({ line: 1, text: "x" })).toHaveLength(1);
});

test("what is encrypted in a ZIP is opened by a password of the file, traditionally or with AES, and only its line is told", async () => {
  const evidence = {
    "a.zip": await packWithSevenZip("zip", FILES, ["-psesame", "-mem=ZipCrypto"]),
    "b.zip": await packWithSevenZip("zip", FILES, ["-p s3cret ", "-mem=ZipCrypto"]),
    "c.zip": await packWithSevenZip("zip", FILES, ["-pletmein", "-mem=AES256"]),
    "d.zip": await packWithSevenZip("zip", FILES, ["-psesame2", "-mem=AES128", "-mx=0"]),
  };
  const result = await countBytes(evidence, {}, { passwords });
  expect(show(result)).toEqual([
    "a.zip!l.csv unreadable wrong-password 0 -",
    "a.zip!n.txt unreadable wrong-password 0 -",
    "b.zip!l.csv scanned - 300 4",
    "b.zip!n.txt scanned - 1 4",
    "c.zip!l.csv scanned - 300 6",
    "c.zip!n.txt scanned - 1 6",
    "d.zip!l.csv scanned - 300 8",
    "d.zip!n.txt scanned - 1 8",
  ]);
  expect(result.coverage.bytesScanned).toBe(3 * (Buffer.byteLength(LIST) + Buffer.byteLength(FILES["n.txt"])));
  expect(JSON.stringify(result)).not.toMatch(/s3cret|letmein|公安2024/);
}, 60_000);

test("a Chinese password opens a ZIP in UTF-8 and in GBK", async () => {
  const plain = Buffer.from(FILES["n.txt"]);
  const member = (password: Buffer) => {
    const packed = encryptTraditionally(deflateRawSync(plain), password, crc32(plain) >>> 24);
    return buildZip([{ name: "n.txt", bytes: "", encrypted: true, deflated: { packed, size: plain.length, crc: crc32(plain) } }]);
  };
  const evidence = { "utf8.zip": member(Buffer.from("公安2024")), "gbk.zip": member(Buffer.from("b9abb0b232303234", "hex")) };
  expect(show(await countBytes(evidence, {}, { passwords }))).toEqual(["utf8.zip!n.txt scanned - 1 2", "gbk.zip!n.txt scanned - 1 2"]);
});

test("a 7z is opened by a password of the file, its directory too", async () => {
  const evidence = {
    "a.7z": await packWithSevenZip("7z", FILES, ["-p公安2024"]),
    "b.7z": await packWithSevenZip("7z", FILES, ["-p s3cret ", "-mhe=on"]),
    "c.7z": await packWithSevenZip("7z", FILES, ["-psesame"]),
    "d.7z": await packWithSevenZip("7z", FILES, ["-psesame", "-mhe=on"]),
    "e.7z": await packWithSevenZip("7z", FILES),
  };
  expect(show(await countBytes(evidence, {}, { passwords }))).toEqual([
    "a.7z!l.csv scanned - 300 2",
    "a.7z!n.txt scanned - 1 2",
    "b.7z!l.csv scanned - 300 4",
    "b.7z!n.txt scanned - 1 4",
    "c.7z!l.csv unreadable wrong-password 0 -",
    "c.7z!n.txt unreadable wrong-password 0 -",
    "d.7z unreadable wrong-password 0 -",
    "e.7z!l.csv scanned - 300 -",
    "e.7z!n.txt scanned - 1 -",
  ]);
}, 60_000);

test("an encrypted workbook is opened by a password, agile or standard; its bytes and hashes are those of the encrypted file", async () => {
  const { agile, standard } = ENCRYPTED_WORKBOOKS;
  const evidence = { "a.xlsx": agile, "b.zip": buildZip([{ name: "c.xlsx", bytes: standard }]), "d.xlsx": standard };
  const result = await countBytes(evidence, {}, { passwords });
  expect(show(result)).toEqual([
    "a.xlsx#客户 scanned - 2 2",
    "a.xlsx#乙 scanned - 1 2",
    "b.zip!c.xlsx#客户 scanned - 2 6",
    "b.zip!c.xlsx#乙 scanned - 1 6",
    "d.xlsx#客户 scanned - 2 6",
    "d.xlsx#乙 scanned - 1 6",
  ]);
  const sha256 = createHash("sha256").update(agile).digest("hex");
  expect(result.sources[0]).toMatchObject({ bytes: agile.length, sha256, format: "xlsx" });
  expect(result.coverage).toMatchObject({ bytes: agile.length + 2 * standard.length, bytesScanned: agile.length + 2 * standard.length });
  const closed = await countBytes({ "a.xlsx": agile, "b.docx": agile }, {}, { passwords: passwords.slice(0, 1) });
  expect(show(closed)).toEqual(["a.xlsx unreadable wrong-password 0 -", "b.docx unreadable wrong-password 0 -"]);
  expect(closed.sources.map(({ format }) => format)).toEqual(["xlsx", "docx"]);
  expect(show(await countBytes({ "a.xlsx": agile }))).toEqual(["a.xlsx unreadable encrypted 0 -"]);
}, 60_000);

test("an encrypted PDF is opened by a password", async () => {
  const page = [{ x: 10, y: 700, text: `tel ${buildMobile(1)}` }];
  const evidence = { "a.pdf": encryptPdf(buildPdf([page]), "letmein"), "b.pdf": encryptPdf(buildPdf([page]), "other") };
  expect(show(await countBytes(evidence, {}, { passwords }))).toEqual(["a.pdf scanned - 1 6", "b.pdf unreadable wrong-password 0 -"]);
  expect(show(await countBytes(evidence))).toEqual(["a.pdf unreadable encrypted 0 -", "b.pdf unreadable encrypted 0 -"]);
}, 60_000);
