import { z } from "zod";
import { amount, day, everyOffence, flag, known, number } from "#statutes/facts/fact-shapes.contract.ts";
import { PROPERTY_AND_MONEY } from "#statutes/facts/property-and-money.contract.ts";
import { SYSTEMS_AND_ORDER } from "#statutes/facts/systems-and-order.contract.ts";

/** Facts of the offences other than 253-1 (the command line's contract, section 2). `null` or a missing field is unknown, never "no". */
const consequences = known(z.array(z.enum(["death", "serious-injury", "mental-derangement", "kidnapping", "major-loss", "vile-impact"])));

const RefusingNetworkDuty = z.object({
  offence: z.literal("refusing-network-duty"),
  ...everyOffence,
  networkServiceProvider: flag,
  dutySource: known(z.enum(["law", "administrative-regulation", "departmental-rule"])),
  orderToCorrect: known(z.object({ byCompetentRegulator: flag, inWriting: flag, statesMeasuresAndDeadline: flag })),
  ableToComply: flag,
  refusedToCorrect: flag,
  leakedUserInformation: known(z.object({ A: number, B: number, C: number })),
  unlawfulInformationSpread: known(
    z.object({
      videos: number,
      otherItems: number,
      recipientAccounts: number,
      groupMembers: number,
      followers: number,
      actualClicks: number,
    }),
  ),
  criminalEvidenceLost: flag,
  consequences,
});

const IllegalUseOfNetworks = z.object({
  offence: z.literal("illegal-use-of-networks"),
  ...everyOffence,
  forUnlawfulActivity: flag,
  fakeStateOrFinancialSite: flag,
  sitesSetUp: number,
  siteRegisteredAccounts: number,
  groupsSetUp: number,
  groupMemberAccounts: number,
  postsOnSites: number,
  recipientAccounts: number,
  membersOfGroupsPostedTo: number,
  followersOfAccountsPostedFrom: number,
  gains: amount,
  priorNetworkCrimeAdministrativePenaltyWithinTwoYears: flag,
});

const AidingNetworkCrime = z.object({
  offence: z.literal("aiding-network-crime"),
  ...everyOffence,
  knewOfNetworkCrime: flag,
  helpedPersonsReachCrimeLevel: flag,
  objectsHelped: number,
  settlementAmount: amount,
  fundsProvidedByAdvertisingEtc: amount,
  gains: amount,
  priorNetworkCrimeAdministrativePenaltyWithinTwoYears: flag,
  helpedCrimeHadSeriousConsequences: flag,
  especiallySeriousConsequences: flag,
  bankCardsOwn: number,
  bankCardsOwnInflow: amount,
  bankCardsOthers: number,
  bankCardsOthersInflow: amount,
  phoneOrIotCardsOwn: number,
  phoneOrIotCardsOthers: number,
  helpedPersonCaught: flag,
  acts: known(z.array(z.object({ date: day, settlementAmount: amount, dealtWith: flag })).max(10_000)),
});

const ConcealingProceeds = z.object({
  offence: z.literal("concealing-proceeds"),
  ...everyOffence,
  predicate: known(z.string().max(200)),
  predicateEstablished: flag,
  predicateHasHighEntryAmount: flag,
  knewOfProceeds: flag,
  amount: amount,
  actedRepeatedly: flag,
  timesActed: number,
  gains: amount,
  knewSpecialReliefProperty: flag,
  refusedCooperationSoThatRecoveryFailed: flag,
  /** whether a loss was caused, or how much in yuan: the law read so far names no number, so any loss above nothing is one */
  lossCaused: known(
    z.union([
      z.boolean(),
      z
        .number()
        .min(0)
        .transform((loss) => loss > 0),
    ]),
  ),
});

const reputation = {
  ...everyOffence,
  fabricatedAndSpread: flag,
  byViolenceOrOtherMeans: flag,
  victim: known(z.string().max(200)),
  items: known(
    z.array(z.object({ id: known(z.string().max(80)), postedOn: day, views: number, reposts: number, dealtWith: flag })).max(10_000),
  ),
  victimOrRelativeOutcome: known(z.enum(["none", "mental-derangement", "self-harm", "suicide"])),
  priorAdministrativePenaltyForDefamationWithinTwoYears: flag,
  complaintFiled: flag,
  vileSocialImpact: flag,
  publicProsecutionFacts: known(
    z.object({
      victimOrRelativeDerangedOrSuicide: flag,
      randomOrdinaryVictimMassAbuseNetworkOrderDamaged: flag,
      severalVictims: flag,
      repeatedSpreading: flag,
      organisedOnSeveralPlatforms: flag,
      massIncident: flag,
      publicDisorder: flag,
      ethnicOrReligiousConflict: flag,
      nationalImageHarmedAndNationalInterestSeriouslyEndangered: flag,
      vileInternationalImpact: flag,
      other: flag,
    }),
  ),
};
const Defamation = z.object({ offence: z.literal("defamation"), ...reputation });
const Insult = z.object({ offence: z.literal("insult"), ...reputation });

const PaidDeletion = z.object({
  offence: z.literal("paid-deletion"),
  ...everyOffence,
  forProfit: flag,
  /** what was sold: deletion of information, or posting of information known to be false */
  service: known(z.string().max(80).transform(nameService)),
  turnover: amount,
  gains: amount,
});

/** The two services of article 7 by one name each, however they were written; another service stays what it is. */
function nameService(told: string): string {
  if (/delet|remov|删/i.test(told)) return "deletion";
  return /false|fabricat|虚假/i.test(told) ? "false-posting" : told;
}

export const OffenceFacts = z.discriminatedUnion("offence", [
  RefusingNetworkDuty,
  IllegalUseOfNetworks,
  AidingNetworkCrime,
  ConcealingProceeds,
  Defamation,
  Insult,
  PaidDeletion,
  ...PROPERTY_AND_MONEY,
  ...SYSTEMS_AND_ORDER,
]);
export type OffenceFacts = z.infer<typeof OffenceFacts>;
export const OFFENCES_BY_ELEMENTS = OffenceFacts.options.map((option) => option.shape.offence.value);
