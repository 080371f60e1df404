import type { MaskedName } from "#case-documents/mask-text.ts";

type Party = { readonly kind: "party"; readonly value: string; readonly qualifier: string; readonly from: number; readonly to: number };

/** 诉讼参与人 what stands right before a name and says the part its bearer has. */
const ROLES: readonly (readonly [string, RegExp])[] = [
  ["defendant", /(?:原审)?被告人[:：]?\s{0,4}$/],
  ["suspect", /(?:犯罪嫌疑人|被不起诉人|嫌疑人)[:：]?\s{0,4}$/],
  ["victim", /(?:被害人|受害人|被侵权人)[:：]?\s{0,4}$/],
  ["witness", /证人[:：]?\s{0,4}$/],
  ["appellant", /上诉人(?:（原审被告人）)?[:：]?\s{0,4}$/],
];
const REACH = 24;

/** Parties with their roles: names the masking found, behind a word that tells the part. The value is the masked name. */
export function findParties(text: string, names: readonly MaskedName[]): Party[] {
  return names.flatMap(({ from, to, masked }): Party[] => {
    const before = text.slice(Math.max(0, from - REACH), from);
    const role = ROLES.find(([, pattern]) => pattern.test(before))?.[0];
    return role === undefined ? [] : [{ kind: "party", value: masked, qualifier: role, from, to }];
  });
}
