import { parseNumeral } from "#numerals/parse-numeral.ts";
import type { CitedProvision } from "#reading/reading.contract.ts";

const NUMBER = "[零〇一二两三四五六七八九十百千]+|\\d+";
const LAW =
  /《([^《》]{2,80})》|(?<![\p{Script=Han}])(刑法|刑事诉讼法|民法典|民法总则|民事诉讼法|行政诉讼法|个人信息保护法|网络安全法)(?=第)/gu;
const ARTICLE = new RegExp(
  `第(${NUMBER})条(?:之(${NUMBER}))?((?:(?:[、，和及]|以及)?(?:第)?(?:${NUMBER})款(?:第[（(]?(?:${NUMBER})[）)]?项)?|第[（(]?(?:${NUMBER})[）)]?项)*)`,
  "y",
);
const BETWEEN = /^[、，,；;\s和及与]*(?:以及|并|参照|依照|根据)?[、，,\s]*/;
const PARAGRAPH = new RegExp(`第?(${NUMBER})款((?:[、，]?第[（(]?(?:${NUMBER})[）)]?项)*)|第[（(]?(${NUMBER})[）)]?项`, "g");
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/刑事诉讼法/, "刑事诉讼法"],
  [/刑法(?!修正)/, "刑法"],
  [/民事诉讼法/, "民事诉讼法"],
  [/行政诉讼法/, "行政诉讼法"],
  [/民法典/, "民法典"],
  [/个人信息保护法/, "个人信息保护法"],
  [/网络安全法/, "网络安全法"],
];

/** 引用的法条 every article cited, with the law it is of: a law is named once and its articles follow, over as many commas as there are. */
export function findCitations(text: string): CitedProvision[] {
  const found: CitedProvision[] = [];
  for (const match of text.matchAll(LAW)) {
    const law = shortName(match[1] ?? match[2] ?? "");
    let at = match.index + match[0].length;
    // 《…刑法》（2017年修正）第…
    at += /^(?:[（(][^（）()]{1,20}[）)])?/.exec(text.slice(at, at + 24))?.[0].length ?? 0;
    for (;;) {
      const gap = BETWEEN.exec(text.slice(at, at + 12))?.[0].length ?? 0;
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
  const [whole, number = "", sub, parts = ""] = article;
  const value = parseNumeral(number)?.value;
  if (value === undefined) return [];
  const name = sub === undefined ? String(value) : `${value}之${sub}`;
  const base = { law, article: name, from, to: from + whole.length };
  const provisions = [...parts.matchAll(PARAGRAPH)].flatMap((part): CitedProvision[] => {
    const paragraph = part[1] === undefined ? null : (parseNumeral(part[1])?.value ?? null);
    const items = [...(part[2] ?? "").matchAll(new RegExp(`第[（(]?(${NUMBER})[）)]?项`, "g"))].map(
      (item) => parseNumeral(item[1] ?? "")?.value ?? null,
    );
    const alone = part[3] === undefined ? [] : [parseNumeral(part[3])?.value ?? null];
    const listed = [...items, ...alone];
    return listed.length === 0 ? [{ ...base, paragraph, item: null }] : listed.map((item) => ({ ...base, paragraph, item }));
  });
  return provisions.length === 0 ? [{ ...base, paragraph: null, item: null }] : provisions;
}

function shortName(name: string): string {
  return /解释|规定|意见|批复|通知|决定/.test(name) ? name : (SHORT.find(([pattern]) => pattern.test(name))?.[1] ?? name);
}
