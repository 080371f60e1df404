import { parseNumeral } from "#numerals/parse-numeral.ts";
import type { CitedProvision } from "#reading/reading.contract.ts";

const NUMBER = "(?:[零〇一二两三四五六七八九十百千]{1,12}|\\d{1,5})";
const AND = "[、，,和及与]";
const LAW =
  /《((?:[^《》]|《[^《》]{1,60}》){2,120})》|(?:中华人民共和国)?(刑法|刑事诉讼法|民法典|民法总则|民事诉讼法|行政诉讼法|个人信息保护法|网络安全法|数据安全法|反电信网络诈骗法)(?=(?:[（(][^（）()]{1,20}[）)])?第)/g;
/** Between two articles of one law: signs, （坦白）, the article's own heading (第四十二条拘役的期限、第五十二条), or its words in quotes. */
const BETWEEN =
  /(?:[（(][^（）()]{1,30}[）)]|[：:]?[“"][^“”"]{1,600}[”"]|(?!第|[零一二两三四五六七八九十百千]+条)[\p{Script=Han}]{1,12}(?=[、，]第))?(?:[、，,；;\s和及与]|以及|并|参照|依照|根据|适用){0,6}/uy;
const PARAGRAPHS = `(?:第)?${NUMBER}(?:${AND}(?:第)?${NUMBER})*款`;
const ITEMS = `(?:第)?[（(]?${NUMBER}[）)]?(?:${AND}(?:第)?[（(]?${NUMBER}[）)]?)*项`;
/** 第二百五十三条之一第一、三款, 第五条第一款第（三）项、第二款, and 第二十五条一款 as it is sometimes written. */
const ARTICLE = new RegExp(
  `(?:第\\s?(${NUMBER})\\s?(?:条|(?=第${NUMBER}款))|(?<=[、，,和及》])([零〇一二两三四五六七八九十百千]{1,12})条)(?:之(${NUMBER})(?:条(?=[第、，,；;之和及]))?)?((?:${AND}?(?:${PARAGRAPHS}(?:的?${ITEMS})?|${ITEMS}))*)`,
  "y",
);
const PART = new RegExp(`(${PARAGRAPHS})?(?:的?(${ITEMS}))?`, "g");
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/刑事诉讼法/, "刑事诉讼法"],
  [/刑法(?!修正)/, "刑法"],
  [/民事诉讼法/, "民事诉讼法"],
  [/行政诉讼法/, "行政诉讼法"],
  [/民法典/, "民法典"],
  [/个人信息保护法/, "个人信息保护法"],
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
  for (const match of text.matchAll(LAW)) {
    const written = match[1] ?? match[2] ?? "";
    const law = aliases.get(written) ?? shortName(written);
    let at = match.index + match[0].length;
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
      found.push(...buildProvisions(law, article, at + gap));
      at = at + gap + article[0].length;
    }
  }
  return found;
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
