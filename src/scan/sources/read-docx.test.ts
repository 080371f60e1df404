import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { buildZip, type ZipFile } from "#scan/sources/zip.builder.ts";

const TYPES: ZipFile = { name: "[Content_Types].xml", bytes: "<Types/>" };
const docx = (body: string, more: readonly ZipFile[] = []) =>
  buildZip([TYPES, { name: "word/document.xml", bytes: `<w:document><w:body>${body}</w:body></w:document>` }, ...more]);
const p = (...runs: string[]) => `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join("")}</w:p>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;
const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("a paragraph is a line, whatever runs it is cut into; a break ends the line; a tab stop is no text", async () => {
  const [mobile, other] = [buildMobile(1), buildMobile(2)];
  const body = `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t>电话${mobile.slice(0, 5)}</w:t></w:r><w:r><w:t>${mobile.slice(5)}</w:t><w:br/><w:t>电话${other}</w:t></w:r></w:p><w:p/>`;
  const result = await countBytes({ "a.docx": docx(body) });
  expect(show(result)).toEqual(["a.docx docx scanned - 2"]);
  expect(result.kinds).toMatchObject([{ kind: "mobile", valid: 2, distinct: 2 }]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 120_000);

test("a table with a header is read as a table, a form as lines", async () => {
  const list = table(
    row("姓名", "身份证号", "手机号"),
    row("张三", buildResidentId(1), buildMobile(1)),
    row("李四", buildResidentId(2), "-"),
  );
  const form = table(row("姓名", "王五", "性别", "男"), row("手机号", buildMobile(3), "备注", "无"));
  const result = await countBytes({ "a.docx": docx(p("客户名单") + list + form) });
  expect(show(result)).toEqual(["a.docx docx scanned - 3"]);
  expect(result.sources[0]?.columns.map(({ kind }) => kind)).toEqual(["name", "resident-id", "mobile"]);
}, 120_000);

test("headers, footers, notes and comments are read, deleted text and text boxes too, the second form of a drawing once", async () => {
  const part = (name: string, at: number): ZipFile => ({ name: `word/${name}.xml`, bytes: `<w:x>${p(`手机${buildMobile(at)}`)}</w:x>` });
  const more = ["header1", "footer2", "footnotes", "endnotes", "comments", "styles"].map((name, at) => part(name, at + 10));
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(`手机${buildMobile(20)}`)}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(`手机${buildMobile(20)}`)}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const deleted = `<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>手机${buildMobile(21)}</w:delText></w:r></w:del></w:p>`;
  expect(show(await countBytes({ "a.docx": docx(box + deleted, more) }))).toEqual(["a.docx docx scanned - 7"]);
}, 120_000);

test("a document that is cut, damaged, encrypted or a bomb is said to be so, and keeps what could be read", async () => {
  const line = p(`手机${buildMobile(1)}`);
  const bytes = `<w:document>${line}<w:p`;
  const result = await countBytes(
    {
      "cut.docx": buildZip([TYPES, { name: "word/document.xml", bytes }]),
      "crc.docx": buildZip([TYPES, { name: "word/document.xml", bytes: `<w:document>${line}</w:document>`, crc: 7 }]),
      "secret.docx": buildZip([TYPES, { name: "word/document.xml", bytes, encrypted: true }]),
      "bomb.docx": docx("<w:p><w:r><w:t>0</w:t></w:r></w:p>".repeat(600_000)),
      "broken.docx": buildZip([TYPES, { name: "word/document.xml", bytes: "", deflated: { packed: Buffer.from("no"), size: 9, crc: 0 } }]),
      "ends.docx": docx(line).subarray(0, 200),
      "wrong.docx": "手机号不在此处\n",
    },
    {},
    { limits: { ratio: 100 } },
  );
  expect(show(result)).toEqual([
    "cut.docx docx partly document-damaged 1",
    "crc.docx docx partly document-damaged 1",
    "secret.docx docx unreadable encrypted 0",
    "bomb.docx docx partly expansion-limit 0",
    "broken.docx docx unreadable document-damaged 0",
    "ends.docx docx unreadable archive-damaged 0",
    "wrong.docx txt scanned - 0",
  ]);
}, 120_000);

test("paragraphs and tables nested beyond measure, tags that never opened, and endless lines end in a named problem", async () => {
  const result = await countBytes(
    {
      "deep.docx": docx(p("一") + "<w:p>".repeat(5000)),
      "tables.docx": docx(p("一") + "<w:tbl>".repeat(5000)),
      "closed.docx": docx(`</w:p></w:tbl></w:tc></w:tr></w:r></mc:Fallback>${p(`手机${buildMobile(1)}`)}`),
      "long.docx": docx(p(`手机${buildMobile(1)}`, "字".repeat(5000))),
    },
    {},
    { limits: { longestLine: 1000 } },
  );
  expect(show(result)).toEqual([
    "deep.docx docx partly document-damaged 0",
    "tables.docx docx partly document-damaged 0",
    "closed.docx docx scanned - 1",
    "long.docx docx partly line-too-long 1",
  ]);
}, 120_000);

test("with the messages themselves leaked every line of a document is a record", async () => {
  const result = await countBytes({ "a.docx": docx(p("你好") + p("在吗")) }, { as: "communication-content" });
  expect(show(result)).toEqual(["a.docx docx scanned - 2"]);
}, 120_000);
