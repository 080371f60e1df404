import { createHash } from "node:crypto";
import { type ChargeProfile, judgeCharges } from "#similarity/charges/judge-charges.ts";
import { findElements } from "#similarity/elements/find-elements.ts";
import { findMoneyBand } from "#similarity/find-money-band.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseId, CaseText } from "#similarity/similarity.contract.ts";
import { cutWords } from "#similarity/words/cut-words.ts";

/** 案件画像 what a case is compared by. */
export type CaseProfile = {
  readonly id: CaseId;
  /** SHA-256 of the text without spaces, in hex: the same text is the same case */
  readonly fingerprint: string;
  /** 金额幅度 of the greatest sum of yuan told of, null without any; worked out when it is asked for, since few candidates are told of */
  readonly moneyBand: () => string | null;
  /** how often the text has each word the model knows, by term; names, places and rare words are unknown to it */
  readonly words: ReadonlyMap<number, number>;
  readonly wordCount: number;
  readonly elements: ReadonlyMap<number, number>;
  readonly charges: ChargeProfile;
  /** the greatest weight of a drug in grams, 0 without one */
  readonly drugGrams: number;
};

/** Reads what a case is compared by from its text. A text of any length takes time and memory in proportion to it. */
export function profileCase({ id, text }: CaseText, model: SimilarityModel): CaseProfile {
  const cut = cutWords(text);
  const words = new Map<number, number>();
  let wordCount = 0;
  for (const word of cut) {
    const term = model.terms.get(word);
    if (term === undefined) continue;
    words.set(term, (words.get(term) ?? 0) + 1);
    wordCount++;
  }
  return {
    id,
    fingerprint: createHash("sha256").update(text.replace(/\s+/g, "")).digest("hex"),
    moneyBand: once(() => findMoneyBand(text.replace(/\s+/g, ""))),
    words,
    wordCount,
    elements: findElements(text),
    charges: judgeCharges(text, cut, model),
    drugGrams: findDrugGrams(text),
  };
}

function once<T>(work: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

function findDrugGrams(text: string): number {
  if (!/毒|海洛因|甲基|冰毒|麻古|大麻|氯胺酮/.test(text)) return 0;
  let most = 0;
  for (const [, number = "", unit] of text.matchAll(/(?<![0-9.])([0-9]{1,12}(?:\.[0-9]{1,9})?)(千克|公斤|克)/g))
    most = Math.max(most, Number(number) * (unit === "克" ? 1 : 1000));
  return most;
}
