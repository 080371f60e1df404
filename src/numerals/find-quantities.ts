import { findFractions } from "#numerals/find-fractions.ts";
import { mayBegin } from "#numerals/may-begin.ts";
import { parseNumeral } from "#numerals/parse-numeral.ts";

/**
 * 数量 a number of something in a text. `value` is the number as written; what it stands for lies between `least` and `most` (null: open).
 * Offsets are UTF-16 code units of the text, the approximation and the unit included.
 */
export type Quantity = {
  readonly value: number;
  readonly least: number;
  readonly most: number | null;
  readonly approximate: boolean;
  /** 条, 元, 人次 …; for money the currency stands apart */
  readonly unit: string;
  /** ISO 4217 code for sums of money, the usual sign for virtual coins (USDT, BTC, ETH), else null */
  readonly currency: string | null;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

// Every repetition has a bound: a text of a million digits, numerals or spaces must not cost more than its length.
// 1 874 562: thousands set apart by a space, as tables and judgments print them.
const ARABIC =
  "[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,6}(?:[.．][0-9０-９]{1,12})?|[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,4}(?![0-9])(?:[.．][0-9]{1,12})?|[0-9０-９]{1,24}(?:[.．][0-9０-９]{1,12})?";
const CHINESE = "[零〇○一二两三四五六七八九十百千万亿廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億]";
const MULTIPLIER = "(?:百万|千万|万亿|[十百千万亿拾佰仟萬億])";
const MORE = "[余多来几]";
/** A number with its own 余, and the units behind it: 128万余, 20余万, 三千多, 3万5千. */
const NUMBER = `(?:(?:${ARABIC})(?:\\s{0,2}(?:个)?(?:${MORE})?${MULTIPLIER}(?:(?:${ARABIC})(?=${MULTIPLIER}))?){0,8}(?:[wWkK](?![A-Za-z])|(?<=[百千万亿])(?:[1-9](?![0-9０-９.．,，]))|(?<=[千万亿])半)?|半个?(?=[百千万亿])${CHINESE}{1,3}|${CHINESE}{1,20}(?:(?:个(?:${MORE})?|${MORE})${CHINESE}{1,12}){0,3}(?:(?<=[千万亿])半)?)(?:${MORE})?`;
const VAGUE = "(?:数|几|上|好几|成)(?:十|百|千|万|亿){1,4}";
const BEFORE =
  "(?:至少|不少于|不低于|不止|超过|超|逾|高达|多达|达|(?<![最附])近|将近|接近|约|大约|大概|约为|不到|不足|不满|小于|少于|不超过|最多|上)?";
const AFTER = "(?:[+＋]|以上|以下|左右|上下|许)?";
const COINS = "泰达币|比特币|以太币|以太坊|USDT|BTC|ETH";
const CURRENCY_BEFORE = `(?:人民币|美元|美金|港币|港元|新台币|台币|欧元|英镑|日元|日币|韩元|韩币|澳元|澳门元|澳门币|RMB|US\\$|HK\\$|[¥￥$€£]|${COINS})?`;
/** 三毛钱, 每条5角的价格: the price of one item in the everyday way. */
const SMALL_COINS = "[毛角](?:钱|(?=(?:一|每|/)(?:条|个|组|份)|的?价格|不等))|分钱";
const MONEY = `(?:(?:[个枚])?(?:${COINS})|美元|美金|港币|港元|新台币|台币|欧元|英镑|日元|日币|韩元|韩币|卢布|澳元|澳门元|澳门币|加元|新加坡元|泰铢|(?:块钱|块|元|圆)(?:人民币|美元|美金|港币|港元|新台币|台币|欧元|英镑|日元|日币|韩元|韩币|澳元|澳门币|整)?|人民币(?!\\s{0,2}[0-9０-９])|${SMALL_COINS})`;
const COUNTER =
  "(?:人次|余条|条|组|个|份|名|人|次|张|部|台|套|户|枚|起|篇|件|组|单|笔|页|家|位|对|枚|行(?![为政业动者人程踪李驶贿规])|公里|GB|MB|TB|G|M|%|％|‰)";
const PATTERN = `(?<currency>${CURRENCY_BEFORE})\\s{0,2}(?<before>${BEFORE})\\s{0,2}(?:(?<first>${NUMBER})\\s{0,2}(?:-|－|—|~|～|至|到)\\s{0,2})?(?<number>${NUMBER}|${VAGUE})\\s{0,2}(?<after>${AFTER})\\s{0,2}(?<unit>${MONEY}|${COUNTER})?(?:(?<=[元块])(?<jiao>${ARABIC}|${CHINESE})[角毛](?:钱)?)?(?:(?<=[元块角毛])(?<fen>${ARABIC}|${CHINESE})分(?:钱)?)?(?<late>${AFTER})`;
const QUANTITY = new RegExp(PATTERN, "y");
const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: "CNY",
  RMB: "CNY",
  "¥": "CNY",
  "￥": "CNY",
  $: "USD",
  US$: "USD",
  HK$: "HKD",
  "€": "EUR",
  "£": "GBP",
  元: "CNY",
  圆: "CNY",
  块: "CNY",
  块钱: "CNY",
  美元: "USD",
  美金: "USD",
  港币: "HKD",
  港元: "HKD",
  新台币: "TWD",
  台币: "TWD",
  欧元: "EUR",
  英镑: "GBP",
  日元: "JPY",
  日币: "JPY",
  韩元: "KRW",
  韩币: "KRW",
  澳门元: "MOP",
  澳门币: "MOP",
  卢布: "RUB",
  澳元: "AUD",
  加元: "CAD",
  新加坡元: "SGD",
  泰铢: "THB",
  泰达币: "USDT",
  USDT: "USDT",
  比特币: "BTC",
  BTC: "BTC",
  以太币: "ETH",
  以太坊: "ETH",
  ETH: "ETH",
};
const LESS = /^(?:不到|不足|不满|小于|少于|不超过|最多|近|将近|接近)$/;
const ABOUT = /^(?:约|大约|大概|约为)$/;

