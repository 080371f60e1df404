import { NAME_BEGINS, NAME_ENDS, UNIT_FORMS } from "#cross-checks/trait-kinds.data.ts";
import { segmentWords } from "#scan/text/segment-words.ts";

const LONGEST = 30;
/** What a name says besides its form: 临江市顺达快递 has 7. */
const SHORTEST = 4;
const FORM = new RegExp(UNIT_FORMS, "gu");
const NAME = /[\p{Script=Han}A-Za-z0-9()·&]*$/u;
/** Names made unreadable say nothing. */
const UNREADABLE = /某|×|\*|[xX]{2,}/;

/** 单位名称 names of units in one spelling, cut where the words before them cannot belong to a name. `folded`: half-width text. */
export function findUnitNames(folded: string): string[] {
  let from = 0;
  return [...folded.matchAll(FORM)].flatMap(({ 0: form, index }) => {
    const words = NAME.exec(folded.slice(Math.max(from, index - LONGEST), index))?.[0] ?? "";
    from = index + form.length;
    const core = words.length < SHORTEST ? "" : cutName(words);
    return core.length < SHORTEST || UNREADABLE.test(core) ? [] : [core + form.replace("有限责任公司", "有限公司")];
  });
}

/** The words behind the last one that ends what came before: 系临江顺达快递 -> 临江顺达快递. A bracket that is open, or was never opened, does not belong to it. */
function cutName(words: string): string {
  let name = "";
  for (const { text } of segmentWords(words.replace(NAME_BEGINS, "")))
    name = NAME_ENDS.has(text) || /^\d{1,4}年?$|^[月日]$/.test(text) ? "" : name + text;
  return name.replace(/^[^(]*\)/, "").replace(/\([^)]*$/, "");
}
