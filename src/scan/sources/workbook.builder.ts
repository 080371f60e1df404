import { buildZip, type ZipFile } from "#scan/sources/zip.builder.ts";

export type Cell = string | number | boolean;
export type SheetToBuild = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly hidden?: boolean };

/** An XLSX workbook. Texts are shared strings unless `inline`; numbers are written as given, so `1.10105E+17` can be stored as text of a number by `raw`; `embedded` are more parts of the package. */
export function buildWorkbook(
  sheets: readonly SheetToBuild[],
  { inline = false, prefix = "", embedded = [] }: { inline?: boolean; prefix?: string; embedded?: readonly ZipFile[] } = {},
): Buffer {
  const strings: string[] = [];
  const numbers = new Map<string, number>();
  const tag = (name: string) => `${prefix}${name}`;
  const cellXml = (cell: Cell, column: number, row: number): string => {
    const place = `${columnName(column)}${row}`;
    if (cell === "") return "";
    if (typeof cell === "number") return `<${tag("c")} r="${place}"><${tag("v")}>${cell}</${tag("v")}></${tag("c")}>`;
    if (typeof cell === "boolean") return `<${tag("c")} r="${place}" t="b"><${tag("v")}>${cell ? 1 : 0}</${tag("v")}></${tag("c")}>`;
    if (inline)
      return `<${tag("c")} r="${place}" t="inlineStr"><${tag("is")}><${tag("t")}>${escapeXml(cell)}</${tag("t")}></${tag("is")}></${tag("c")}>`;
    let index = numbers.get(cell);
    if (index === undefined) {
      index = strings.push(cell) - 1;
      numbers.set(cell, index);
    }
    return `<${tag("c")} r="${place}" t="s"><${tag("v")}>${index}</${tag("v")}></${tag("c")}>`;
  };
  const sheetXml = sheets.map(({ rows }) => {
    const body = rows.map(
      (cells, at) => `<${tag("row")} r="${at + 1}">${cells.map((cell, column) => cellXml(cell, column, at + 1)).join("")}</${tag("row")}>`,
    );
    return `${HEAD}<${tag("worksheet")} ${prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`}="${MAIN}"><${tag("sheetData")}>${body.join("")}</${tag("sheetData")}></${tag("worksheet")}>`;
  });
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="veryHidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  return buildZip([
    { name: "[Content_Types].xml", bytes: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    {
      name: "xl/workbook.xml",
      bytes: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: `${HEAD}<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    },
    {
      name: "xl/sharedStrings.xml",
      bytes: `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    },
    ...sheetXml.map((bytes, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, bytes })),
    ...embedded,
  ]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function columnName(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
