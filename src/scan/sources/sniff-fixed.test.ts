import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { cellsByPlace } from "#scan/sources/fixed-columns.ts";
import { sniffFixed } from "#scan/sources/sniff-fixed.ts";
import { encodeGb18030 } from "#scan/sources/text-bytes.builder.ts";

type Width = (text: string) => number;
const onScreen: Width = (text) => [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2000 ? 2 : 1), 0);
const inCharacters: Width = (text) => [...text].length;
const inUtf8: Width = (text) => Buffer.byteLength(text);

const NAMES = ["张三", "李四四", "欧阳若水", "王五", "林青"];
const HEADER = ["姓名", "身份证号", "手机号", "住址", "登记时间"];
/** Every third person has no mobile, every fourth no address: blanks alone would shift what follows. */
const person = (at: number) => [
  NAMES[at % NAMES.length] ?? "",
  buildResidentId(900 + (at % 100), `19${60 + (at % 40)}0307`),
  at % 3 === 2 ? "" : buildMobile(at),
  at % 4 === 3 ? "" : `临江市 城东区${at % 90}号`,
  "2024-03-01 09:12",
];
const align = (rows: readonly (readonly string[])[], width: Width, gap = 2, right = false): string => {
  const widths = HEADER.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ""))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => {
          const blanks = " ".repeat((widths[at] ?? 0) - width(cell));
          return right ? blanks + cell : cell + blanks;
        })
        .join(" ".repeat(gap)),
    )
    .join("\n");
};
const rowsOf = (count: number) => [HEADER, ...Array.from({ length: count }, (_, at) => person(at))];
const kindsOf = ({ kinds }: CountResult) => kinds.map(({ kind, found, valid }) => `${kind} ${found}/${valid}`);
const EXPECTED = ["resident-id 60/60", "mobile 40/40", "name 60/60", "address 45/45"];

test.each([
  ["as a screen shows it, Chinese of double width", onScreen, 2, false],
  ["with a single blank between columns", onScreen, 1, false],
  ["set to the right", onScreen, 3, true],
  ["in characters", inCharacters, 2, false],
  ["in bytes of UTF-8", inUtf8, 2, false],
] as const)("a table aligned by position is read cell by cell where cells are empty: %s", async (_, width, gap, right) => {
  const result = await countBytes({ "a.txt": align(rowsOf(60), width, gap, right) });
  expect(kindsOf(result).sort()).toEqual([...EXPECTED].sort());
  expect(result.sources[0]).toMatchObject({ format: "txt", status: "scanned", records: 60 });
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "姓名 name",
    "身份证号 resident-id",
    "手机号 mobile",
    "住址 address",
    "登记时间 timestamp",
  ]);
});

test("so is one in GB18030, with a title, rules, a repeated header and the count of rows below", async () => {
  const [header = "", ...rows] = align(rowsOf(60), onScreen).split("\n");
  const rule = "-".repeat(90);
  const text = ["客户名单", "", header, rule, ...rows.slice(0, 30), "", header, rule, ...rows.slice(30), "", "已选择60行。"].join("\r\n");
  const result = await countBytes({ "a.lst": encodeGb18030(text) });
  expect(kindsOf(result).sort()).toEqual([...EXPECTED].sort());
  expect(result.sources[0]).toMatchObject({ encoding: "gb18030", records: 60 });
});

test("a line that is out of line is never cut through: its words are cells where they are as many, else it is searched as text", async () => {
  const lines = align(rowsOf(100), onScreen).split("\n");
  lines[70] = ` ${buildResidentId(950)} ${buildMobile(700)} 备注：另有一个号码${buildMobile(701)} 2024-03-01 09:12`;
  lines[80] = `慕容长名字者某某 ${buildResidentId(951)} ${buildMobile(702)} 临江市城西区8号 2024-03-01`;
  const before = await countBytes({ "a.txt": lines.filter((_, at) => at !== 70 && at !== 80).join("\n") });
  const after = await countBytes({ "a.txt": lines.join("\n") });
  const valid = (result: CountResult, kind: string) => result.kinds.find((count) => count.kind === kind);
  expect(after.ledger.total.seized).toBe(before.ledger.total.seized + 2);
  expect(valid(after, "resident-id")?.valid).toBe((valid(before, "resident-id")?.valid ?? 0) + 2);
  expect(valid(after, "mobile")?.valid).toBe((valid(before, "mobile")?.valid ?? 0) + 3);
  expect(valid(after, "mobile")?.found).toBe(valid(after, "mobile")?.valid);
});

test("rows are told with their line and its offset", async () => {
  const places: string[] = [];
  const text = align(rowsOf(5), onScreen);
  const lines = text.split("\n");
  await countBytes({ "a.txt": text }, {}, { wantsRow: () => true, onRow: ({ place }) => places.push(`${place.row} ${place.offset}`) });
  expect(places).toEqual(lines.slice(1).map((_, at) => `${at + 2} ${Buffer.byteLength(lines.slice(0, at + 1).join("\n")) + 1}`));
});

test("cells keep the blanks inside of them; a first column begins with the line, a last one ends with it", () => {
  const columns = {
    measure: "screen",
    zones: [
      { from: 2, to: 6 },
      { from: 8, to: 12 },
    ],
  } as const;
  expect(cellsByPlace("a b     cd ef ghij", columns)).toEqual(["a b", "cd ef ghij"]);
  expect(cellsByPlace("        cd", columns)).toEqual(["", "cd"]);
  expect(cellsByPlace("abcdefghij", columns)).toBeNull();
});

const M = (at: number) => buildMobile(at);
test.each([
  ["prose", `姓名和手机是他给的\n后来 他 说 号码换了 ${M(1)}\n再 打 ${M(2)} 没人接\n第三个 ${M(3)} 也 不通\n`],
  ["a chat with columns", `2024-03-01 09:12:01 张三\n电话 ${M(1)}\n2024-03-01 09:13:01 李四\n电话 ${M(2)}\n`],
  ["lines with a label each", `姓名 张三 手机 ${M(1)}\n姓名 李四 手机 ${M(2)}\n姓名 王五 手机 ${M(3)}\n姓名 赵六 手机 ${M(4)}\n`],
  ["a header over too few rows", `姓名    手机号\n张三    ${M(1)}\n李四    ${M(2)}\n`],
  ["a header over what is not aligned", `姓名    手机号\n张三 ${M(1)} 男\n  ${M(2)}  李四 女\n王五的电话是${M(3)}\n`],
  [
    "columns that run together",
    `姓名    身份证号          手机号\n${[1, 2, 3, 4].map((at) => `张三    ${buildResidentId(900 + at)}${M(at)}`).join("\n")}\n`,
  ],
  ["a header without values below", "姓名    手机号\n甲甲    无\n乙乙    无\n丙丙    无\n"],
  ["names without a header", `张三      ${M(1)}\n李四      ${M(2)}\n王五      ${M(3)}\n赵六      ${M(4)}\n`],
  ["a table with tabs", `姓名\t手机号\n张三\t${M(1)}\n李四\t${M(2)}\n王五\t${M(3)}\n`],
  ["a log", Array.from({ length: 9 }, (_, at) => `2024-03-01 09:12:0${at} INFO  login  user=${M(at)} ip=10.0.0.${at}`).join("\n")],
])("%s is no table aligned by position", (_, text) => {
  expect(sniffFixed(text)).toBeNull();
});
