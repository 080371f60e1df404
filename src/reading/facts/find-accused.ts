/** 被告人柳某，男，1995年…出生: the entry by which a document introduces an accused person. */
const ENTRY =
  /(?:被告人|犯罪嫌疑人|被不起诉人|上诉人|被告)(?:（[^）]{1,12}）|\([^)]{1,12}\))?[：:]?\s?([\p{Script=Han}×＊*]{2,4})(?=[，,（(][^。\n]{0,24}?(?:男|女|出生|曾用名|绰号|网名|身份证))/gu;
/** The introduction stands at the head of a document; a long document is not searched to its end. */
const HEAD = 12_000;
/** 向乙某出售, 从乙某处购得: who stands behind these is dealt with and does not act. */
const DEALT_WITH = /(?:[向从由对跟系]|告知|(?<![分付转汇])给)$/;
/** 季某的下家: another, told by whom he belongs to. */
const WHOSE = /^的(?!行为|账户|银行)/;
const FOUND_WITH = /^[^，。；]{0,16}(?:提取|查获|扣押|搜查|恢复|起获)/;
const JOINED = /(?:[、和与及]|伙同|以及)(?:被告人|犯罪嫌疑人)?$/;
const TOGETHER = /(?:[二两三四五六七八九]|\d)(?:名)?(?:被告人|犯罪嫌疑人|人)(?:共同|共|合伙|合计|均)|共同/;

/** The accused persons in the order in which the document introduces them; empty where it introduces none. */
export function findAccused(text: string): string[] {
  return [...new Set([...text.slice(0, HEAD).matchAll(ENTRY)].map((match) => match[1] ?? ""))];
}

/**
 * Whose act a number tells, by the last accused named before it in its sentence (`told`): the `main` one, who was introduced first, or one of the `others`. Where they
 * act together it is the main one's. Null where fewer than two are accused or none is named.
 */
export function actorOf(told: string, accused: readonly string[]): "main" | "other" | null {
  const [main] = accused;
  if (main === undefined || accused.length < 2) return null;
  let end = told.length;
  for (;;) {
    const last = lastNamed(told.slice(0, end), accused);
    if (last === null) return null;
    const { name, at } = last;
    const before = told.slice(Math.max(0, at - 12), at).replace(/(?:被告人|犯罪嫌疑人)$/, "");
    const after = told.slice(at + name.length);
    if (WHOSE.test(after) || (DEALT_WITH.test(before) && !FOUND_WITH.test(after))) {
      end = at;
      continue;
    }
    if (name === main || TOGETHER.test(after)) return "main";
    if (!JOINED.test(told.slice(Math.max(0, at - 8), at))) return "other";
    end = at;
  }
}

function lastNamed(words: string, accused: readonly string[]): { readonly name: string; readonly at: number } | null {
  let best: { readonly name: string; readonly at: number } | null = null;
  for (const name of accused) {
    const at = words.lastIndexOf(name);
    if (at >= 0 && (best === null || at > best.at)) best = { name, at };
  }
  return best;
}
