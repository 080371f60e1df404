import { findQuantities } from "#numerals/find-quantities.ts";
import { sumAmounts } from "#reading/amounts/sum-amounts.ts";
import { type ChargeWords, suggestCharges } from "#reading/charges/suggest-charges.ts";
import { findClues } from "#reading/clues/find-clues.ts";
import { type PersonalFacts, pickFacts } from "#reading/clues/personal-facts.ts";
import type { Weights } from "#reading/clues/score-signs.ts";
import { findParticulars, isAboutPersons } from "#reading/facts/data-words.ts";
import { findAccused } from "#reading/facts/find-accused.ts";
import { findBand } from "#reading/facts/find-band.ts";
import { findCharges } from "#reading/facts/find-charges.ts";
import { findCitations } from "#reading/facts/find-citations.ts";
import { findDownstream } from "#reading/facts/find-downstream.ts";
import { findGains } from "#reading/facts/find-gains.ts";
import { findInsider } from "#reading/facts/find-insider.ts";
import { findItems } from "#reading/facts/find-items.ts";
import { findConducts, findGroups, placeHits } from "#reading/facts/find-mentions.ts";
import { findSectors } from "#reading/facts/find-sectors.ts";
import { findSources } from "#reading/facts/find-sources.ts";
import { findSpokenSums } from "#reading/facts/find-spoken-sums.ts";
import { findToldFacts } from "#reading/facts/find-told-facts.ts";
import { tellBasis } from "#reading/facts/tell-basis.ts";
import { Industry, type Mention, type ReadAnswer, type ReadLeakSource } from "#reading/reading.contract.ts";
import { type Sentence, splitSentences } from "#reading/split-sentences.ts";
import { isRecordOfQuestioning, speakerAt, splitSpeakers } from "#reading/split-speakers.ts";
import type { Lexicon } from "#reading/terms/lexicon.ts";
import { widenMarks } from "#reading/widen-marks.ts";

/** Charges of personal information under their names then and now (刑法修正案（七）、（九）). */
export const PERSONAL_CHARGE = /(?:侵犯公民个人信息|(?:非法获取|出售、非法提供|非法提供|出售)公民个人信息)罪/;

/** Ways by which information leaves whoever keeps it; what a stranger sold has no known source. */
const TAKEN_FROM: ReadonlySet<ReadLeakSource["way"]> = new Set(["system", "account", "post", "place", "crawling"]);

/** What a reading goes by: the lexicon and the weights of the clues, as they ship or as somebody tries them. */
export type Knowledge = { readonly lexicon: Lexicon; readonly weights: Weights; readonly chargeWords: ChargeWords };

/** 阅卷 reads a case document: its facts, and what it is a clue to. Linear in the length of the text. */
export function readText(text: string, { lexicon, weights, chargeWords }: Knowledge): ReadAnswer {
  const { answer, facts } = readFacts(text, lexicon);
  const clues = findClues(facts, weights);
  if (answer.charges.length > 0) return { ...answer, chargesFrom: "document", suggestedCharges: [], clues };
  const suggestedCharges = suggestCharges(text, chargeWords);
  const [likely] = suggestedCharges;
  return {
    ...answer,
    charges: likely === undefined ? [] : [likely.name],
    chargesFrom: likely === undefined ? null : "facts",
    suggestedCharges,
    clues,
  };
}

/** Where no court tells it, and neither an insider nor the words of the lexicon name a trade, the trades of the systems, posts and places it was taken from. */
function sourcesOf(leakSources: readonly ReadLeakSource[]): Mention[] {
  return leakSources.flatMap(({ way, industry, speaker, from, to }): Mention[] =>
    industry === null || !TAKEN_FROM.has(way) || speaker === "defence" || speaker === "evidence"
      ? []
      : [{ list: "industries", value: industry, from, to }],
  );
}

/** Whether a document is about persons' information: it lists particulars of them, or, where no court tells of other things, names such information twice. */
function isOfPersons(sentences: readonly Sentence[]): boolean {
  const told = sentences.filter(({ isStatute }) => !isStatute);
  if (told.some(({ text }) => findParticulars(text) !== null)) return true;
  return !told.some(({ speaker }) => speaker === "court") && told.filter(isAboutPersons).length >= 2;
}

/** The facts of a case document with the place each was read from and who says it, and what a clue rests on. */
export function readFacts(
  document: string,
  lexicon: Lexicon,
): { readonly answer: Omit<ReadAnswer, "clues" | "chargesFrom" | "suggestedCharges">; readonly facts: PersonalFacts } {
  const text = widenMarks(document);
  const parts = splitSpeakers(text);
  const sentences = splitSentences(text, parts);
  const hits = lexicon.find(text);
  const placed = placeHits(sentences, hits);
  const spoken = findSpokenSums(text, sentences, isRecordOfQuestioning(text));
  const found = findQuantities(text);
  const quantities = spoken.length === 0 ? found : [...found, ...spoken].sort((a, b) => a.from - b.from);
  const charges = findCharges(text);
  const citations = findCitations(text);
  const personal = charges.filter(({ name }) => PERSONAL_CHARGE.test(name));
  const isPersonalCase = personal.length > 0 || isOfPersons(sentences);
  const accused = findAccused(text);
  const gains = findGains(text, sentences, quantities, { accused, isPersonalCase });
  const insider = findInsider(
    sentences,
    placed.map(({ hit }) => hit),
    personal.length > 0,
  );
  const inside: Mention[] =
    insider?.industry == null ? [] : [{ list: "industries", value: insider.industry, from: insider.from, to: insider.to }];
  const told = findToldFacts({ text, sentences, quantities, hits, charges, isPersonalCase });
  const named = findSources(placed, sentences);
  const isJudged = sentences.some(({ speaker }) => speaker === "court");
  const sources = named.length + inside.length > 0 || !isPersonalCase || isJudged ? named : sourcesOf(told.leakSources);
  const mentions: Mention[] = [
    ...charges.map(({ name, from, to }) => ({ list: "charges" as const, value: name, from, to })),
    ...inside,
    ...sources,
    ...findSectors(placed, [...inside, ...sources], isPersonalCase ? sentences : []),
    ...findGroups(placed),
    ...findConducts(placed, sentences, { isPersonalCase, isPaid: gains !== null }),
    ...findDownstream(placed, sentences, isPersonalCase),
  ];
  const valuesOf = (list: Mention["list"]) => [...new Set(mentions.filter((one) => one.list === list).map(({ value }) => value))];
  const industriesOf = (list: "industries" | "sectors") => Industry.array().parse(valuesOf(list));
  const band = findBand(
    sentences,
    citations.filter(({ from }) => speakerAt(parts, from) !== "law"),
    personal.length === charges.length,
  );
  const items = tellBasis(findItems(text, sentences, quantities, isPersonalCase, accused), sentences);
  const facts = pickFacts(document, sentences, placed, { items, insider, band, gains }, mentions);
  const answer = {
    charges: valuesOf("charges"),
    citations,
    items,
    gains,
    crimeAmount: sumAmounts(text, sentences, quantities),
    insider,
    industries: industriesOf("industries"),
    sectors: industriesOf("sectors"),
    groups: valuesOf("groups"),
    conducts: valuesOf("conducts"),
    downstream: valuesOf("downstream"),
    band,
    mentions,
    ...told,
  };
  return { answer, facts };
}