/** Every number with a unit, or money, in the order of the text; numbers without a unit only where `bare` is asked for. */
export function findQuantities(text: string, { bare = false } = {}): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < text.length; ) {
    if (!mayBegin(text, at, bare)) {
      at++;
      continue;
    }
    QUANTITY.lastIndex = at;
    const match = QUANTITY.exec(text);
    at = match === null ? at + 1 : at + match[0].length;
    if (match === null) continue;
    const { currency = "", before = "", first, number = "", after = "", unit = "", late = "", jiao, fen } = match.groups ?? {};
    if (unit === "" && currency === "" && !bare) continue;
    const from = match.index + (match[0].length - match[0].trimStart().length);
    // 第二百五十三条, 刑法第253条 and 253条之一 name provisions, not numbers of items.
    if (
      unit === "条" &&
      (/(?:第|法|解释|规定)$/.test(text.slice(Math.max(0, from - 2), from)) || text.startsWith("之", match.index + match[0].length))
    )
      continue;
    const quantity = buildQuantity({ currency, before, first, number, after: after || late, unit });
    if (quantity === null) continue;
    const cents = (readPart(jiao) * 10 + readPart(fen)) / 100;
    const raw = match[0].trim();
    found.push({ ...addCents(scaleCoins(quantity), cents), text: raw, from, to: from + raw.length });
  }
  return withFractions(text, found);
}

/** 三毛钱 is 0.3 of money, 5分钱 0.05. */
function scaleCoins<T extends Pick<Quantity, "value" | "least" | "most" | "unit">>(quantity: T): T {
  const scale = /^[毛角]/.test(quantity.unit) ? 10 : quantity.unit === "分钱" ? 100 : 1;
  if (scale === 1) return quantity;
  return {
    ...quantity,
    value: quantity.value / scale,
    least: quantity.least / scale,
    most: quantity.most === null ? null : quantity.most / scale,
  };
}

/** Shares among the quantities; what stands in one (三分之一条) is no number of its own. */
function withFractions(text: string, found: readonly Quantity[]): Quantity[] {
  const fractions = findFractions(text);
  if (fractions.length === 0) return [...found];
  const shares = fractions.map(
    ({ value, ...rest }): Quantity => ({ ...rest, value, least: value, most: value, approximate: false, currency: null }),
  );
  const spans = shares.map(({ from, to }) => ({ from, to }));
  let next = 0;
  const others = found.filter(({ from, to }) => {
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next++;
    const span = spans[next];
    return span === undefined || span.from >= to;
  });
  return [...others, ...shares].sort((a, b) => a.from - b.from);
}

function readPart(written: string | undefined): number {
  return written === undefined ? 0 : (parseNumeral(written)?.value ?? 0);
}

/** 一百二十三元一角一分: tenths and hundredths behind the unit of money. */
function addCents<T extends Pick<Quantity, "value" | "least" | "most">>(quantity: T, cents: number): T {
  if (cents === 0) return quantity;
  const add = (value: number) => Math.round((value + cents) * 100) / 100;
  return { ...quantity, value: add(quantity.value), least: add(quantity.least), most: quantity.most === null ? null : add(quantity.most) };
}

type Parts = {
  readonly currency: string;
  readonly before: string;
  readonly first: string | undefined;
  readonly number: string;
  readonly after: string;
  readonly unit: string;
};

