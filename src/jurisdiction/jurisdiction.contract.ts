import { z } from "zod";

/** A six-digit division code (GB/T 2260); the organ of that division. 000000: the national level. */
const Division = z.string().regex(/^\d{6}$/, "a six-digit division code");

/** 连接点 what connects a place with the crime (法发〔2022〕23号 第二条, 法释〔2021〕1号 第二条, 刑事诉讼法 第二十五条). */
export const PlaceBasis = z.enum([
  "server",
  "provider",
  "victim-system",
  "suspect-network",
  "victim-network",
  "network-of-person-involved",
  "victim-location",
  "property-loss",
  "act",
  "result",
]);
export type PlaceBasis = z.infer<typeof PlaceBasis>;
export const Basis = z.enum([...PlaceBasis.options, "residence", "principal-of-helper"]);
export type Basis = z.infer<typeof Basis>;

/** A fact that may be unknown (null, or left out). */
const Flags = <Names extends readonly string[]>(names: Names) => z.partialRecord(z.enum(names), z.boolean().nullable());

export const DESIGNATION_FLAGS = ["inWriting", "letterSent", "courtAgreed", "policeAgreed", "centralisedType"] as const;
export const JOINDER_FLAGS = [
  "onePersonSeveralCrimes",
  "jointCrime",
  "coOffendersOtherCrimes",
  "actsConnected",
  "helpsFindAllFacts",
  "helperService",
  "severalFilings",
  "manySuspects",
  "complexCase",
  "impairsConfrontation",
  "someAtLarge",
  "crossProvinceOrOverseas",
] as const;
export const PIL_FLAGS = [
  "organIsGovernment",
  "higherMoreSuitable",
  "majorComplex",
  "disputed",
  "superiorTakesUp",
  "superiorHandsDown",
  "transferSent",
  "opinionObtained",
] as const;
export const CourtLevel = z.enum(["basic", "intermediate", "high"]);
export type CourtLevel = z.infer<typeof CourtLevel>;
export const DesignationKind = z.enum(["investigation", "arrest", "trial"]);
export const SpecialOrgan = z.enum(["railway", "corps", "military", "other"]);
export const PublicInterestKind = z.enum(["administrative", "civil", "incidental"]);
export type PublicInterestKind = z.infer<typeof PublicInterestKind>;

/** 公益诉讼 what decides its jurisdiction, apart from the criminal case (公益诉讼办案规则 13–18, 26). */
const PublicInterestFacts = z.strictObject({
  kind: PublicInterestKind,
  /** the administrative organ's division */
  organ: Division.nullable().default(null),
  violation: z.array(Division).default([]),
  harm: z.array(Division).default([]),
  domicile: Division.nullable().default(null),
  /** who holds the clue; left out: the procuratorate of the criminal case */
  clueAt: Division.nullable().default(null),
  designated: Division.nullable().default(null),
  /** 提办、交办的院 who takes the case up or hands it down */
  superior: Division.nullable().default(null),
  /** to whom a recommendation goes */
  recommendationTo: Division.nullable().default(null),
  flags: Flags(PIL_FLAGS).default({}),
});

/** What `tandem jurisdiction` is asked. A missing field is an empty list, or no. */
export const JurisdictionFacts = z.strictObject({
  /** the organ that a common superior has designated */
  designated: Division.nullable().default(null),
  placesOfCrime: z.array(z.strictObject({ basis: PlaceBasis, division: Division })).default([]),
  residence: Division.nullable().default(null),
  /** crime places of the persons whom a helper helped */
  helperOf: z.array(Division).default([]),
  filings: z.array(z.strictObject({ organ: Division, acceptedOn: z.iso.date() })).default([]),
  /** 主要犯罪地, where the organs or the superior have found it necessary to follow it */
  mainPlace: Division.nullable().default(null),
  disputed: z.boolean().nullable().default(false),
  /** special organs that take part: no division code shows them */
  special: z.array(SpecialOrgan).default([]),
  /** the court that tries the case */
  trialCourt: z.strictObject({ division: Division, level: CourtLevel }).nullable().default(null),
  /** a designation made or prepared: its paperwork */
  designation: z
    .strictObject({
      kind: DesignationKind,
      documentNumber: z.string().nullable().default(null),
      flags: Flags(DESIGNATION_FLAGS).default({}),
    })
    .nullable()
    .default(null),
  /** 发现不属于本院管辖之日 from which the five days of a transfer run */
  misplacedFoundOn: z.iso.date().nullable().default(null),
  joinder: Flags(JOINDER_FLAGS).nullable().default(null),
  publicInterest: PublicInterestFacts.nullable().default(null),
});
export type JurisdictionFacts = z.infer<typeof JurisdictionFacts>;

