import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { lockOds } from "#scan/sources/ods.builder.ts";
import { parsePasswords } from "#scan/sources/parse-passwords.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);
const TYPE = { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet", stored: true };
const content = (body: string) => `<office:document-content><office:spreadsheet>${body}</office:spreadsheet></office:document-content>`;
const ods = (body: string) => buildZip([TYPE, { name: "content.xml", bytes: content(body) }]);
const sheet = (name: string, rows: string) => `<table:table table:name="${name}">${rows}</table:table>`;
const row = (cells: readonly (string | number)[], repeated = 1) =>
  `<table:table-row table:number-rows-repeated="${repeated}">${cells.map((cell) => (typeof cell === "number" ? `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>1.39E+10</text:p></table:table-cell>` : `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`)).join("")}</table:table-row>`;

test("every sheet of an ODS is a source, its numbers as stored; the file's bytes count once", async () => {
  const list = row(["姓名", "手机号"]) + row(["张三", Number(buildMobile(1))]) + row(["李四", buildMobile(2)]);
  const result = await countBytes({ "b.ods": ods(sheet("客户", list) + sheet("二", row(["手机号"]) + row([buildMobile(3)]))) });
  expect(show(result)).toEqual(["b.ods#客户 ods scanned - 2", "b.ods#二 ods scanned - 1"]);
  expect(result.kinds).toMatchObject([{ kind: "mobile", valid: 3, invalid: 0 }, { kind: "name" }]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 120_000);

test("repeated rows and cells stand for as many, empty ones for none; beyond measure is said to be so", async () => {
  const gap = `<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
  const tail = `<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"/></table:table-row>`;
  const wide = `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="999999999" office:value-type="string"><text:p>1</text:p></table:table-cell></table:table-row>`;
  const list = row(["手机号", "备注"]) + gap + row([buildMobile(1), "甲"], 3) + tail;
  const result = await countBytes({ "b.ods": ods(sheet("甲", list)), "bomb.ods": ods(sheet("甲", list) + sheet("乙", wide)) });
  expect(show(result)).toEqual([
    "b.ods#甲 ods scanned - 3",
    "bomb.ods#甲 ods scanned - 3",
    "bomb.ods#乙 ods unreadable workbook-damaged 0",
  ]);
}, 120_000);

test("an encrypted ODS is opened by a password of the file; what none opens, or none is tried with, is told apart", async () => {
  const list = (count: number) =>
    sheet("客户", row(["姓名", "手机号"]) + Array.from({ length: count }, (_, at) => row(["张三", buildMobile(at)])).join(""));
  const evidence = {
    "a.ods": lockOds(content(list(400)), "公安2024"),
    "b.ods": lockOds(content(list(1)), "letmein"),
    "c.ods": lockOds(content(list(1)), "letmein", { spoilt: true }),
    "d.ods": lockOds(content(list(1)), "letmein", { start: "argon2id" }),
    "e.ods": buildZip([TYPE, { name: "encrypted-package", bytes: "x" }, { name: "META-INF/manifest.xml", bytes: "<encryption-data/>" }]),
  };
  const passwords = parsePasswords(Buffer.from("wrong\n公安2024\nletmein\n"));
  const result = await countBytes(evidence, {}, { passwords });
  expect(show(result)).toEqual([
    "a.ods#客户 ods scanned - 400",
    "b.ods#客户 ods scanned - 1",
    "c.ods ods unreadable wrong-password 0",
    "d.ods ods unreadable password-not-tried 0",
    "e.ods ods unreadable password-not-tried 0",
  ]);
  expect(result.sources.map(({ passwordLine }) => passwordLine ?? null)).toEqual([2, 3, null, null, null]);
  expect(show(await countBytes({ "a.ods": evidence["a.ods"] }))).toEqual(["a.ods ods unreadable encrypted 0"]);
}, 120_000);

test("an ODS that is cut, damaged, empty or encrypted is said to be so", async () => {
  const list = row(["手机号", "备注"]) + row([buildMobile(1), "甲"]);
  const cut = `<office:document-content><table:table table:name="甲">${list}<table:table-row`;
  const manifest = { name: "META-INF/manifest.xml", bytes: "<manifest:manifest><manifest:encryption-data/></manifest:manifest>" };
  const result = await countBytes({
    "cut.ods": buildZip([TYPE, { name: "content.xml", bytes: cut }]),
    "crc.ods": buildZip([TYPE, { name: "content.xml", bytes: content(sheet("甲", list)), crc: 7 }]),
    "none.ods": buildZip([TYPE]),
    "empty.ods": ods(""),
    "secret.ods": buildZip([TYPE, { name: "content.xml", bytes: "x" }, manifest]),
    "nested.ods": ods(`<table:table table:name="甲">${list}`.repeat(3)),
  });
  expect(show(result)).toEqual([
    "cut.ods#甲 ods partly workbook-damaged 1",
    "crc.ods#甲 ods partly workbook-damaged 1",
    "none.ods ods unreadable workbook-damaged 0",
    "empty.ods ods unreadable workbook-empty 0",
    "secret.ods ods unreadable encrypted 0",
    "nested.ods#甲 ods partly workbook-damaged 1",
  ]);
}, 120_000);
