import { looksLikeAddress } from "#scan/detectors/address/address.ts";
import { judgeBankCard } from "#scan/detectors/bank-card/bank-card.ts";
import { looksLikeCoordinatePair } from "#scan/detectors/coordinates/coordinates.ts";
import { findStrongKind } from "#scan/detectors/find-strong-kind.ts";
import { isIpv4, isIpv6 } from "#scan/detectors/ip/ip.ts";
import { JUDGES } from "#scan/detectors/judges.ts";
import { isMac } from "#scan/detectors/mac/mac.ts";
import { looksLikeName } from "#scan/detectors/name/name.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import type { Kind } from "#scan/kinds.ts";
import { compactNumber } from "#scan/text/compact-number.ts";
import { foldText } from "#scan/text/fold-text.ts";
import { isPlaceholder } from "#scan/text/placeholders.ts";
import { stripCell } from "#scan/text/strip-cell.ts";

/** The values of a column's sample that are no placeholders, folded and stripped, and for each kind the share that reads as it by itself. */
export type ColumnSample = {
  readonly values: readonly string[];
  /** share of the values, 0 to 1, that are of the kind by their own form */
  readonly shareOf: (kind: Kind) => number;
  /** the kind most values are of by their own form, and its share; null for no value of any kind */
  readonly strongest: { readonly kind: Kind; readonly share: number } | null;
};

/** Reads a column's cells for what they are by themselves, whatever the header says. */
export function sampleColumn(cells: readonly string[]): ColumnSample {
  const values = cells.map((cell) => stripCell(foldText(cell)).text).filter((text) => !isPlaceholder(text));
  const counts = new Map<Kind, number>();
  for (const value of values) {
    const kind = kindByItself(value);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const shareOf = (kind: Kind): number => (values.length === 0 ? 0 : (counts.get(kind) ?? 0) / values.length);
  let strongest: ColumnSample["strongest"] = null;
  for (const kind of counts.keys()) if (strongest === null || shareOf(kind) > strongest.share) strongest = { kind, share: shareOf(kind) };
  return { values, shareOf, strongest };
}

/** Share of the values that are valid as a kind, told that they ought to be. */
export function fitOf(sample: ColumnSample, kind: Kind): number {
  if (sample.values.length === 0) return 0;
  const fitting = sample.values.filter((value) => JUDGES[kind](value, LATEST_DATE)?.state === "valid");
  return Math.round((fitting.length / sample.values.length) * 10_000) / 10_000;
}

function kindByItself(value: string): Kind | null {
  if (value.length > 200) return null;
  const strong = findStrongKind(value, LATEST_DATE);
  if (strong !== null) return strong.kind;
  if (isMac(value)) return "mac";
  if (isIpv4(value) || isIpv6(value)) return "ip";
  if (looksLikeCoordinatePair(value)) return "coordinates";
  if (looksLikeName(value)) return "name";
  if (looksLikeAddress(value)) return "address";
  const compact = compactNumber(value);
  return /^\d{15,19}$/.test(compact) && judgeBankCard(compact).state === "valid" && !compact.startsWith("1") ? "bank-card" : null;
}
