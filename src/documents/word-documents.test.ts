import { expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";
import { buildDoc } from "#scan/sources/doc.builder.ts";
import { buildZip, type ZipFile } from "#scan/sources/zip.builder.ts";

const read = async (bytes: Buffer) => {
  const source = { path: "a", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const { text, gaps, format, pages } = await readDocument(source, new AbortController().signal);
  return { text, gaps: gaps.map(({ zh }) => zh), format, pages };
};
const t = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (...content: string[]) => `<w:p>${content.join("")}</w:p>`;
const part = (name: string, body: string, more: Partial<ZipFile> = {}): ZipFile => ({
  name: `word/${name}.xml`,
  bytes: `<w:x>${body}</w:x>`,
  ...more,
});
const docx = (...parts: readonly ZipFile[]) => buildZip([{ name: "[Content_Types].xml", bytes: "<Types/>" }, ...parts]);
const DELETED = (places: number) => `文档带有修订痕迹：有${places}处删除（或移走）的文字没有读入，插入的文字已读入。`;

test("what was deleted with changes tracked is not read as said, what was inserted is, and the gaps tell the number", async () => {
  const body = p(
    t("出售公民个人信息"),
    `<w:del w:id="1"><w:r><w:delText>5000</w:delText></w:r><w:r><w:delText>0</w:delText><w:br/></w:r></w:del>`,
    `<w:ins w:id="2">${t("58600")}</w:ins>`,
    t("条。"),
  );
  const whole = p(
    `<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>`,
    `<w:del w:id="4"><w:r><w:delText>全部删除的一段</w:delText></w:r></w:del>`,
  );
  expect(await read(docx(part("document", body + whole)))).toEqual({
    text: "出售公民个人信息58600条。",
    gaps: [DELETED(2)],
    format: "docx",
    pages: null,
  });
});

test("what was moved is read once, where it stands now; deleted cells of a table are left out", async () => {
  const from = p(`<w:moveFrom w:id="1">${t("违法所得三万元。")}</w:moveFrom>`);
  const to = p(`<w:moveTo w:id="2">${t("违法所得三万元。")}</w:moveTo>`);
  const cell = (content: string) => `<w:tc>${p(content)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell(t("手机号"))}${cell(`<w:del><w:r><w:delText>900</w:delText></w:r></w:del>${t("800条")}`)}</w:tr></w:tbl>`;
  const { text, gaps } = await read(docx(part("document", from + p(t("经查，")) + to + table)));
  expect(text).toBe("经查，\n违法所得三万元。\n手机号\t800条");
  expect(gaps).toEqual([DELETED(2)]);
});

test("text boxes are read once, notes behind the body whatever their order in the file, comments and headers are not what the document says", async () => {
  const box = p(
    `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(t("框内文字"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(t("框内文字"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
  );
  const parts = [part("footnotes", p(t("脚注：系去重后。"))), part("comments", p(t("批注"))), part("header1", p(t("页眉")))];
  expect(await read(docx(...parts, part("document", p(t("正文。")) + box)))).toMatchObject({
    text: "正文。\n框内文字\n脚注：系去重后。",
    gaps: [],
  });
});

test("a DOCX whose bytes were changed says so", async () => {
  expect((await read(docx(part("document", p(t("正文。")), { crc: 7 })))).gaps).toEqual([
    expect.stringContaining("Word文档：应与保存时的校验值一致"),
  ]);
});

test("an old Word document is read over its pieces, a line a paragraph and a row of a table; places are those of the text", async () => {
  const { text, gaps, format, pages } = await read(
    buildDoc([
      "起诉书\r被告人出售公民个人信息",
      "58600",
      "条。\r",
      "\u0013HYPERLINK x\u0014",
      "类别\u0007条数\u0007\u0007手机号\u0007800\u0007\u0007此致\r",
    ]),
  );
  expect(text).toBe("起诉书\n被告人出售公民个人信息58600条。\n类别\t条数\n手机号\t800\n此致");
  expect({ gaps, format, pages }).toEqual({ gaps: [], format: "docx", pages: null });
});

test("in an old Word document too what was deleted is left out and counted", async () => {
  const { text, gaps } = await read(
    buildDoc(["出售公民个人信息", "50000", "58600", "条。\r", "删去的一段\r", "完\r"], { deleted: [1, 4] }),
  );
  expect(text).toBe("出售公民个人信息58600条。\n完");
  expect(gaps).toEqual([DELETED(2)]);
});

test("notes of an old Word document are read, its headers and comments are not what it says", async () => {
  const [body, note, header, comment] = ["正文。\r", "脚注\r", "页眉\r", "批注\r"];
  const parts = { 76: body.length, 80: note.length, 84: header.length, 92: comment.length };
  expect((await read(buildDoc([body, note, header, comment], { parts }))).text).toBe("正文。\n脚注");
});
