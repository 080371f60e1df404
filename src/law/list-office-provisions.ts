import type { LibraryEntry, LibraryLaw } from "#law/law.contract.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** What an amount that each place fixes is called, by the end of its name. */
const AMOUNTS: readonly (readonly [string, { readonly zh: string; readonly en: string }])[] = [
  ["-especially-huge", { zh: "数额特别巨大", en: "especially huge" }],
  ["-huge", { zh: "数额巨大", en: "huge" }],
  ["-large", { zh: "数额较大", en: "relatively large" }],
];

function nameOfStandard(standard: string): { zh: string; en: string } {
  const known = AMOUNTS.find(([end]) => standard.endsWith(end))?.[1];
  return known === undefined ? { zh: standard, en: standard } : { zh: known.zh, en: `${known.en} amount` };
}

/** 本院地方规定 what the office's own files fix or add, every version, as a law of the library; the national provisions stand beside it unchanged. */
export function listOfficeProvisions({ offences }: Provisions): LibraryLaw[] {
  const articles = [...offences.values()].flatMap(({ title, office }) =>
    office.map(({ id, region, issuer, cite, inForce, standards, limbs }) => {
      const common = { inForce, local: { id, region, issuer, cite } };
      const amounts = standards.map(({ standard, amount }): LibraryEntry => {
        const name = nameOfStandard(standard);
        const meaning = {
          zh: `${name.zh}：${amount.toLocaleString("en-US")} 元以上，在国家幅度内确定的${region.zh}标准（${issuer.zh}）。`,
          en: `${name.en}: ${amount.toLocaleString("en-US")} yuan or more, the standard of ${region.en} within the national range (${issuer.en}).`,
        };
        return { ...common, id: `${id} ${standard}`, cite, meaning, band: null, unconfirmed: false };
      });
      const own = limbs.map(
        (limb): LibraryEntry => ({
          ...common,
          id: `${id} ${limb.id}`,
          cite: limb.cite,
          meaning: limb.meaning,
          band: limb.band,
          unconfirmed: limb.unconfirmed === true,
        }),
      );
      const heading = { zh: `${title.zh} · ${region.zh}（${issuer.zh}）`, en: `${title.en} · ${region.en} (${issuer.en})` };
      return { id, title: heading, entries: [...amounts, ...own] };
    }),
  );
  const heading = { zh: "本院载入的地方规定（非全国标准）", en: "Local provisions of this office (not of the whole country)" };
  return articles.length === 0 ? [] : [{ id: "office", title: heading, articles }];
}
