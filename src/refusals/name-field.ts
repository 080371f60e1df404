import { FIELD_WORDS } from "#refusals/field-words.data.ts";

/**
 * 字段的叫法 `change.until` -> 结束日期, `items.1.count` -> 第2项的条数: what a refusal calls the field a person filled in. The place itself stays
 * in the detail of the refusal, for programs. What has no words here, or is no path of a contract (a file, a heading), stays as it is.
 */
export function nameField(place: string, language: "zh" | "en"): string {
  if (!/^[a-z]\w*(?:\.\w+|\[\w+\])*$/i.test(place)) return place;
  const parts = place.split(/[.[\]]+/).filter((part) => part !== "");
  const last = parts.findLast((part) => !/^\d+$/.test(part)) ?? "";
  const words = Object.hasOwn(FIELD_WORDS, last) ? FIELD_WORDS[last] : undefined;
  const at = parts.findLast((part) => /^\d+$/.test(part));
  if (words === undefined) return place;
  if (at === undefined) return words[language];
  const nth = Number(at) + 1;
  return language === "zh" ? `第${nth}项的${words.zh}` : `${words.en} (no. ${nth})`;
}