export const Because = z.enum(["designated", "only-filing", "first-acceptor", "main-place", "common-superior-designates", "no-filing-yet"]);
export type Because = z.infer<typeof Because>;
export const DivisionLevel = z.enum(["county", "city", "province", "national"]);
export type DivisionLevel = z.infer<typeof DivisionLevel>;

/** 管辖 the answer: a draft with its reasons; the organs decide. `organ` is null where nobody has filed or a superior must designate. */
export const JurisdictionAnswer = z.object({
  organ: z.string().nullable(),
  because: Because,
  candidates: z.array(z.object({ division: z.string(), basis: z.array(Basis) })),
  commonSuperior: z.object({ division: z.string(), level: DivisionLevel }).nullable(),
  /** every rule in the order in which it is asked, with what it found here */
  order: z.array(z.object({ rule: Because, applies: z.boolean(), finding: z.string() })),
  /** filings of organs that nothing connects with the case */
  unconnected: z.array(z.string()),
  next: z.array(z.string()),
  cite: z.array(z.string()),
});
export type JurisdictionAnswer = z.infer<typeof JurisdictionAnswer>;

export const AdviceSection = z.enum(["superior", "procuratorate", "designation", "joinder", "severance", "public-interest"]);
export type AdviceSection = z.infer<typeof AdviceSection>;
export const RuleState = z.enum(["applied", "open", "not-applicable"]);
export const DocumentState = z.enum(["done", "missing", "blocked", "open"]);
/** A procuratorate by its division, with the level the code shows. */
const Office = z.object({ division: z.string(), level: DivisionLevel });
const Transfer = z.object({
  what: z.enum(["prosecution", "clue", "litigation"]),
  from: z.string(),
  /** where to: one of these; empty where the codes cannot tell */
  to: z.array(z.string()),
  /** the document it is made by, null: the law read here names none */
  document: z.string().nullable(),
  /** id of the period it runs by, null: none is set */
  period: z.string().nullable(),
  /** the last day of that period; null: no day is told, or no period is set */
  due: z.iso.date().nullable(),
  finding: z.string(),
});
/** The rest of the answer, beside the organ: rules with their state, paperwork, transfers, what else could be and what it would need. */
export const JurisdictionAdvice = JurisdictionAnswer.extend({
  /** what the codes cannot tell of the common superior: false where a rule of section `superior` applies */
  superiorCertain: z.boolean(),
  procuratorate: Office.nullable(),
  rules: z.array(
    z.object({
      id: z.string(),
      section: AdviceSection,
      title: z.string(),
      state: RuleState,
      effect: z.string(),
      /** facts that are not known and keep it open */
      needs: z.array(z.string()),
      cite: z.array(z.string()),
      unconfirmed: z.boolean(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      section: AdviceSection,
      name: z.string(),
      state: DocumentState,
      cite: z.array(z.string()),
      unconfirmed: z.boolean(),
    }),
  ),
  transfers: z.array(Transfer),
  alternatives: z.array(z.object({ rule: Because, organ: z.string().nullable(), needs: z.string() })),
  publicInterest: z
    .object({
      kind: PublicInterestKind,
      filing: z.array(z.string()),
      /** the procuratorate of the court; null where the codes cannot tell or nothing is known */
      litigation: z.array(z.string()).nullable(),
      clueAt: z.string().nullable(),
      differs: z.boolean().nullable(),
      commonSuperior: z.object({ division: z.string(), level: DivisionLevel }).nullable(),
    })
    .nullable(),
  /** rules of this answer whose text is not confirmed from its source */
  unconfirmed: z.array(z.string()),
});
export type JurisdictionAdvice = z.infer<typeof JurisdictionAdvice>;
