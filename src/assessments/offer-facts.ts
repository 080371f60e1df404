import type { FactSource } from "#assessments/fact-sources.contract.ts";
import type { ConfirmedFact } from "#case-documents/case-documents.contract.ts";
import { Conduct, Tier } from "#statutes/statutes.contract.ts";

/** 带入 what confirmed facts of documents could fill into an assessment. Nothing is filled in by itself: a person takes each one. Pure. */
type Said = { readonly said: ConfirmedFact };
export type OfferedItems = Said & { readonly items: number; readonly tier: Tier | null };
export type OfferedConduct = Said & { readonly kind: Conduct["kind"] };
/** one fact of the assessment by its name and the value it would get */
export type OfferedValue = Said & { readonly fact: OfferableFact; readonly value: string | number | true };
export const OFFERABLE = [
  "actDate",
  "gains",
  "insiderIndustry",
  "trackUsedForCrime",
  "knewRecipientCommitsCrimes",
  "priorCriminalPunishment",
  "priorCriminalPunishmentDate",
  "priorAdministrativePenalty",
  "priorAdministrativePenaltyDate",
  "gainsReturned",
] as const;
export type OfferableFact = (typeof OFFERABLE)[number];
export type Offers = {
  readonly items: readonly OfferedItems[];
  readonly conducts: readonly OfferedConduct[];
  /** 内部人员 that what was sold or provided was obtained in duty or service */
  readonly insider: readonly ConfirmedFact[];
  readonly values: readonly OfferedValue[];
};

/** Downstream uses that are crimes; selling on the telephone and the like are none. */
const CRIMES: ReadonlySet<string> = new Set(["fraud", "phishing", "theft", "extortion", "homicide"]);
/** What a sentence says of a day in it. One that denies it says nothing. */
const PENALTY = /(?:受过?|被|给予|作出|处以?).{0,20}(?:行政处罚|行政拘留|罚款)|行政处罚决定/;
const PUNISHMENT = /侵犯公民个人信息.{0,20}被.{0,40}判处|判处.{0,60}刑满释放|受过?刑事处罚/;
const DENIED = /(?:未|没有?|无)(?:曾|受过?|被)?.{0,4}(?:行政处罚|刑事处罚|前科|判处)/;
/** Who counts first where several speak: what a court found, then who accuses. The text of the law says nothing of the case. */
const ORDER: readonly ConfirmedFact["speaker"][] = ["result", "court", "prosecution", "evidence", "other", "defence"];

/** Every value a confirmed fact could fill in, the court's before the accusation's before the defence's; the same said twice by one speaker of one document is told once. */
export function offerFacts(confirmed: readonly ConfirmedFact[]): Offers {
  const told = confirmed.filter(({ speaker }) => speaker !== "law").toSorted((a, b) => rankOf(a) - rankOf(b));
  const once = new Map<string, ConfirmedFact>();
  for (const said of told) {
    const key = [said.caseDocumentId, said.speaker, said.kind, said.value, said.qualifier ?? ""].join("|");
    if (said.kind === "date" || !once.has(key)) once.set(said.kind === "date" ? `${key}|${said.key}` : key, said);
  }
  const facts = [...once.values()];
  return {
    items: facts.flatMap((said) =>
      said.kind === "items" && said.number !== null
        ? [{ said, items: Math.floor(said.number), tier: Tier.safeParse(said.qualifier).data ?? null }]
        : [],
    ),
    conducts: facts.flatMap((said) => {
      const kind = said.kind === "conduct" ? Conduct.shape.kind.safeParse(said.value).data : undefined;
      return kind === undefined ? [] : [{ said, kind }];
    }),
    insider: facts.filter(({ kind, value }) => kind === "insider" && value === "true"),
    values: facts.flatMap((said) => valuesOf(said, facts)),
  };
}

function valuesOf(said: ConfirmedFact, all: readonly ConfirmedFact[]): OfferedValue[] {
  const { kind, value, qualifier, number, unit } = said;
  switch (kind) {
    case "gains":
      return number !== null && unit === "CNY" ? [{ fact: "gains", value: number, said }] : [];
    case "amount":
      if (qualifier === "refund") return [{ fact: "gainsReturned", value: true, said }];
      return qualifier === "gains" && number !== null && unit === "CNY" ? [{ fact: "gains", value: number, said }] : [];
    case "insider":
      return value === "true" && qualifier !== null ? [{ fact: "insiderIndustry", value: qualifier, said }] : [];
    case "recipient":
      return value === "criminal" ? [{ fact: "knewRecipientCommitsCrimes", value: true, said }] : [];
    case "downstream": {
      if (!CRIMES.has(value)) return [];
      const tracked = all.some(
        (one) => one.kind === "sensitive" && one.value === "whereabouts" && one.caseDocumentId === said.caseDocumentId,
      );
      const knew = { fact: "knewRecipientCommitsCrimes", value: true, said } as const;
      return tracked ? [{ fact: "trackUsedForCrime", value: true, said }, knew] : [knew];
    }
    case "date":
      return daysOf(said);
    default:
      return [];
  }
}

/** A whole day only; what the day is of, its sentence says. */
function daysOf(said: ConfirmedFact): OfferedValue[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said.value)) return [];
  const { sentence, value } = said;
  if (!DENIED.test(sentence)) {
    if (PENALTY.test(sentence))
      return [
        { fact: "priorAdministrativePenalty", value: true, said },
        { fact: "priorAdministrativePenaltyDate", value, said },
      ];
    if (PUNISHMENT.test(sentence))
      return [
        { fact: "priorCriminalPunishment", value: true, said },
        { fact: "priorCriminalPunishmentDate", value, said },
      ];
  }
  return [{ fact: "actDate", value, said }];
}

/** The confirmed fact as the source of a fact of the assessment; `value` what that was then, where it is one word, number or answer. */
export function sourceOfSaid(said: ConfirmedFact, value?: unknown): Extract<FactSource, { kind: "document" }> {
  const { caseDocumentId, key, name, at, number, sentence } = said;
  const source = { kind: "document", caseDocumentId, factKey: key, name, at, number, sentence } as const;
  return ["string", "number", "boolean"].includes(typeof value) ? { ...source, value: String(value).slice(0, 200) } : source;
}

/** Whether what the offers say is not one and the same. */
export function disagree(values: readonly unknown[]): boolean {
  return new Set(values).size > 1;
}

function rankOf({ speaker }: ConfirmedFact): number {
  const at = ORDER.indexOf(speaker);
  return at < 0 ? ORDER.length : at;
}
