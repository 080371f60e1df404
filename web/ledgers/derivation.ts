import type { CountFigures } from "#counts/counts.contract.ts";
import { TIERS } from "#scan/kinds.ts";
import { ExclusionReason, type LedgerLine } from "#scan/scan.contract.ts";
import type { Words } from "#web/design/text/text.ts";
import { DERIVATION_WORDS as W } from "#web/ledgers/derivation.text.ts";
import { EXCLUSION_WORDS, TIER_WORDS, wordsOfKind } from "#web/words/words.text.ts";

/** Where a part leads: to its masked rows, or to another figure's derivation (its name, see `deriveFigure`). */
export type PartTarget =
  | {
      readonly rows: {
        readonly tier: "A" | "B" | "C";
        readonly step: "distinct" | "duplicate" | "excluded";
        readonly reason: ExclusionReason | null;
      };
    }
  | { readonly figure: string };
export type Part = { readonly name: Words; readonly value: number; readonly to: PartTarget | null };
/** 推算 how a figure came about: in words, and as the parts it is the sum of (none where it is no sum). */
export type Derivation = { readonly title: Words; readonly value: number; readonly how: readonly Words[]; readonly parts: readonly Part[] };

type Place = "A" | "B" | "C" | "total";

/**
 * The derivation of a figure of a finished count. Names: `ledger.C.seized`, `ledger.total.excluded.damaged`, `kinds.mobile.found`,
 * `persons.atMost`. `null` for a name that is none of this count.
 */
export function deriveFigure(result: CountFigures, name: string): Derivation | null {
  const [of = "", first = "", second = "", third = ""] = name.split(".");
  if (of === "ledger") {
    const place = ([...TIERS, "total"] as const).find((known) => known === first);
    return place === undefined ? null : deriveLedger(result, place, second, third);
  }
  if (of === "kinds") return deriveKind(result, first, second);
  if (of === "persons" && (first === "atLeast" || first === "atMost"))
    return {
      title: W[first],
      value: result.persons[first],
      how: [W[`${first}How`], ...(first === "atMost" ? keyWords(result) : [])],
      parts: [],
    };
  return null;
}

function deriveLedger({ ledger, options }: CountFigures, place: Place, step: string, reasonName: string): Derivation | null {
  const reason = ExclusionReason.safeParse(reasonName).data ?? null;
  const line = place === "total" ? ledger.total : ledger.tiers[place];
  const value = countOf(line, step, reason);
  if (value === null) return null;
  const stepName = step === "excluded" && reason !== null ? EXCLUSION_WORDS[reason] : W[step === "excluded" ? "seized" : stepOf(step)];
  const title = {
    zh: `${place === "total" ? W.total.zh : TIER_WORDS[place].zh} · ${stepName.zh}`,
    en: `${place === "total" ? W.total.en : TIER_WORDS[place].en} · ${stepName.en}`,
  };
  if (place === "total") {
    const parts = TIERS.map((tier): Part => {
      const part = countOf(ledger.tiers[tier], step, reason) ?? 0;
      return { name: TIER_WORDS[tier], value: part, to: part === 0 ? null : targetOf(tier, step, reason) };
    });
    return { title, value, how: [W.totalHow], parts };
  }
  const part = (name: Words, amount: number, to: PartTarget): Part => ({ name, value: amount, to: amount === 0 ? null : to });
  if (step === "seized") {
    const left = ExclusionReason.options.filter((one) => (line.excluded[one] ?? 0) > 0);
    return {
      title,
      value,
      how: [W.seizedHow],
      parts: [
        part(W.valid, line.valid, targetOf(place, "valid", null)),
        ...left.map((one) => part(EXCLUSION_WORDS[one], line.excluded[one] ?? 0, targetOf(place, "excluded", one))),
      ],
    };
  }
  if (step === "valid")
    return {
      title,
      value,
      how: [W.validHow, options.item === "person" ? W.personItem : W.recordItem],
      parts: [
        part(W.distinct, line.distinct, targetOf(place, "distinct", null)),
        part(W.duplicate, line.duplicates, targetOf(place, "duplicate", null)),
      ],
    };
  return null;
}

/** What the figure of a tier leads to: sums to their parts, the others to their rows. */
export function targetOf(tier: "A" | "B" | "C", step: string, reason: ExclusionReason | null): PartTarget {
  if (step === "distinct" || step === "duplicate") return { rows: { tier, step, reason: null } };
  if (step === "excluded" && reason !== null) return { rows: { tier, step, reason } };
  return { figure: `ledger.${tier}.${step}` };
}

function deriveKind({ kinds, sources }: CountFigures, kind: string, step: string): Derivation | null {
  const counted = kinds.find((one) => one.kind === kind);
  if (counted === undefined) return null;
  const name = wordsOfKind(kind);
  const titled = (words: Words) => ({ zh: `${name.zh} · ${words.zh}`, en: `${name.en} · ${words.en}` });
  if (step === "distinct") return { title: titled(W.distinctValues), value: counted.distinct, how: [W.distinctHow], parts: [] };
  if (step !== "found" && step !== "valid" && step !== "damaged" && step !== "invalid") return null;
  const how = { found: W.foundHow, valid: W.validHowKind, damaged: W.damagedHow, invalid: W.invalidHow }[step];
  const parts = sources.flatMap((source): Part[] => {
    const value = source.kinds.find((one) => one.kind === kind)?.[step] ?? 0;
    return value === 0 ? [] : [{ name: { zh: source.path, en: source.path }, value, to: null }];
  });
  const adds = parts.reduce((sum, one) => sum + one.value, 0) === counted[step];
  return {
    title: titled(W[step]),
    value: counted[step],
    how: [how, ...(adds ? [W.bySource] : [])],
    parts: adds ? parts : [],
  };
}

function countOf(line: LedgerLine, step: string, reason: ExclusionReason | null): number | null {
  if (step === "seized" || step === "valid" || step === "distinct") return line[step];
  if (step === "duplicate") return line.duplicates;
  return step === "excluded" && reason !== null ? (line.excluded[reason] ?? 0) : null;
}

function stepOf(step: string): "seized" | "valid" | "distinct" | "duplicate" {
  return step === "valid" || step === "distinct" || step === "duplicate" ? step : "seized";
}

function keyWords({ options }: CountFigures): readonly Words[] {
  if (options.key === "auto") return [W.keyAuto];
  if (options.key === "row") return [W.keyRow];
  const kind = wordsOfKind(options.key);
  return [{ zh: W.keyChosen.zh.replace("{kind}", kind.zh), en: W.keyChosen.en.replace("{kind}", kind.en) }];
}
