/** Three-valued answers: an unknown fact is a third answer, never "no". Each carries the fields that keep it undecided. */
export type Verdict = { readonly outcome: "met" | "not-met" | "unknown"; readonly missing: readonly string[] };

export const MET: Verdict = { outcome: "met", missing: [] };
export const NOT_MET: Verdict = { outcome: "not-met", missing: [] };

export function unknownFor(...missing: readonly string[]): Verdict {
  return { outcome: "unknown", missing };
}

/** As `unknownFor`, for a list that may be longer than a call takes arguments. */
export function unknownForAll(missing: readonly string[]): Verdict {
  return { outcome: "unknown", missing };
}

/** A fact as an answer: `null` and `undefined` are unknown because of `field`. */
export function verdictOf(fact: boolean | null | undefined, field: string): Verdict {
  if (fact === null || fact === undefined) return unknownFor(field);
  return fact ? MET : NOT_MET;
}

/** All of them: one "no" decides, whatever else is unknown. */
export function allOf(...verdicts: readonly Verdict[]): Verdict {
  return decide(verdicts, "not-met", NOT_MET, MET);
}

/** One of them: one "yes" decides, whatever else is unknown. */
export function anyOf(...verdicts: readonly Verdict[]): Verdict {
  return decide(verdicts, "met", MET, NOT_MET);
}

/** A loop, because it runs some fifty times an assessment. */
function decide(verdicts: readonly Verdict[], deciding: Verdict["outcome"], decided: Verdict, otherwise: Verdict): Verdict {
  let open: Verdict | undefined;
  let fields: string[] | undefined;
  for (const verdict of verdicts) {
    if (verdict.outcome === deciding) return decided;
    if (verdict.outcome !== "unknown") continue;
    if (open === undefined) open = verdict;
    else {
      fields ??= [...open.missing];
      for (const field of verdict.missing) fields.push(field);
    }
  }
  return fields === undefined ? (open ?? otherwise) : unknownForAll(fields);
}

/** A number known to lie between two bounds (`most` may be Infinity), the fields that keep it open and the sets it comes from. */
export type Quantity = {
  readonly least: number;
  readonly most: number;
  readonly missing: readonly string[];
  readonly because: readonly string[];
};

/** The quantities together, exact to the fen, the least unit of money; what is counted is whole anyway. */
export function sumOf(quantities: readonly Quantity[]): Quantity {
  const [first] = quantities;
  if (first !== undefined && quantities.length === 1) return first;
  let [least, most] = [0, 0];
  const [missing, because]: [Set<string>, string[]] = [new Set(), []];
  for (const one of quantities) {
    least += one.least;
    most += one.most;
    for (const field of one.missing) missing.add(field);
    for (const reason of one.because) because.push(reason);
  }
  return { least: toFen(least), most: toFen(most), missing: missing.size === 0 ? [] : [...missing], because };
}

/** Amounts in yuan add up in binary fractions: 161302.61 + 5738.21 + 32959.18 would miss 200,000 by a hair and a threshold with it. */
function toFen(yuan: number): number {
  return Number.isInteger(yuan) || yuan > LARGEST_WITH_FEN ? yuan : Math.round(yuan * 100) / 100;
}

const LARGEST_WITH_FEN = Number.MAX_SAFE_INTEGER / 100;

/** 以上 includes the number itself (刑法第九十九条). */
export function reaches(quantity: Quantity, threshold: number): Verdict {
  if (quantity.least >= threshold) return MET;
  return quantity.most < threshold ? NOT_MET : unknownForAll(quantity.missing);
}

/** `60`, `30–60` between bounds, `≥ 30` without an upper bound. */
export function showQuantity({ least, most }: Pick<Quantity, "least" | "most">): string {
  if (least === most) return String(least);
  return most === Number.POSITIVE_INFINITY ? `≥ ${least}` : `${least}–${most}`;
}

/** Every text once, in the order of first appearance; a new list. */
export function eachOnce(texts: readonly string[]): string[] {
  return texts.length < 2 ? texts.slice() : [...new Set(texts)];
}
