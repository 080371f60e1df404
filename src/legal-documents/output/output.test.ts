import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";
import { composeDocument, textOfDocument } from "#legal-documents/compose-document.ts";
import { fieldsOfKind } from "#legal-documents/document-kind.contract.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { checkTemplate } from "#legal-documents/output/check-template.ts";
import { fillTemplate } from "#legal-documents/output/fill-template.ts";
import { openTemplate, TEMPLATE_LIMITS } from "#legal-documents/output/open-template.ts";
import { buildTemplate, paragraph } from "#legal-documents/output/template.builder.ts";
import { typesetDocument } from "#legal-documents/output/typeset-document.ts";
import { writeDocx } from "#legal-documents/output/write-docx.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const { kinds, fields } = loadDocumentKinds();
const frame = { officeName: "云岭县人民检察院", number: "云岭检公益告〔2026〕3号", numberToCome: null, issuedOn: "2026-11-24" };
const kindOf = (id: string) => kinds.get(id) ?? kinds.values().next().value;
const read = async (name: string, bytes: Buffer) => {
  const source = { path: name, size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  return (await readDocument(source, new AbortController().signal)).text;
};
const compose = (id: string) => {
  const kind = kindOf(id);
  if (kind === undefined) throw new Error(id);
  return composeDocument(kind, fields, { facts: "张某出售<公民>个人信息&数据\n王某收购" }, frame);
};

test("a DOCX opened again says what was composed, paragraph by paragraph, and the same bytes come out twice", async () => {
  const composed = compose("notice");
  const docx = writeDocx(composed.paragraphs, { title: "公告", footing: "草稿" });
  const text = await read("a.docx", docx);
  for (const line of textOfDocument(composed).split("\n")) expect(text).toContain(line.trim());
  expect(text).toContain("【待填：违法行为人（被告）】");
  expect(text.indexOf("云岭检公益告〔2026〕3号")).toBeLessThan(text.indexOf("王某收购"));
  expect(writeDocx(composed.paragraphs, { title: "公告", footing: "草稿" }).equals(docx)).toBe(true);
});

test("a PDF opened again says the same, with the mark of a draft at its foot", async () => {
  const composed = compose("notice");
  const pdf = await typesetDocument(composed.paragraphs, { title: "公告", footing: "草稿，未签发", watermark: "草稿" });
  const text = (await read("a.pdf", pdf)).replace(/\s+/g, "");
  expect(text).toContain("云岭检公益告〔2026〕3号");
  expect(text).toContain("张某出售<公民>个人信息&数据");
  expect(text).toContain("【待填：违法行为人（被告）】");
  expect(text).toContain("草稿，未签发");
  expect(text).toContain("2026年11月24日");
});

test("a standard text with fields is taken in as a template and, filled, says what the standard says", async () => {
  const kind = kindOf("recommendation");
  if (kind === undefined) throw new Error("no kind");
  const marks = Object.fromEntries(fieldsOfKind(kind).map((id) => [id, `{{${id}}}`]));
  const standard = composeDocument(kind, fields, marks, { ...frame, officeName: "{{officeName}}", number: "{{documentNumber}}" });
  const docx = writeDocx(standard.paragraphs, { title: kind.name.zh, footing: "" });
  const checked = await checkTemplate(docx, fields);
  expect(checked.ok && [...checked.value].sort()).toEqual([...fieldsOfKind(kind)].sort());
  const opened = await openTemplate(docx);
  if (!opened.ok) throw new Error(opened.problem.en);
  const values = { addressee: "某局", facts: "甲\n乙", measures: "一、改\n二、查" };
  const filled = fillTemplate(opened.parts, kind, fields, values, frame);
  const text = await read("b.docx", filled.docx);
  for (const line of ["某局：", "甲", "乙", "一、改", "二、查", "云岭检公益告〔2026〕3号", "【待填：回复期限】"])
    expect(text).toContain(line);
  expect(text).not.toMatch(/\{\{/);
  expect(filled.paragraphs.find(({ runs }) => runs.some(({ missing }) => missing))).toBeDefined();
  expect(textOfDocument(filled)).toContain("一、改\n二、查");
});

describe("a template is refused, with a sentence,", () => {
  const EXTERNAL =
    '<Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="http://x" TargetMode="External"/></Relationships>';
  const zeros = Buffer.alloc(TEMPLATE_LIMITS.unpackedBytes + 1);
  test.each([
    ["that is no DOCX", Buffer.from("甲"), /./],
    ["that is empty", Buffer.alloc(0), /./],
    ["of random bytes", randomBytes(4000), /./],
    ["that is a ZIP of something else", buildZip([{ name: "a.txt", bytes: "甲" }]), /不是DOCX/],
    ["with macros", buildTemplate("", [{ name: "word/vbaProject.bin", text: "x" }]), /宏/],
    ["that loads from elsewhere", buildTemplate("", [{ name: "word/_rels/settings.xml.rels", text: EXTERNAL }]), /外部/],
    ["with a document type", buildTemplate("", [{ name: "word/styles.xml", text: "<!DOCTYPE a>" }]), /文档类型/],
    ["with two parts of one name", buildTemplate("", [{ name: "word/Document.xml", text: "<a/>" }]), /同名/],
    ["that unpacks without end", buildZip([{ name: "word/document.xml", bytes: zeros }]), /./],
    [
      "of more parts than any form has",
      buildZip(Array.from({ length: TEMPLATE_LIMITS.members + 1 }, (_, at) => ({ name: `word/${at}.xml`, bytes: "" }))),
      /./,
    ],
  ])("%s", async (_, bytes, sentence) => {
    const checked = await checkTemplate(bytes, fields);
    expect(checked).toMatchObject({ ok: false, kind: "invalid-input" });
    expect(!checked.ok && String(checked.detail["found"])).toMatch(sentence);
  });

  test("with an unknown field, named with its place", async () => {
    const checked = await checkTemplate(buildTemplate(paragraph("甲") + paragraph("{{fact", "z}}")), fields);
    expect(checked).toMatchObject({ ok: false, detail: { place: "正文第2段", found: "{{factz}}" } });
    const footer = { name: "word/footer2.xml", text: paragraph("{{page}}") };
    expect(await checkTemplate(buildTemplate(paragraph("甲"), [footer]), fields)).toMatchObject({
      ok: false,
      detail: { place: "页脚第1段" },
    });
  });
});

test("a hyperlink to outside is no content from outside", async () => {
  const link = '<Relationships><Relationship Id="r1" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>';
  const checked = await checkTemplate(
    buildTemplate(paragraph("{{facts}}"), [{ name: "word/_rels/document.xml.rels", text: link }]),
    fields,
  );
  expect(checked).toEqual({ ok: true, value: ["facts"] });
});
