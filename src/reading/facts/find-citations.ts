import { parseNumeral } from "#numerals/parse-numeral.ts";
import type { CitedProvision } from "#reading/reading.contract.ts";

const NUMBER = "(?:[零〇○一二两三四五六七八九十百千]{1,12}|[\\d０-９]{1,5})";
const AND = "[、，,和及与]";
/** Laws as they are named without signs of a title, the short ones too. */
const BARE =
  "刑法|刑事诉讼法|刑诉法|民法典|民法总则|民法通则|民事诉讼法|民诉法|行政诉讼法|行诉法|行政处罚法|个人信息保护法|个保法|网络安全法|数据安全法|反电信网络诈骗法|消费者权益保护法|未成年人保护法|治安管理处罚法|道路交通安全法|侵权责任法";
/** The law named before: 该法第…, 同法第…, 上述解释第…. */
const SAME = "该(?:法|解释|规定|条例)|同法|(?:上述|前述)(?:司法)?(?:法律|解释|规定)";
const LAW = new RegExp(
  `《((?:[^《》]|《[^《》]{1,60}》){2,120})》|[﹤<＜〈]{2}([^﹤﹥<>＜＞〈〉]{2,60})[﹥>＞〉]{2}|[“"](?:中华人民共和国)?(${BARE})[”"](?=第)|(?:中华人民共和国)?(?:(${BARE})|(${SAME}))(?=(?:[（(][^（）()]{1,20}[）)])?\\s?第\\s?${NUMBER}\\s?(?:条|[、，]))`,
  "g",
);
/** Between two articles of one law: signs, （坦白）, the article's own heading (第四十二条拘役的期限、第五十二条), or its words in quotes. */
const BETWEEN =
  /(?:[（(][^（）()]{1,30}[）)]|[：:]?[“"][^“”"]{1,600}[”"]|(?!第|至第|[零一二两三四五六七八九十百千]+条)[\p{Script=Han}]{1,12}(?=[、，]第))?(?:[、，,；;\s和及与至]|以及|并|参照|依照|根据|适用){0,6}/uy;
const RANGE = /^\s?至\s?$/;
const LONGEST_RANGE = 12;
/** 《中华人民共和国刑事诉讼法》的解释第七十七条 is no article of the law itself. */
const OF_THE_LAW = /^的(?:解释|决定|规定)/;
const ONE = `(?:第)?[（(]?${NUMBER}[）)]?`;
const PARAGRAPHS = `${ONE}(?:${AND}${ONE}){0,8}款`;
const ITEMS = `${ONE}(?:${AND}?${ONE}){0,12}项`;
/** 第六十四、六十七条: the article's own sign stands behind the last. */
const LISTED = `(?=(?:[、，,和及]${NUMBER}){1,6}条)`;
/** 第二百五十三条之一第一、三款, 第五条第一款第（三）项、第二款, and 第二十五条一款 as it is sometimes written. */
const ARTICLE = new RegExp(
  `(?:第\\s?(${NUMBER})\\s?(?:条|(?=第${NUMBER}款)|${LISTED})|(?<=[、，,和及》])((?:[零〇一二两三四五六七八九十百千]{1,12}|(?<=[\\d０-９]、)[\\d０-９]{1,3})(?=条|${LISTED}))(?:条)?)(?:之(${NUMBER})(?:条(?=[第、，,；;之和及]))?)?((?:${AND}?\\s?(?:${PARAGRAPHS}(?:的?${ITEMS})?|${ITEMS}))*)`,
  "y",
);
const PART = new RegExp(`(${PARAGRAPHS})?(?:的?(${ITEMS}))?`, "g");
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/刑事诉讼法|刑诉法/, "刑事诉讼法"],
  [/刑法(?!修正)/, "刑法"],
  [/民事诉讼法|民诉法/, "民事诉讼法"],
  [/行政诉讼法|行诉法/, "行政诉讼法"],
  [/民法典/, "民法典"],
  [/个人信息保护法|个保法/, "个人信息保护法"],
  [/网络安全法/, "网络安全法"],
];
const ALIAS = /^(?:[（(][^（）()《》]{0,20})?以下(?:简称|称)[为：:]?[《“"]?([^《》“”"（）()]{2,20})/;