function buildQuantity({ currency, before, first, number, after, unit }: Parts): Omit<Quantity, "text" | "from" | "to"> | null {
  // 万余条, 近万条: one 万. Alone it is the unit of a number that stands elsewhere (单位：万元); 000条 is the end of a number that was cut.
  const isLone = /^[万亿萬億]/.test(number);
  if ((isLone && before === "" && !new RegExp(MORE).test(number)) || /^[0０][0-9０-９]/.test(number)) return null;
  const range = readNumber(isLone ? `一${number}` : number);
  if (range === null) return null;
  const sense = { unit: /^余/.test(unit) ? unit.slice(1) : unit, currency: currencyOf(currency, unit) };
  if (first !== undefined) {
    const start = readNumber(first);
    if (start === null) return null;
    // 两到三万, 一千到两千万: the unit of the second number that the first leaves out is meant for both.
    const begin = start.value * sharedScale(first, number);
    const end = range.most ?? range.value;
    const [least, most] = [Math.min(begin, end), Math.max(begin, end)];
    return { value: least, least, most, approximate: true, ...sense };
  }
  const { value } = range;
  if (/以下$/.test(after) || LESS.test(before)) return { value, least: 0, most: value, approximate: true, ...sense };
  if (/(?:以上|[+＋])$/.test(after) || /^(?:至少|不少于|不低于|不止|超过|超|逾)$/.test(before))
    return { value, least: value, most: null, approximate: true, ...sense };
  if (range.most !== value) return { value, least: value, most: range.most, approximate: true, ...sense };
  const approximate = ABOUT.test(before) || /^(?:左右|上下|许)$/.test(after) || range.vague || before === "上";
  return { value, least: value, most: approximate ? null : value, approximate, ...sense };
}

type Read = { readonly value: number; readonly most: number | null; readonly lastUnit: number; readonly vague: boolean };

/** A numeral with 余, 多, 几 (more, less than the next of its unit) or two digits side by side (八九亿, 三五百). */
function readNumber(written: string): Read | null {
  const text = written.replace(/\s/g, "");
  const vague = new RegExp(`^${VAGUE}$`).exec(text)?.[0];
  if (vague !== undefined) {
    const unit = parseNumeral(`一${vague.replace(/^(?:好几|[数几上成])/, "")}`);
    return unit === null ? null : { value: unit.value, most: unit.value * 10, lastUnit: unit.lastUnit, vague: true };
  }
  const pair = /^([一二两三四五六七八九])([一二两三四五六七八九])([十百千万亿]*)$/.exec(text);
  if (pair?.[1] && pair[2] && pair[3] !== undefined) {
    const [least, most] = [parseNumeral(pair[1] + pair[3]), parseNumeral(pair[2] + pair[3])];
    if (least !== null && most !== null && most.value > least.value)
      return { value: least.value, most: most.value, lastUnit: least.lastUnit, vague: true };
  }
  const sign = new RegExp(MORE).exec(text);
  if (sign === null) {
    const plain = parseNumeral(text);
    return plain === null ? null : { ...plain, most: plain.value, vague: false };
  }
  // 20余万: the number before 余, then its unit; 128万余: more than the last unit written.
  const tail = text.slice(sign.index + 1);
  // 2亿7千余万: the unit behind 余 is that of what stands behind the last 亿.
  const large = tail === "" ? "" : (/^.*[亿億](?=.)/.exec(text.slice(0, sign.index))?.[0] ?? "");
  const above = large === "" ? 0 : (parseNumeral(large)?.value ?? 0);
  const head = parseNumeral(text.slice(large.length, sign.index));
  if (head === null) return null;
  const unit = tail === "" ? 1 : (parseNumeral(`一${tail}`)?.value ?? null);
  if (unit === null) return null;
  // 1.3亿余万: nobody counts 亿 of 万; the smaller unit behind the larger is a slip.
  const scale = head.lastUnit > unit ? 1 : unit;
  const value = above + head.value * scale;
  return {
    value,
    most: value + lastPlace(text.slice(0, sign.index), head.lastUnit) * scale,
    lastUnit: head.lastUnit * scale,
    vague: true,
  };
}

/** One of the last place that is written: 3000 → 1000, 5100 → 100, 三千 → 1000, 128万 → 10,000. */
function lastPlace(text: string, lastUnit: number): number {
  const decimals = /[.．]([0-9０-９]+)/.exec(text)?.[1]?.length ?? 0;
  if (decimals > 0) return lastUnit / 10 ** decimals;
  const zeros = /(?:^|[^0])(0+)$/.exec(text)?.[1]?.length ?? 0;
  return lastUnit * 10 ** zeros;
}

function sharedScale(first: string, second: string): number {
  const [own, whole] = [first, second].map(
    (text) => new RegExp(`(?:${MULTIPLIER}|[wWkK])+$`).exec(text.replace(/[余多来几]/g, ""))?.[0] ?? "",
  );
  if (own === undefined || whole === undefined || !whole.startsWith(own) || whole === own) return 1;
  return parseNumeral(`一${whole.slice(own.length)}`)?.value ?? 1;
}

function currencyOf(before: string, unit: string): string | null {
  const named = /(人民币|美元|美金|港币|港元|新台币|台币|欧元|英镑|日元|日币|韩元|韩币|澳元|澳门币)$/.exec(unit)?.[1];
  if (named !== undefined) return CURRENCIES[named] ?? null;
  if (before !== "") return CURRENCIES[before] ?? null;
  if (/^(?:[毛角]|分钱)/.test(unit)) return "CNY";
  return CURRENCIES[unit.replace(/整$|^[个枚](?=.{3})/, "")] ?? null;
}
