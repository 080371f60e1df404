import { expect, test } from "vitest";
import { joinParagraphs } from "#documents/join-paragraphs.ts";
import type { PdfLine } from "#scan/sources/join-pdf-lines.ts";

const EM = 12;
/** A line of hanzi 12 wide that begins `indent` letters in. */
const line = (text: string, indent = 0): PdfLine => {
  const [from, to] = [50 + indent * EM, 50 + indent * EM + text.length * EM];
  return { text, cells: [{ text, from, to }] };
};
const full = (words: string, fill: string) => words + fill.repeat(20 - words.length);
const header = (page: number) => line(`案卷第${page}页共3页`, 6);

test("a value that crosses the end of a page stays whole, and headers and page numbers stand in no sentence", () => {
  const { text, pages } = joinParagraphs([
    [
      header(1),
      line("云岭县检察院起诉书"),
      line(full("经查，", "甲")),
      line(full("", "乙")),
      line(full("丙丙共计出售公民个人信", "息")),
      line("- 1 -", 8),
    ],
    [header(2), line("58600条，违法所得三万元。"), line("上述事实，证据确实。", 2), line("- 2 -", 8)],
    [header(3), line("此致云岭县人民法院"), line("- 3 -", 8)],
  ]);
  expect(text).toContain("息58600条，违法所得三万元。\n上述事实");
  expect(text).not.toMatch(/案卷第|- \d -/);
  expect(text.startsWith("云岭县检察院起诉书\n经查")).toBe(true);
  expect(text.slice(pages[1] ?? 0)).toMatch(/^58600条/);
  expect(text.slice(pages[2] ?? 0)).toBe("此致云岭县人民法院\n");
});

test("short lines, rows of tables and indented beginnings stay lines of their own", () => {
  const table: PdfLine = {
    text: "甲 5000",
    cells: [
      { text: "甲", from: 50, to: 62 },
      { text: "5000", from: 240, to: 290 },
    ],
  };
  const { text } = joinParagraphs([
    [
      line("问：多少条？"),
      line("答：五千条。"),
      line(full("问：", "后")),
      line(full("答：", "续"), 0),
      line(full("末", "行")),
      line("新的一段", 2),
      table,
      line("表后"),
    ],
  ]);
  const lines = text.split("\n");
  expect(lines.slice(0, 2)).toEqual(["问：多少条？", "答：五千条。"]);
  expect(lines.slice(-4)).toEqual(["新的一段", "甲 5000", "表后", ""]);
});

test("numbers that differ from page to page are no page numbers: a table's rows at the edge are kept", () => {
  const page = (rows: readonly string[]) => rows.map((words) => line(words));
  const { text } = joinParagraphs([page(["5000", "12", "80"]), page(["7213", "9", "41"]), page(["1", "77", "6"])]);
  expect(text).toBe("5000\n12\n80\n7213\n9\n41\n1\n77\n6\n");
});

test("Latin words are parted, halves of a number are not, and a page without words begins where the next does", () => {
  const words = (text: string): PdfLine => ({ text, cells: [{ text, from: 50, to: 290 }] });
  const { text, pages } = joinParagraphs([[words("the number of"), words("items is 58"), words("600 and no")], [], [words("more")]]);
  expect(text).toBe("the number of items is 58600 and no more\n");
  expect(pages).toEqual([0, 36, 36]);
});

test("nothing is lost of a document of one page, nor of none", () => {
  expect(joinParagraphs([[line("只有一行")]])).toEqual({ text: "只有一行\n", pages: [0] });
  expect(joinParagraphs([])).toEqual({ text: "", pages: [] });
});
