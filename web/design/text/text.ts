/** A sentence in both languages; `{name}` marks a place that is filled. */
export type Words = { readonly zh: string; readonly en: string };
export type Language = keyof Words;
export type TextTable = Readonly<Record<string, Words>>;
type Fill = Readonly<Record<string, string | number>>;

/** The words in the given language, their braces filled; a brace without a value stays visible, so that it is noticed. */
export function fillWords(words: Words, language: Language, fill: Fill = {}): string {
  return words[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole));
}

/** 标点 the signs between words, which differ by language: a list, words behind a colon, words in brackets. */
export type Signs = {
  readonly list: (words: readonly string[]) => string;
  readonly pair: (name: string, words: string) => string;
  readonly aside: (words: string) => string;
};

/** Pure; `aside` brings its own blank before it where the language has one. */
export function signsOf(language: Language): Signs {
  return language === "zh"
    ? { list: (words) => words.join("、"), pair: (name, words) => `${name}：${words}`, aside: (words) => `（${words}）` }
    : { list: (words) => words.join(", "), pair: (name, words) => `${name}: ${words}`, aside: (words) => ` (${words})` };
}

/** A reader of one table of texts: `t("key", { n: 3 })`. */
export function readerOf<Table extends TextTable>(table: Table, language: Language) {
  return (key: keyof Table, fill?: Fill): string => {
    const words = table[key];
    return words === undefined ? String(key) : fillWords(words, language, fill);
  };
}