/**
 * 引用的法条 every article cited, with the law it is of: a law is named once and its articles follow, over as many commas as there are. A short name that the
 * document itself introduces (以下简称《解释》) stands for its law.
 */
export function findCitations(text: string): CitedProvision[] {
  const found: CitedProvision[] = [];
  const aliases = new Map<string, string>();
  const named: string[] = [];
  for (const match of text.matchAll(LAW)) {
    const [whole, titled, signed, quoted, bare, same] = match;
    const written = titled ?? signed ?? quoted ?? bare;
    let at = match.index + whole.length;
    const of = written === undefined ? "" : (OF_THE_LAW.exec(text.slice(at, at + 3))?.[0] ?? "");
    const law = written === undefined ? findNamed(named, same ?? "") : (aliases.get(written) ?? shortName(written + of));
    // 该法 where no law was named is nobody's.
    if (law === undefined) continue;
    if (written !== undefined) named.push(law);
    at += of.length;
    const behind = text.slice(at, at + 48);
    const alias = ALIAS.exec(behind)?.[1];
    if (alias !== undefined) aliases.set(alias, law);
    // 《…刑法》（2017年修正）第…, 《…解释》（以下简称《解释》）第…
    at += /^(?:[（(](?:[^（）()]|《[^《》]{1,20}》){1,40}[）)])?/.exec(behind)?.[0].length ?? 0;
    for (;;) {
      BETWEEN.lastIndex = at;
      const gap = BETWEEN.exec(text)?.[0].length ?? 0;
      ARTICLE.lastIndex = at + gap;
      const article = ARTICLE.exec(text);
      if (article === null) break;
      const provisions = buildProvisions(law, article, at + gap);
      if (RANGE.test(text.slice(at, at + gap))) found.push(...fillRange(found.at(-1), provisions[0]));
      found.push(...provisions);
      at = at + gap + article[0].length;
    }
  }
  return found;
}

/** The last law named that 该法, 该解释 or 上述规定 may mean. */
function findNamed(named: readonly string[], same: string): string | undefined {
  const kind = /解释|规定|条例/.exec(same)?.[0];
  return named.findLast((law) => (kind === undefined ? /法(?:典|总则|通则)?$/.test(law) : law.includes(kind)));
}

/** 第七十二条至第七十四条: the articles between, at the place of the last. */
function fillRange(first: CitedProvision | undefined, last: CitedProvision | undefined): CitedProvision[] {
  if (first === undefined || last === undefined) return [];
  const count = Number(last.article) - Number(first.article) - 1;
  if (!(count > 0 && count <= LONGEST_RANGE)) return [];
  return Array.from({ length: count }, (_, index) => ({
    ...last,
    article: String(Number(first.article) + index + 1),
    paragraph: null,
    item: null,
  }));
}

function buildProvisions(law: string, article: RegExpExecArray, from: number): CitedProvision[] {
  const [whole, first, later, sub, parts = ""] = article;
  const value = parseNumeral(first ?? later ?? "")?.value;
  if (value === undefined) return [];
  const name = sub === undefined ? String(value) : `${value}之${sub}`;
  const base = { law, article: name, from, to: from + whole.length };
  const provisions: CitedProvision[] = [...parts.matchAll(PART)].flatMap(([part, paragraphs, items]): CitedProvision[] => {
    if (part === "") return [];
    const listed = paragraphs === undefined ? [null] : numbersOf(paragraphs);
    return listed.flatMap((paragraph, index): CitedProvision[] =>
      items !== undefined && index === listed.length - 1
        ? numbersOf(items).map((item) => ({ ...base, paragraph, item }))
        : [{ ...base, paragraph, item: null }],
    );
  });
  return provisions.length === 0 ? [{ ...base, paragraph: null, item: null }] : provisions;
}

function numbersOf(list: string): number[] {
  return [...list.matchAll(new RegExp(NUMBER, "g"))].flatMap(([number]) => parseNumeral(number)?.value ?? []);
}

function shortName(name: string): string {
  const plain = name.replace(/[〈〉《》<>]/g, "");
  return /解释|规定|意见|批复|通知|决定|修正案/.test(plain) ? plain : (SHORT.find(([pattern]) => pattern.test(plain))?.[1] ?? plain);
}
