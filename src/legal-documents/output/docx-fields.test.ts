import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillPart, findFields, joined, paragraphsOf } from "#legal-documents/output/docx-fields.ts";
import { paragraph } from "#legal-documents/output/template.builder.ts";

const textsOf = (xml: string) => paragraphsOf(xml).map(({ texts }) => joined(texts));
const fill = (xml: string, values: Record<string, string[]>, optional: string[] = []) =>
  fillPart(xml, (name) => ({ lines: values[name] ?? [], optional: optional.includes(name) }));

describe("a field is found and filled however a word processor split it", () => {
  test.each([
    ["in one run", ["某{{facts}}某"]],
    ["brace by brace", ["某{", "{facts}", "}某"]],
    ["letter by letter", [..."某{{facts}}某"]],
    ["with spaces in the braces", ["某{{ fac", "ts }}某"]],
    ["with an empty run between", ["某{{fa", "", "cts}}某"]],
  ])("%s", (_, runs) => {
    const xml = `<w:body>${paragraph(...runs)}${paragraph("后")}</w:body>`;
    expect(findFields(xml)).toEqual([{ name: "facts", paragraph: 1 }]);
    expect(textsOf(fill(xml, { facts: ["甲<乙>&丙"] }))).toEqual(["某甲<乙>&丙某", "后"]);
  });
});

test("two fields that share a run, and one that ends where the next begins", () => {
  const xml = paragraph("{{a", "}}{{b}}与{{c", "}}");
  expect(textsOf(fill(xml, { a: ["1"], b: ["2"], c: ["3"] }))).toEqual(["12与3"]);
});

test("a paragraph that is one field only is repeated for each line, with its own look", () => {
  const filled = fill(`${paragraph("前")}${paragraph("{{fac", "ts}}")}${paragraph("后")}`, { facts: ["一", "二", "三"] });
  expect(textsOf(filled)).toEqual(["前", "一", "二", "三", "后"]);
  expect(filled.match(/<w:jc w:val="center"\/>/g)).toHaveLength(5);
});

test("lines of a field within a sentence are joined", () => {
  expect(textsOf(fill(paragraph("事项：{{facts}}。"), { facts: ["一", "二"] }))).toEqual(["事项：一；二。"]);
});

test("a paragraph of optional empty fields loses its text and stays a paragraph; a mandatory one keeps its words", () => {
  const xml = `${paragraph("附：{{attachments}}")}${paragraph("甲{{attachments}}{{facts}}乙")}`;
  expect(textsOf(fill(xml, { facts: ["丙"] }, ["attachments"]))).toEqual(["", "甲丙乙"]);
});

test("a paragraph in a text box within a paragraph has fields of its own", () => {
  const xml = `<w:p><w:r><w:t>外{{a}}</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>内{{b}}</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t>外{{c}}</w:t></w:r></w:p>`;
  expect(findFields(xml).map(({ name }) => name)).toEqual(["a", "c", "b"]);
  expect(textsOf(fill(xml, { a: ["1"], b: ["2"], c: ["3"] }))).toEqual(["外1外3", "内2"]);
});

test("names that begin like w:p and w:t are no paragraphs and no texts", () => {
  expect(findFields('<w:pPr><w:tab w:val="{{a}}"/></w:pPr><w:p/><w:p><w:tbl><w:t/></w:tbl></w:p>')).toEqual([]);
});

test("however a text with a field is cut into runs, the filled text is the same, and what stands around it unchanged", () => {
  const around = fc
    .string({ unit: fc.constantFrom("甲", "{", "}", "&amp;", "a", " "), maxLength: 6 })
    .filter((text) => !/\{\{|\}\}|\{$|^\}/.test(text));
  fc.assert(
    fc.property(around, around, fc.array(fc.nat({ max: 20 }), { maxLength: 5 }), (before, after, cuts) => {
      const pieces = `${before}|{{facts}}|${after}`.split("|");
      const whole = pieces.flatMap((piece) => piece.match(/&amp;|./g) ?? []);
      const runs = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
      const xml = paragraph(...runs.slice(1).map((to, at) => whole.slice(runs[at], to).join("")));
      expect(textsOf(fill(xml, { facts: ["值"] }))).toEqual([`${before}值${after}`.replaceAll("&amp;", "&")]);
    }),
  );
});
