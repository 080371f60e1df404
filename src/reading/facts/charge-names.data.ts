/**
 * 罪名的时间 the names of the charges of personal information and their time. 刑法第二百五十三条之一 as amended by 刑法修正案（九）, in force 2015-11-01, merged the two older
 * names into one. From when on the older names were used is not in our sources (`since: null`).
 */
export const AMENDED_ON = "2015-11-01";
const CITE = "刑法修正案（九）；刑法第二百五十三条之一";

export type ChargeTime = { readonly pattern: RegExp; readonly since: string | null; readonly until: string | null; readonly cite: string };
export const CHARGE_TIMES: readonly ChargeTime[] = [
  { pattern: /侵犯公民个人信息罪$/, since: AMENDED_ON, until: null, cite: CITE },
  { pattern: /(?:出售、非法提供|非法提供|出售|非法获取)公民个人信息罪$/, since: null, until: "2015-10-31", cite: CITE },
];
/** An act of the older time under the newer name: 刑法第十二条 decides (the old law unless the new one is lighter); its details have not been read in full. */
export const OLD_ACT_CITE = "刑法第十二条";
