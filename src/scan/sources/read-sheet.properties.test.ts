import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet } from "#scan/sources/read-sheet.ts";
import { readSharedStrings } from "#scan/sources/shared-strings.ts";
import { splitRows } from "#scan/sources/split-rows.ts";

type Read = { readonly row: number; readonly cells: readonly string[] };

/** Texts as cells hold them: the signs that set rows, cells, XML and CSV apart, 汉字, and a sign beyond the first plane. */
const TEXT = fc
  .array(fc.constantFrom("张", "三", "1", "3800", "\t", "\n", "\r\n", '"', "'", "&", "<", ">", "]]>", " ", "𠮷", ",", "A"), {
    maxLength: 8,
  })
  .map((signs) => signs.join(""));

type Written = { readonly text: string; readonly kind: "shared" | "inline" | "formula" | "number" | "boolean" | "error" };

const CELL: fc.Arbitrary<Written> = fc.oneof(
  fc.record({ text: TEXT, kind: fc.constantFrom("shared" as const, "inline" as const, "formula" as const) }),
  fc.record({ text: fc.constantFrom("13812345678", "1.10105E+17", "45321", "0.5"), kind: fc.constant("number" as const) }),
  fc.record({ text: fc.constantFrom("TRUE", "FALSE"), kind: fc.constant("boolean" as const) }),
  fc.constant({ text: "", kind: "error" as const }),
);

const SHEET = fc.record({
  rows: fc.array(
    fc.record({
      skip: fc.constantFrom(0, 0, 0, 1, 3, 5000),
      numbered: fc.boolean(),
      cells: fc.array(fc.record({ column: fc.nat({ max: 30 }), placed: fc.boolean(), cell: CELL }), { maxLength: 6 }),
    }),
    { maxLength: 6 },
  ),
  prefix: fc.constantFrom("", "x:"),
  form: fc.constantFrom("plain", "cdata", "rich", "comment", "numeric"),
  quote: fc.constantFrom('"', "'"),
  cut: fc.integer({ min: 1, max: 400 }),
});

test("whatever way a sheet is written and however its bytes arrive, its rows are its cells", async () => {
  await fc.assert(
    fc.asyncProperty(SHEET, async ({ rows, prefix, form, quote, cut }) => {
      const shared: string[] = [];
      const expected: Read[] = [];
      let before = 0;
      const body = rows.map(({ skip, numbered, cells }) => {
        const row = numbered ? before + 1 + skip : before + 1;
        before = row;
        const read: string[] = [];
        let column = -1;
        const xml = cells.map(({ column: wanted, placed, cell }) => {
          column = placed ? wanted : column + 1;
          if (cell.text !== "" || cell.kind === "error" || cell.kind === "shared") {
            while (read.length < column) read.push("");
            read[column] = cell.text;
          }
          return writeCell(cell, placed ? nameOf(column) + row : null, { prefix, form, quote, shared });
        });
        expected.push({ row, cells: read });
        return `<${prefix}row${numbered ? ` r=${quote}${row}${quote}` : ""} ht="1>2">${xml.join("\n")}</${prefix}row>`;
      });
      const sheet = `<?xml version="1.0"?><!-- <row> --><${prefix}worksheet><${prefix}sheetData>${body.join("")}</${prefix}sheetData></${prefix}worksheet>\n`;
      const strings = `<sst>${shared.map((text) => `<si>${writeText(text, form, "")}<rPh sb="0"><t>読</t></rPh></si>`).join("")}</sst>`;
      expect(await readAll(sheet, strings, cut)).toEqual(expected.filter(({ cells }) => cells.some((cell) => cell !== "")));
    }),
    { numRuns: 250 },
  );
}, 60_000);

/** Rows that hold anything, without the empty cells at their end. */
async function readAll(sheet: string, strings: string, cut: number): Promise<Read[]> {
  const rows: Read[] = [];
  for await (const { bytes, firstRow } of readSheet(inPieces(sheet, cut), await readSharedStrings(inPieces(strings, cut)))) {
    let row = firstRow;
    splitRows(bytes.toString("utf8"), "\t", true, (cells) => {
      if (cells.some((cell) => cell !== "")) rows.push({ row, cells: [...cells] });
      row++;
    });
  }
  return rows;
}

async function* inPieces(text: string, cut: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
}

type Form = { readonly prefix: string; readonly form: string; readonly quote: string; readonly shared: string[] };

function writeCell({ text, kind }: Written, place: string | null, { prefix, form, quote, shared }: Form): string {
  const at = place === null ? "" : ` r=${quote}${place}${quote}`;
  const open = (type: string) => `<${prefix}c${at} s = "1"${type === "" ? "" : ` t=${quote}${type}${quote}`}>`;
  const close = `</${prefix}c >`;
  const value = (written: string) => `<${prefix}v>${written}</${prefix}v>`;
  if (kind === "shared") return `${open("s")}${value(String(shared.push(text) - 1))}${close}`;
  if (kind === "inline") return `${open("inlineStr")}<${prefix}is>${writeText(text, form, prefix)}</${prefix}is>${close}`;
  if (kind === "boolean") return `${open("b")}${value(text === "TRUE" ? "1" : "0")}${close}`;
  if (kind === "error") return `${open("e")}${value("#DIV/0!")}${close}`;
  if (kind === "number") return `${open("")}${value(text)}${close}`;
  return `${open("str")}<${prefix}f>A1&amp;"x"</${prefix}f>${value(escapeXml(text))}${close}`;
}

function writeText(text: string, form: string, prefix: string): string {
  const run = (written: string) => `<${prefix}t xml:space="preserve">${written}</${prefix}t>`;
  if (form === "cdata" && !text.includes("]]>")) return run(`<![CDATA[${text}]]>`);
  if (form === "rich") return [...text].map((sign) => `<${prefix}r><${prefix}rPr/>${run(escapeXml(sign))}</${prefix}r>`).join("");
  if (form === "comment") return run([...text].map((sign) => escapeXml(sign)).join("<!-- > -->"));
  if (form === "numeric") return run([...text].map((sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`).join(""));
  return run(escapeXml(text));
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function nameOf(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
}
