import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { findQuantities } from "#numerals/find-quantities.ts";
import { parseNumeral } from "#numerals/parse-numeral.ts";
import { QuantityTable, tellTable } from "#numerals/tell-table.ts";

const sections = QuantityTable.parse(parse(readFileSync(join(import.meta.dirname, "quantities.cases.yaml"), "utf8")));
const table = sections.flatMap(({ cases }) => cases);

test.each(table)("%s is %d, between %d and %s %s %s", (text, value, least, most, unit, currency) => {
  const [quantity, ...more] = findQuantities(text);
  expect(more).toEqual([]);
  expect(quantity).toMatchObject({ value, least, most, unit, currency, from: 0, to: text.length });
});

test("docs/numerals.md is the table as it stands (node scripts/write-numerals.ts writes it)", () => {
  expect(readFileSync(join(import.meta.dirname, "../../docs/numerals.md"), "utf8")).toBe(tellTable(sections));
});

test("the table has every text once", () => {
  const texts = table.map(([text]) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(100);
});

test("a quantity is found where it stands, with its approximation and unit", () => {
  const text = "被告人王某非法获取公民个人信息共计128万余条，获利人民币5.2万元。";
  expect(findQuantities(text).map(({ from, to }) => text.slice(from, to))).toEqual(["128万余条", "人民币5.2万元"]);
});

test.each(sections.flatMap(({ none }) => none))("%s holds no quantity", (text) => {
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

describe("any text is read to its end", () => {
  const pieces = fc.constantFrom(
    ..."一二两三十百千万亿零〇半余多几数上近约至到-~0123456789０９.,，．%元块角毛分钱条个组人民币US$HK¥€泰达币以左右分之 \n\ud83d\u{20bb7}第年月日",
  );
  test("it never throws; each quantity stands where it says, none overlaps the next, and its bounds hold its value", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.boolean(), (signs, bare) => {
        const text = signs.join("");
        let end = 0;
        for (const { from, to, text: written, value, least, most } of findQuantities(text, { bare })) {
          expect(text.slice(from, to)).toBe(written);
          expect(from).toBeGreaterThanOrEqual(end);
          expect(Number.isFinite(value) && least <= value).toBe(true);
          if (most !== null) expect(most).toBeGreaterThanOrEqual(value);
          end = to;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("what may begin a quantity is never passed over: the quick look finds what trying at every place finds", () => {
    const sentence = fc.array(
      fc.constantFrom(...table.map(([text]) => text), "被告人", "，", "第", "年", "2019年", "大", "将", "人民法院", "至"),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(sentence, (parts) => {
        const text = parts.join("。");
        const alone = parts.flatMap((part) => findQuantities(part).map(({ value }) => value));
        expect(findQuantities(text).map(({ value }) => value)).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });

  test.each([",", "零", "1", "万", "半", "约", "人民币", "分之", "百分之", "1-", "三千", " ", "$", "一"])(
    "a million signs of %j are read in steps that grow with their number",
    (sign) => {
      const read = (length: number) => findQuantities(sign.repeat(length / sign.length)).length;
      expect(read(1_000_000)).toBeGreaterThanOrEqual(read(1_000));
    },
    20_000,
  );
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
