import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { findQuantities } from "#numerals/find-quantities.ts";
import { parseNumeral } from "#numerals/parse-numeral.ts";

const Table = z.array(z.tuple([z.string(), z.number(), z.number(), z.number().nullable(), z.string()]));
const table = Table.parse(parse(readFileSync(join(import.meta.dirname, "quantities.cases.yaml"), "utf8")));

test.each(table)("%s is %d, between %d and %s %s", (text, value, least, most, unit) => {
  const [quantity, ...more] = findQuantities(text);
  expect(more).toEqual([]);
  expect(quantity).toMatchObject({ value, least, most, unit });
});

test("a quantity is found where it stands, with its approximation and unit", () => {
  const text = "被告人王某非法获取公民个人信息共计128万余条，获利人民币5.2万元。";
  expect(findQuantities(text).map(({ from, to }) => text.slice(from, to))).toEqual(["128万余条", "人民币5.2万元"]);
});

test.each(["第二百五十三条之一", "刑法第253条", "依照解释第五条", "二〇一七年三月", "2018年3月5日"])("%s holds no quantity", (text) => {
  expect(findQuantities(text)).toEqual([]);
});

test.each(["", "条", "万", "一二万三亿x"])("%j is no numeral", (text) => {
  expect(parseNumeral(text)).toBeNull();
});

describe("numerals written by rule are read back", () => {
  test("every whole number below ten billion, in Chinese and with a unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (number) => {
        expect(parseNumeral(writeChinese(number))?.value).toBe(number);
        expect(findQuantities(`共${writeChinese(number)}条`)[0]?.value).toBe(number);
        expect(findQuantities(`共${number.toLocaleString("en")}条`)[0]?.value).toBe(number);
      }),
    );
  });
});

const VECTORS = join(import.meta.dirname, "../../../shared/data/peer_vectors/jionlp.json");
const Money = z.object({
  money_parser: z.object({
    test_money_parser: z.array(
      z.object({ cases: z.array(z.tuple([z.string(), z.object({ num: z.union([z.string(), z.array(z.string())]) })])) }),
    ),
  }),
});
test.skipIf(!existsSync(VECTORS))("sums of money are read as another published tool reads them (skips without ../shared)", () => {
  const cases = Money.parse(JSON.parse(readFileSync(VECTORS, "utf8"))).money_parser.test_money_parser.flatMap((one) => one.cases);
  for (const [text, { num }] of cases) {
    const [quantity] = findQuantities(text, { bare: true });
    const read = Array.isArray(num) ? [quantity?.least, quantity?.most] : [quantity?.value];
    expect([text, ...read]).toEqual([text, ...[num].flat().map(Number)]);
  }
  expect(cases.length).toBeGreaterThan(20);
});

/** The everyday Chinese writing of a number below 10^12, section by section. */
function writeChinese(number: number): string {
  const digits = "零一二三四五六七八九";
  const section = (part: number): string => {
    let text = "";
    let gap = false;
    for (const [unit, sign] of [
      [1000, "千"],
      [100, "百"],
      [10, "十"],
      [1, ""],
    ] as const) {
      const digit = Math.floor(part / unit) % 10;
      if (digit === 0) gap = gap || text !== "";
      else {
        text += `${gap ? "零" : ""}${digits[digit]}${sign}`;
        gap = false;
      }
    }
    return text;
  };
  const parts = [
    [1e8, "亿"],
    [1e4, "万"],
    [1, ""],
  ] as const;
  let text = "";
  let rest = number;
  for (const [unit, sign] of parts) {
    const part = Math.floor(rest / unit);
    rest %= unit;
    if (part > 0) text += `${text !== "" && part < 1000 ? "零" : ""}${section(part)}${sign}`;
  }
  return text;
}
