import { ISSUERS } from "#scan/detectors/bank-card/issuers.data.ts";
import { AREA_CODES } from "#scan/detectors/landline/area-codes.data.ts";
import { isMobile } from "#scan/detectors/mobile/mobile.ts";
import { PROVINCES } from "#scan/detectors/plate/plate.ts";
import { LAST_YEARS } from "#scan/detectors/resident-id/resident-id.ts";

/** The tables the table kernel looks up, made from the detectors' own rules once a thread. */

const FOUR_DIGITS = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, "0"));
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** The last years of region codes in two steps: for their first four digits the number of a page, then pages of 100 years each; page 0 is empty. */
export const findRegionPages = once(() => {
  const pages: number[] = Array.from({ length: 100 }, () => 0);
  const numbers = FOUR_DIGITS.map((_, first) => {
    const years = LAST_YEARS.subarray(first * 100, first * 100 + 100);
    if (years.every((year) => year === 0)) return 0;
    pages.push(...years);
    return pages.length / 100 - 1;
  });
  return Uint16Array.from([...numbers, ...pages]);
});

/** Whether digits 2 to 5 of a mobile number are of an allocated segment. */
export const findSegments = once(() => Uint8Array.from(FOUR_DIGITS, (digits) => (isMobile(`1${digits}000000`) ? 1 : 0)));

/** The lengths cards with these first four digits come in: bit n for 13 + n digits. */
export const findIssuerLengths = once(() => {
  const issuers = ISSUERS.map(({ prefix, lengths }) => ({
    prefix: new RegExp(`^(?:${prefix})`),
    lengths: lengths.reduce((bits, length) => bits | (1 << (length - 13)), 0),
  }));
  return Uint8Array.from(FOUR_DIGITS, (digits) =>
    issuers.reduce((bits, { prefix, lengths }) => (prefix.test(digits) ? bits | lengths : bits), 0),
  );
});

/** Characters that make more than a name: alone, as the first of the cell, or as the beginning and end of two. */
const [ALONE, BEGINS, ENDS, FIRST] = [1, 2, 4, 8];
const NO_NAMES = {
  alone: "某总",
  first: "无没空暂未不缺略",
  pairs:
    "公司 集团 银行 医院 学校 大学 中学 小学 酒店 宾馆 委员 事务 工作 经营 商行 超市 门市 合作 政府 法院 检察 公安 派出 先生 女士 小姐 师傅 老师 经理 保密 同上",
};

const PROVINCE = 16;
/** First characters that say that there is nothing, beside those of names: 保密, 同上. */
const NOTHING = 32;

/** For each Han character whether it may make more than a name of the cell it stands in: such a cell is looked at by the detector itself. */
export const findHanSigns = once(() => {
  const signs = new Uint8Array(LAST_HAN - FIRST_HAN + 1);
  const mark = (character: string, sign: number): void => {
    const at = character.charCodeAt(0) - FIRST_HAN;
    signs[at] = (signs[at] ?? 0) | sign;
  };
  for (const character of NO_NAMES.alone) mark(character, ALONE);
  for (const character of NO_NAMES.first) mark(character, FIRST);
  for (const character of "保同") mark(character, NOTHING);
  for (const character of PROVINCES) mark(character, PROVINCE);
  for (const pair of NO_NAMES.pairs.split(" ")) {
    mark(pair.charAt(0), BEGINS);
    mark(pair.charAt(1), ENDS);
  }
  return signs;
});

/** Area codes of landlines by their number: 1 for one of two digits, 2 for one of three. */
export const findAreas = once(() => {
  const areas = new Uint8Array(1000);
  for (const code of AREA_CODES.split(" ")) areas[Number(code)] = (areas[Number(code)] ?? 0) | (code.length === 2 ? 1 : 2);
  return areas;
});

/** The code unit of each pair of bytes of GB18030, 0 for none: (first - 0x81) * 190 + place of the second. */
export const findGbUnits = once(() => {
  const units = new Uint16Array(126 * 190);
  const bytes: number[] = [];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) bytes.push(first, second, 10);
  const pairs = new TextDecoder("gb18030").decode(Uint8Array.from(bytes)).split("\n");
  for (let at = 0; at < units.length; at++) {
    const text = pairs[at] ?? "";
    units[at] = text.length === 1 && text !== "\ufffd" ? text.charCodeAt(0) : 0;
  }
  return units;
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
