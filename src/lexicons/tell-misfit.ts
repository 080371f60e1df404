import type { Misfit, TermChange } from "#reading/terms/change-terms.ts";

/** Why a change does not fit the terms there are, as a sentence. */
export function tellMisfit(misfit: Misfit, { term }: TermChange): { readonly zh: string; readonly en: string } {
  switch (misfit.kind) {
    case "exists":
      return {
        zh: `“${term}”在该类中已有（${misfit.value}）`,
        en: `"${term}" stands in this list already (${misfit.value})`,
      };
    case "unknown-value":
      return { zh: "该类中没有这个取值", en: "the list has no such value" };
    case "unknown-term":
      return { zh: `词库中没有“${term}”`, en: `the lexicon has no "${term}"` };
    case "retired":
      return { zh: `“${term}”已停用，可以恢复`, en: `"${term}" is retired; it can be restored` };
    case "not-retired":
      return { zh: `“${term}”没有停用`, en: `"${term}" is not retired` };
    case "no-change":
      return { zh: "与现状相同", en: "that is what it is already" };
  }
}
