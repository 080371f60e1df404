import type { ComposedParagraph, ParagraphStyle } from "#legal-documents/compose-document.ts";
import { writeZip } from "#legal-documents/output/write-zip.ts";

/** What stands at the foot of each page; a draft says that it is one, and that its format is a placeholder. */
export type PrintSetting = { readonly title: string; readonly footing: string };

/**
 * A document as DOCX (ECMA-376 WordprocessingML) in the layout of official documents (GB/T 9704-2012): A4, margins 37/35/28/26 mm, text in
 * 三号仿宋 with 28 pt lines and an indent of two characters, title in 二号宋体 bold, headings in 黑体. What is missing stands in red on yellow.
 * The same document gives the same bytes.
 */
export function writeDocx(paragraphs: readonly ComposedParagraph[], { title, footing }: PrintSetting): Buffer {
  const part = (name: string, text: string) => ({
    name,
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`),
  });
  const body = paragraphs.map(writeParagraph).join("");
  return writeZip([
    part("[Content_Types].xml", CONTENT_TYPES),
    part("_rels/.rels", RELATIONS),
    part("docProps/core.xml", CORE(title)),
    part("word/document.xml", `<w:document ${W} ${R}><w:body>${body}${SECTION}</w:body></w:document>`),
    part("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
    part("word/styles.xml", STYLES),
    part("word/footer1.xml", writeFooter(footing)),
  ]);
}

/** Characters that XML does not hold are left out; the five that it reserves are written as entities. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function writeParagraph({ style, runs }: ComposedParagraph): string {
  const content = runs.map(({ text, missing }) => {
    const look = missing ? '<w:color w:val="C00000"/><w:highlight w:val="yellow"/>' : "";
    return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  });
  return `<w:p><w:pPr><w:pStyle w:val="${STYLE_IDS[style]}"/></w:pPr>${content.join("")}</w:p>`;
}

function writeFooter(footing: string): string {
  const run = (inner: string) => `<w:r><w:rPr><w:sz w:val="18"/></w:rPr>${inner}</w:r>`;
  const page = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="end"/>')}`;
  const text = footing === "" ? "" : run(`<w:t xml:space="preserve">${escapeXml(footing)}　</w:t>`);
  return `<w:ftr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${text}${run("<w:t>— </w:t>")}${page}${run("<w:t> —</w:t>")}</w:p></w:ftr>`;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const RELATIONS = `<Relationships xmlns="${REL}"><Relationship Id="rId1" Type="${OFFICE_REL}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const DOCUMENT_RELATIONS = `<Relationships xmlns="${REL}"><Relationship Id="rId1" Type="${OFFICE_REL}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE_REL}/footer" Target="footer1.xml"/></Relationships>`;
const CORE = (title: string) =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`;
/** 37 mm above, 35 below, 28 left, 26 right, in twentieths of a point. */
const SECTION = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1588" w:right="1474" w:header="851" w:footer="1134" w:gutter="0"/></w:sectPr>`;

const STYLE_IDS: Readonly<Record<ParagraphStyle, string>> = {
  office: "Office",
  title: "DocumentTitle",
  number: "DocumentNumber",
  flush: "Flush",
  heading: "TextHeading",
  text: "TextBody",
  closing: "Closing",
};
const FANG_SONG = '<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋"/>';
const SONG_BOLD = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:b/>';
const HEI = '<w:rFonts w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/>';
const style = (id: string, name: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const LINE = '<w:spacing w:line="560" w:lineRule="exact"/>';
const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${FANG_SONG}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style("Office", "制作机关", `${LINE}<w:jc w:val="center"/>`, `${SONG_BOLD}<w:sz w:val="36"/>`),
  style(
    "DocumentTitle",
    "文书名称",
    '<w:spacing w:before="120" w:after="240" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
    `${SONG_BOLD}<w:spacing w:val="40"/><w:sz w:val="44"/>`,
  ),
  style("DocumentNumber", "文号", '<w:spacing w:after="280" w:line="560" w:lineRule="exact"/><w:jc w:val="right"/>', FANG_SONG),
  style("Flush", "顶格", LINE, FANG_SONG),
  style("TextHeading", "标题一", `${LINE}<w:ind w:firstLineChars="200" w:firstLine="640"/>`, HEI),
  style("TextBody", "正文二字", `${LINE}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>`, FANG_SONG),
  style("Closing", "落款", `${LINE}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`, FANG_SONG),
].join("")}</w:styles>`;
