import type { Words } from "#web/design/text/text.ts";

/** 批次的叫法: `count-A`, prefilled from a count, and `s1`, added by hand, are ids of the program; a set of a table of deliveries bears the name a person gave. */
export function nameOfSet(id: string): Words {
  const tier = /^count-([ABC])$/.exec(id)?.[1];
  if (tier !== undefined) return { zh: `统计所得 ${tier} 档`, en: `tier ${tier} of the count` };
  const nth = /^s(\d+)$/.exec(id)?.[1];
  return nth === undefined ? { zh: id, en: id } : { zh: `第 ${nth} 批`, en: `set ${nth}` };
}
