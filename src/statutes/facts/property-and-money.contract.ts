import { z } from "zod";
import { amount, everyOffence, flag, known, number } from "#statutes/facts/fact-shapes.contract.ts";

/** Facts of the offences against property, of money laundering, gambling and obscene materials (law.md 7.2, 8.1). */
const graver = { otherEspeciallySeriousCircumstances: flag };
/** 案件所在地 picks among the local standards an installation holds; only asked where it holds those of several places */
const place = { region: known(z.string().max(80)) };

const Fraud = z.object({
  offence: z.literal("fraud"),
  ...everyOffence,
  ...place,
  deceivedToPossessUnlawfully: flag,
  byTelecommunications: flag,
  amount: amount,
  fraudMessagesSent: number,
  fraudCallsMade: number,
  daysAtOverseasFraudSitesWithinOneYear: number,
  ...graver,
});

const Extortion = z.object({
  offence: z.literal("extortion"),
  ...everyOffence,
  ...place,
  byThreatOrCoercion: flag,
  byPostingOrDeletingInformationOnline: flag,
  amount: amount,
  timesWithinTwoYears: number,
  victimMinorElderlyOrDisabled: flag,
  actedAsOfficialOrReporter: flag,
  priorExtortionRecord: flag,
  inNameOfGang: flag,
  ...graver,
});

const MoneyLaundering = z.object({
  offence: z.literal("money-laundering"),
  ...everyOffence,
  /** the predicate offence: one of the seven kinds of article 191, or another */
  launderedPredicate: known(
    z.enum(["drugs", "mafia", "terrorism", "smuggling", "corruption", "financial-order", "financial-fraud", "another-offence"]),
  ),
  predicateEstablished: flag,
  launderingMethod: known(
    z.enum(["account", "conversion", "payment-transfer", "cross-border", "virtual-assets", "other-concealment", "no-laundering"]),
  ),
  knewOfProceeds: flag,
  ownCrime: flag,
  amount: amount,
  actedRepeatedly: flag,
  refusedCooperationSoThatRecoveryFailed: flag,
  seriousLossCaused: flag,
  otherSeriousResult: flag,
});

const Gambling = z.object({
  offence: z.literal("gambling"),
  ...everyOffence,
  forProfit: flag,
  personsOrganised: number,
  rakeTaken: amount,
  stakes: amount,
  participants: number,
  citizensOrganisedAbroad: number,
  gamblesAsProfession: flag,
});

const OpeningCasino = z.object({
  offence: z.literal("opening-casino"),
  ...everyOffence,
  openedCasino: flag,
  siteOrAgentAcceptingBets: flag,
  rakeTaken: amount,
  stakes: amount,
  participants: number,
  gains: amount,
});

const quantities = { videos: number, audioFiles: number, picturesOrTexts: number, actualClicks: number, registeredMembers: number };

const ObsceneForProfit = z.object({
  offence: z.literal("obscene-materials-for-profit"),
  ...everyOffence,
  forProfit: flag,
  madeSoldOrSpread: flag,
  ...quantities,
  gains: amount,
  contentInvolvesUnderFourteen: flag,
  seriousConsequences: flag,
});

const SpreadingObscene = z.object({
  offence: z.literal("spreading-obscene-materials"),
  ...everyOffence,
  spreadObsceneMaterials: flag,
  ...quantities,
  groupMainlyForObsceneMaterials: flag,
  membersOfThatGroup: number,
  seriousConsequences: flag,
});

export const PROPERTY_AND_MONEY = [Fraud, Extortion, MoneyLaundering, Gambling, OpeningCasino, ObsceneForProfit, SpreadingObscene] as const;
