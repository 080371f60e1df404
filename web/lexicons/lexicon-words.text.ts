import { VALUE_WORDS } from "#case-documents/fact-words.data.ts";
import type { TermChange } from "#reading/terms/change-terms.ts";
import type { TermList } from "#reading/terms/lexicon.ts";
import { FIELD_WORDS } from "#web/clues/clue-words.text.ts";
import type { Words } from "#web/design/text/text.ts";

/** The three axes and the lists of each. */
export const AXES = {
  crime: ["conducts", "downstream"],
  field: ["fields", "groups"],
  industry: ["industries"],
} as const satisfies Record<string, readonly TermList[]>;
export type Axis = keyof typeof AXES;
export const AXIS_NAMES = ["crime", "field", "industry"] as const satisfies readonly Axis[];

/** The axis of the address; the crimes where it names none. */
export function axisOf(asked: string | undefined): Axis {
  return AXIS_NAMES.find((known) => known === asked) ?? "crime";
}

export const LIST_WORDS = {
  conducts: { zh: "行为", en: "conduct" },
  downstream: { zh: "用途", en: "use" },
  fields: { zh: "领域", en: "field" },
  groups: { zh: "群体", en: "group" },
  industries: { zh: "行业", en: "industry" },
} as const satisfies Record<TermList, Words>;

export function wordsOfTermValue(list: string, value: string): Words {
  return (list === "fields" ? FIELD_WORDS[value] : VALUE_WORDS[value]) ?? { zh: value, en: value };
}

/** `行为 · 出售` */
export function wordsOfPlace({ list, value }: { readonly list: TermList; readonly value: string }): Words {
  const [kind, what] = [LIST_WORDS[list], wordsOfTermValue(list, value)];
  return { zh: `${kind.zh} · ${what.zh}`, en: `${kind.en} · ${what.en}` };
}

/** 变更 as one sentence. */
export function tellChange(change: TermChange): Words {
  const { term, list } = change;
  const place = wordsOfPlace(change);
  switch (change.type) {
    case "add":
      return {
        zh: `增加“${term}”（${place.zh}${change.slang ? "，黑话" : ""}）`,
        en: `add "${term}" (${place.en}${change.slang ? ", black talk" : ""})`,
      };
    case "retire":
      return { zh: `停用“${term}”（${place.zh}）`, en: `retire "${term}" (${place.en})` };
    case "restore":
      return { zh: `恢复“${term}”（${place.zh}）`, en: `restore "${term}" (${place.en})` };
    case "move": {
      const to = wordsOfTermValue(list, change.to);
      return { zh: `“${term}”由${place.zh}移到${to.zh}`, en: `move "${term}" from ${place.en} to ${to.en}` };
    }
    case "mark":
      return change.slang
        ? { zh: `“${term}”标为黑话（${place.zh}）`, en: `mark "${term}" as black talk (${place.en})` }
        : { zh: `“${term}”取消黑话标记（${place.zh}）`, en: `unmark "${term}" as black talk (${place.en})` };
  }
}

/** The name of a lexicon as a reading keeps it (`crime 2026-11-25, field 2026-11-25; 990102 v3`), told; axes of one day are told as one. */
export function tellLexicon(name: string): Words {
  const [shipped = "", office] = name.split("; ");
  const days = new Set(shipped.split(", ").map((axis) => axis.replace(/^(crime|field|industry) /, "")));
  const [day] = days;
  const own = /^(\S+) v(\d+)$/.exec(office ?? "");
  const inChinese = shipped
    .replaceAll("crime ", "罪 ")
    .replaceAll("field ", "领域 ")
    .replaceAll("industry ", "行业 ")
    .replaceAll(", ", "、");
  return {
    zh: `自带 ${days.size === 1 ? day : inChinese}${own === null ? "" : `，${own[1]} 院第 ${own[2]} 版`}`,
    en: `shipped ${days.size === 1 ? day : shipped}${own === null ? "" : `, version ${own[2]} of office ${own[1]}`}`,
  };
}
