import type { TextTable } from "#web/design/text/text.ts";

export const definitionsFlipText = {
  title: { zh: "换一种口径，档次是否改变", en: "Would another definition change the band" },
  lead: {
    zh: "同一次统计的条数，按不同的条目定义、去重标准和是否剔除分别代入；其他事实不变。",
    en: "The numbers of the same count under other definitions of an item, other keys, with doubles or invalid items left in; all other facts stay.",
  },
  definition: { zh: "口径", en: "Definition" },
  valid: { zh: "不去重（有效条数）", en: "doubles left in (valid)" },
  seized: { zh: "不去重、不剔除（查扣条数）", en: "nothing taken out (seized)" },
  band: { zh: "档次", en: "Band" },
  atMost: { zh: "最高可至{band}", en: "could reach {band}" },
} as const satisfies TextTable;
