import type { ReadAnswer } from "#reading/reading.contract.ts";

type Quoted = { readonly from: number; readonly to: number };

/**
 * 遮蔽读出的词 the answer of a reading as it is kept and shown: what it quotes of the text (reasons of clues, words that speak for a charge, names of charges and
 * places) is quoted from `masked`, of the same length, wherever that hides something. Places, numbers and codes stay. Pure.
 */
export function maskAnswer(answer: ReadAnswer, text: string, masked: string): ReadAnswer {
  const quote = ({ from, to }: Quoted, plain: string): string => {
    const shown = masked.slice(from, to);
    return shown === text.slice(from, to) ? plain : shown;
  };
  const named = new Map(answer.mentions.flatMap((one) => (one.list === "charges" ? [[one.value, quote(one, one.value)] as const] : [])));
  return {
    ...answer,
    charges: answer.charges.map((name) => named.get(name) ?? name),
    chargeNames: answer.chargeNames.map((one) => ({ ...one, name: quote(one, one.name) })),
    suggestedCharges: answer.suggestedCharges.map((one) => ({
      ...one,
      words: one.words.map((word) => ({ ...word, word: quote(word, word.word) })),
    })),
    places: answer.places.map((one) => ({ ...one, name: quote(one, one.name) })),
    mentions: answer.mentions.map((one) => (one.list === "charges" ? { ...one, value: quote(one, one.value) } : one)),
    clues: answer.clues.map((clue) => ({
      ...clue,
      reasons: clue.reasons.map((reason) => ({ ...reason, term: quote(reason, reason.term) })),
    })),
  };
}
