import { expect, test } from "vitest";
import { buildResidentId, countBytes } from "#scan/count.builder.ts";
import { readSharedStrings } from "#scan/sources/shared-strings.ts";
import { buildWorkbook, type Cell } from "#scan/sources/workbook.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const HEADER = ["姓名", "身份证号", "手机号", "备注"];

/** Rows of every sort: as they should be, repeated, damaged, invalid, of several lines, without a number, blank, totals, the header again. */
function rowsOfEverySort(count: number): Cell[][] {
  const rows: Cell[][] = [HEADER];
  for (let at = 0; at < count; at++) {
    const birth = `19${50 + (at % 50)}0${1 + (at % 9)}1${at % 10}`;
    const id = buildResidentId(900 + (at % 100), birth, at % 2 === 0 ? "110105" : "310115");
    const mobile = 13_800_000_000 + ((at * 104_729) % 100_000_000);
    const sort = at % 23;
    if (sort === 3) rows.push(["王伟", `${id.slice(0, 6)}********${id.slice(14)}`, mobile, "遮挡"]);
    else if (sort === 5) rows.push(["王伟", id.slice(0, 17) + (id.endsWith("1") ? "2" : "1"), "", "校验不符"]);
    else if (sort === 7) rows.push(["李\t娜", id, String(mobile), `两行\n"引号"，邮箱 a${at}@example.com`]);
    else if (sort === 11) rows.push(HEADER);
    else if (sort === 13) rows.push(["合计", at]);
    else if (sort === 17) rows.push([]);
    else if (sort === 19) rows.push(["", "", mobile, "13800138000"]);
    else rows.push(["张三丰", id, mobile, `第${at}行`]);
  }
  return rows;
}

test.each([
  ["shared", false],
  ["inline", true],
] as const)(
  "a large workbook with %s texts gives the figures that its records give one by one",
  async (_, inline) => {
    const bytes = buildWorkbook([{ name: "客户", rows: rowsOfEverySort(11_000) }], { inline });
    expect(bytes.length).toBeGreaterThan(256 * 1024);
    const whole = await countBytes({ "a.xlsx": bytes });
    const byRecord = await countBytes({ "a.xlsx": bytes }, {}, { onRow: () => undefined });
    const figures = ({ kinds, ledger, persons, groups, sources }: typeof whole) => ({ kinds, ledger, persons, groups, sources });
    expect(figures(whole)).toEqual(figures(byRecord));
    expect(whole.ledger.total.seized).toBeGreaterThan(8500);
    expect(whole.ledger.total.excluded).toMatchObject({ invalid: expect.any(Number) });
  },
  60_000,
);

test("attributes in single quotes, with blanks around the sign, and places that are none, are read", async () => {
  const sheet = `<worksheet><sheetData><row r='1'><c r = 'A1' t = 'inlineStr'><is><t>手机号</t></is></c></row>
    <row><c r="a1"><v>13912345678</v></c><c t='str' r='B2'><f>1</f><v>13812345678</v></c></row></sheetData></worksheet>`;
  const result = await countBytes({ "a.xlsx": workbookOf(sheet) });
  expect(result.sources).toMatchObject([{ status: "scanned", records: 1, columns: [{ name: "手机号", kind: "mobile" }, {}] }]);
  expect(result.kinds.find(({ kind }) => kind === "mobile")).toMatchObject({ distinct: 2 });
});

test("cells that repeat one long text beyond the limits are said to, and do not fill the memory", async () => {
  const cells = `<row>${"<c t='s'><v>0</v></c>".repeat(100)}</row>`.repeat(20);
  const sheet = `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
  const strings = `<sst><si><t>${"长".repeat(400_000)}</t></si></sst>`;
  const { sources } = await countBytes({ "a.xlsx": workbookOf(sheet, strings) });
  expect(sources).toMatchObject([{ status: "unreadable", problem: { kind: "workbook-damaged" } }]);
  const short = await countBytes({
    "a.xlsx": workbookOf(`<worksheet><sheetData>${"<row><c t='s'><v>0</v></c></row>".repeat(200)}</sheetData></worksheet>`, strings),
  });
  expect(short.sources).toMatchObject([{ status: "partly", problem: { kind: "expansion-limit" } }]);
});

test("shared texts beyond what may stand in memory end in a named problem, empty ones too", async () => {
  const read = (text: string) => readSharedStrings(inOnePiece(`<sst>${text.repeat(1000)}</sst>`), 10_000);
  await expect(read("<si><t>13812345678</t></si>")).rejects.toMatchObject({ problem: { kind: "unpacked-limit" } });
  await expect(read("<si/>")).rejects.toMatchObject({ problem: { kind: "unpacked-limit" } });
  await expect(readSharedStrings(inOnePiece(`<sst>${"<si/>".repeat(800)}</sst>`), 10_000)).resolves.toBeDefined();
});

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function workbookOf(sheet: string, strings = "<sst/>"): Buffer {
  return buildZip([
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    { name: "xl/workbook.xml", bytes: "<workbook><sheets><sheet name='表' r:id='rId1'/></sheets></workbook>" },
    { name: "xl/sharedStrings.xml", bytes: strings },
    { name: "xl/worksheets/sheet1.xml", bytes: sheet },
  ]);
}

test("a row is told with where its element begins in the unpacked sheet, whatever blocks it is read in", async () => {
  const row = (at: number, text: string) => `<x:row r="${at}"><x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c></x:row>`;
  const rows = [
    row(1, "身份证号"),
    ...Array.from({ length: 9000 }, (_, at) => row(at + 2 + (at > 50 ? 5000 : 0), buildResidentId(900 + (at % 100)))),
  ];
  const sheet = `<?xml version="1.0"?><!-- 张三 --><x:worksheet><x:sheetData>${rows.join("\n")}</x:sheetData></x:worksheet>`;
  const xml = Buffer.from(sheet);
  let told = 0;
  await countBytes(
    { "a.xlsx": workbookOf(sheet) },
    {},
    {
      wantsRow: () => true,
      onRow: ({ place }) => {
        told++;
        expect(xml.toString("utf8", place.offset, place.offset + 20)).toMatch(new RegExp(`^<x:row r="${place.row}">`));
      },
    },
  );
  expect(told).toBe(9000);
}, 60_000);
