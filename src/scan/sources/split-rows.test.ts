import fc from "fast-check";
import { expect, test } from "vitest";
import { type Separator, splitRows } from "#scan/sources/split-rows.ts";

const rowsOf = (text: string, separator: Separator = ",") => {
  const rows: string[][] = [];
  splitRows(text, separator, true, (cells) => rows.push(cells));
  return rows;
};

test.each<[string, string, string[][]]>([
  [
    "every kind of line end",
    "a,b\nc,d\r\ne,f\rg,h",
    [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ],
  ],
  [
    "quoted separators and line ends",
    '"a,1","b\n2"\nc,d',
    [
      ["a,1", "b\n2"],
      ["c", "d"],
    ],
  ],
  ["doubled quotes", '"a ""x""",b', [['a "x"', "b"]]],
  ["empty cells at both ends", ",a,\n", [["", "a", ""]]],
  ["an empty cell at the very end", "a,", [["a", ""]]],
  [
    "an empty quoted cell",
    '"",a\n"",""',
    [
      ["", "a"],
      ["", ""],
    ],
  ],
  ["ragged rows", "a\nb,c,d\ne,f", [["a"], ["b", "c", "d"], ["e", "f"]]],
  ["blank lines as rows of one empty cell", "a,b\n\nc,d", [["a", "b"], [""], ["c", "d"]]],
  ["a quote inside a cell", '5" pipe,b', [['5" pipe', "b"]]],
  [
    "a quote that closes before the cell ends",
    '"a"b,c\nd,e',
    [
      ['"a"b', "c"],
      ["d", "e"],
    ],
  ],
  [
    "a quote that never closes",
    '"a,b\nc,d',
    [
      ['"a', "b"],
      ["c", "d"],
    ],
  ],
  ["blanks behind a closing quote", '"a" ,b', [["a", "b"]]],
])("splits %s", (_title, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test("tabs, pipes, semicolons, dashes and blanks set cells apart", () => {
  expect(rowsOf("a\tb", "\t")).toEqual([["a", "b"]]);
  expect(rowsOf("a|b", "|")).toEqual([["a", "b"]]);
  expect(rowsOf("a;b", ";")).toEqual([["a", "b"]]);
  expect(rowsOf("a----b----c\nd----e", "----")).toEqual([
    ["a", "b", "c"],
    ["d", "e"],
  ]);
  expect(rowsOf("a  b\u3000c\n", " ")).toEqual([["a", "b", "c"]]);
});

test("any table written with quotes is read back, in whatever pieces it comes", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r", " ", "中"), maxLength: 5 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n", "\r"), fc.nat(60), (rows, end, cut) => {
      const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join(end);
      expect(rowsOf(text)).toEqual(rows);
      const read: string[][] = [];
      const places: number[] = [];
      const used = splitRows(text.slice(0, cut), ",", false, (cells, at) => {
        read.push(cells);
        places.push(at);
      });
      splitRows(text.slice(used), ",", true, (cells, at) => {
        read.push(cells);
        places.push(at + used);
      });
      expect(read).toEqual(rows);
      for (const place of places.slice(1)) expect("\r\n").toContain(text[place - 1]);
    }),
    { numRuns: 300 },
  );
});
