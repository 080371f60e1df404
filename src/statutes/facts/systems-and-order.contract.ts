import { z } from "zod";
import { amount, everyOffence, flag, number } from "#statutes/facts/fact-shapes.contract.ts";

/** Facts of the offences against computer systems, the market order, public order and public security (law.md 7.2, 8.1, 16.2). */
const { otherSeriousCircumstances: _judgement, ...parties } = everyOffence;
const graver = { otherEspeciallySeriousCircumstances: flag };
const gainsOrLoss = { gains: amount, economicLoss: amount };

const ObtainingComputerData = z.object({
  offence: z.literal("obtaining-computer-data"),
  ...everyOffence,
  againstStateProvisions: flag,
  intrudedOrUsedOtherTechnicalMeans: flag,
  obtainedDataOrControlledSystems: flag,
  /** 国家事务、国防建设、尖端科学技术领域 systems of paragraph 1, which is another offence */
  systemOfStateAffairsDefenceOrScience: flag,
  paymentCredentials: number,
  otherCredentials: number,
  systemsControlled: number,
  ...gainsOrLoss,
  ...graver,
});

const ProvidingIntrusionTools = z.object({
  offence: z.literal("providing-intrusion-tools"),
  ...everyOffence,
  providedSpecialTools: flag,
  providedToolsKnowingOfIntrusion: flag,
  timesToolsForPaymentCredentialsProvided: number,
  timesOtherToolsProvided: number,
  ...gainsOrLoss,
  ...graver,
});

const DamagingComputerSystems = z.object({
  offence: z.literal("damaging-computer-systems"),
  ...everyOffence,
  againstStateProvisions: flag,
  damagedFunctions: flag,
  damagedDataOrApplications: flag,
  spreadDestructiveProgram: flag,
  systemsMadeInoperable: number,
  systemsWithDataChanged: number,
  ...gainsOrLoss,
  outageHours: amount,
  baseServiceSystemsAffected: number,
  usersAffected: number,
  ...graver,
});

const IllegalPaymentBusiness = z.object({
  offence: z.literal("illegal-payment-business"),
  ...everyOffence,
  againstStateProvisions: flag,
  settledFundsAsBusiness: flag,
  turnover: amount,
  gains: amount,
  /** a circumstance with which half suffices: which they are is for a person to read */
  circumstanceThatHalves: flag,
  ...graver,
});

const PickingQuarrels = z.object({
  offence: z.literal("picking-quarrels"),
  ...everyOffence,
  chasedOrAbused: flag,
  threatened: flag,
  spreadFalseInformationToStirTrouble: flag,
  timesWithinTwoYears: number,
  heldWeapon: flag,
  vulnerableVictim: flag,
  vileSocialImpact: flag,
  victimDerangedOrSuicide: flag,
  seriouslyAffectedLifeOrWork: flag,
  seriousPublicDisorder: flag,
  gatheredOthersRepeatedly: flag,
  seriouslyDamagedSocialOrder: flag,
});

const CollectingIllegalDebts = z.object({
  offence: z.literal("collecting-illegal-debts"),
  ...everyOffence,
  debtIsIllegal: flag,
  violenceOrCoercion: flag,
  limitedFreedomOrEnteredHome: flag,
  threatenedStalkedOrHarassed: flag,
});

const FalseInformation = z.object({
  offence: z.literal("false-information"),
  ...everyOffence,
  falseAlert: flag,
  fabricatedOrKnewFalse: flag,
  spreadOnNetworksOrMedia: flag,
  seriouslyDisturbedOrder: flag,
  seriousConsequences: flag,
});

const GunDealing = z.object({
  offence: z.literal("gun-dealing"),
  ...everyOffence,
  madeTradedMovedOrStoredGuns: flag,
  militaryGuns: number,
  powderGuns: number,
  compressedGasGuns: number,
  /** a judgement of lethality, quantity, use and danger together: compressed-gas guns never weigh by their number alone */
  compressedGasGunsWarrantPunishment: flag,
  militaryRounds: number,
  airGunPellets: number,
  otherRounds: number,
});

const DrugDealing = z.object({
  offence: z.literal("drug-dealing"),
  ...parties,
  smuggledSoldMovedOrMadeDrugs: flag,
  /** grams */
  heroinOrMethamphetamineGrams: amount,
  otherDrugsRelativelyLarge: flag,
  otherDrugsLarge: flag,
  paragraphTwoCircumstance: flag,
});

const CreditCardInformation = z.object({
  offence: z.literal("credit-card-information"),
  ...everyOffence,
  stoleBoughtOrProvidedCardInformation: flag,
  enoughToForgeOrTransact: flag,
  cards: number,
});

export const SYSTEMS_AND_ORDER = [
  ObtainingComputerData,
  ProvidingIntrusionTools,
  DamagingComputerSystems,
  IllegalPaymentBusiness,
  PickingQuarrels,
  CollectingIllegalDebts,
  FalseInformation,
  GunDealing,
  DrugDealing,
  CreditCardInformation,
] as const;
