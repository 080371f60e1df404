import type { DocumentField } from "#legal-documents/document-kind.contract.ts";
import { findFields } from "#legal-documents/output/docx-fields.ts";
import { FRAME_FIELDS } from "#legal-documents/output/fill-template.ts";
import { FILLED_PARTS, openTemplate } from "#legal-documents/output/open-template.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** An office's DOCX is taken in when it opens within bounds and every `{{…}}` is a field: the fields it has, those of the frame left out. */
export async function checkTemplate(bytes: Buffer, fields: ReadonlyMap<string, DocumentField>): Promise<Outcome<readonly string[]>> {
  const opened = await openTemplate(bytes);
  if (!opened.ok)
    return refuse("invalid-input", {
      place: "模板",
      "place.en": "the template",
      expected: "可以打开的DOCX文件（不含宏、外部内容）",
      "expected.en": "a DOCX that opens, without macros or outside content",
      found: opened.problem.zh,
      "found.en": opened.problem.en,
    });
  const frame: ReadonlySet<string> = new Set(FRAME_FIELDS);
  const found = opened.parts
    .filter(({ name }) => FILLED_PARTS.test(name))
    .sort(({ name: one }, { name: other }) => Number(other === BODY) - Number(one === BODY) || one.localeCompare(other))
    .flatMap(({ name: part, bytes }) => findFields(bytes.toString("utf8")).map((field) => ({ ...field, part })));
  const unknown = found.find(({ name }) => !fields.has(name) && !frame.has(name));
  if (unknown !== undefined) {
    const known = [...FRAME_FIELDS, ...fields.keys()].join("、");
    const where = PLACES.find(({ pattern }) => pattern.test(unknown.part));
    return refuse("invalid-input", {
      place: `${where?.zh ?? unknown.part}第${unknown.paragraph}段`,
      "place.en": `paragraph ${unknown.paragraph} of ${where?.en ?? unknown.part}`,
      expected: `已知的填写项（${known}）`,
      "expected.en": `a known field (${known})`,
      found: `{{${unknown.name}}}`,
    });
  }
  return done([...new Set(found.map(({ name }) => name))].filter((name) => !frame.has(name)));
}

const BODY = "word/document.xml";
const PLACES = [
  { pattern: /document\.xml$/, zh: "正文", en: "the text" },
  { pattern: /header\d*\.xml$/, zh: "页眉", en: "the header" },
  { pattern: /footer\d*\.xml$/, zh: "页脚", en: "the footer" },
];
