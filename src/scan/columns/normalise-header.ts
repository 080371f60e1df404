import { foldText } from "#scan/text/fold-text.ts";
import { stripCell } from "#scan/text/strip-cell.ts";

/** A header as it is compared: folded, lower case, camelCase and snake_case run together, without white space, brackets, and signs. */
export function normaliseHeader(header: string): string {
  return stripCell(foldText(header))
    .text.toLowerCase()
    .replace(/[\s_.:：*#()（）【】[\]"'`]+/g, "");
}
