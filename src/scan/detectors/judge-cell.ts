import type { Finding } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";

/**
 * Findings in one cell of a column of `kind`. Placeholders and service numbers give none; every other value is one finding, valid,
 * damaged or invalid, of this kind or (when it is valid as another kind) of that other kind. Several values in a cell give several
 * findings. Offsets are UTF-16 code units of `cell` as given.
 */
export function judgeCell(kind: Kind, cell: string): Finding[] {
  return cell === "" || kind === "name" ? [] : [];
}
