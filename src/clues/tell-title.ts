import type { ClueTrack } from "#clues/clues.contract.ts";

type Words = { readonly zh: string; readonly en: string };

/** What the machine calls a prompt of a track, before the name of the document. */
export const PROMPT_TITLES = {
  "incidental-civil-pil": { zh: "刑事附带民事公益诉讼", en: "Incidental civil PIL" },
  "civil-pil": { zh: "民事公益诉讼", en: "Civil PIL" },
  "administrative-pil": { zh: "行政公益诉讼", en: "Administrative PIL" },
  criminal: { zh: "刑事", en: "Criminal track" },
  recommendation: { zh: "检察建议", en: "Recommendation" },
} as const satisfies Record<ClueTrack, Words>;

/** The reminder of the source, which is no track's own. */
export const REMINDER_TITLE = { zh: "追查个人信息来源", en: "Trace the source of the information" } as const;

/** A title without what the machine calls the prompt's track: what is left names the matter, whatever tracks it is taken up on. */
export function tellMatter(title: string): string {
  const found = startOf(title);
  return found === undefined ? title : title.slice(found.zh.length + 1);
}

/** A title in both languages: where it begins as the machine begins one, the beginning is told in English; what a person or a document wrote stays as it is. */
export function tellTitle(title: string): Words {
  const found = startOf(title);
  return { zh: title, en: found === undefined ? title : `${found.en}: ${title.slice(found.zh.length + 1)}` };
}

function startOf(title: string): Words | undefined {
  return [REMINDER_TITLE, ...Object.values(PROMPT_TITLES)].find(({ zh }) => title.startsWith(`${zh}：`));
}
