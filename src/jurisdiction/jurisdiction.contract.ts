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
