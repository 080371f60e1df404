import type { LibraryEntry, LibraryLaw } from "#law/law.contract.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** 本院地方规定 what the office's own files fix or add, every version, as a law of the library; the national provisions stand beside it unchanged. */
export function listOfficeProvisions({ offences }: Provisions): LibraryLaw[] {
  const articles = [...offences.values()].flatMap(({ title, office }) =>
    office.map(({ id, region, issuer, cite, inForce, standards, limbs }) => {
      const common = { inForce, local: { id, region, issuer, cite } };
      const amounts = standards.map(({ standard, amount }): LibraryEntry => {
        const meaning = {
          zh: `${standard}：${amount} 元，在国家幅度内确定的${region.zh}标准（${issuer.zh}）。`,
          en: `${standard}: ${amount} yuan, the standard of ${region.en} within the national range (${issuer.en}).`,
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
