import { separateFigures } from "#web/design/number/number.ts";
import type { Language } from "#web/design/text/text.ts";

const FACT_WORDS: Readonly<Record<string, string>> = { 是: "yes", 否: "no", 未知: "unknown" };

/** What a ground has or needs, in the reader's language, thousands separated. */
export function wordOfFact(fact: string, language: Language): string {
  return language === "en" ? (FACT_WORDS[fact] ?? separateFigures(fact)) : separateFigures(fact);
}

/** The limb as lawyers cite it: 第五条第一款第三项, in English "art. 5(1)(3)"; the instrument stands below the table. */
export function nameOfProvision(provision: string, limb: string, language: Language): string {
  const parts = /^(\d+)((?:-\d+)+)$/.exec(limb);
  if (language === "en" && parts !== null) return `art. ${parts[1]}${(parts[2] ?? "").replace(/-(\d+)/g, "($1)")}`;
  return provision.replace(/^法释〔2017〕10号\s*/, "");
}
