import { createHash } from "node:crypto";
import { spreadCharges } from "#similarity/charges/judge-charges.ts";
import { CASE_ELEMENTS } from "#similarity/elements/find-elements.ts";
import { MONEY_BANDS } from "#similarity/find-money-band.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";
import type { CaseId } from "#similarity/similarity.contract.ts";

const NO_BAND = 255;
const HEAD = 4 + 8 + 1 + 2 + 2 + 2;

/**
 * A profile as bytes, some 1.4 kB: counts of known words (255 at most), of elements and named charges (65,535 at most), log-odds of the charges as 32-bit floats.
 * The fingerprint is not in it. Words, elements and charges stand by number: only the model with the same `tellRules` opens it.
 */
export function packProfile(profile: CaseProfile): Buffer {
  const { words, elements, charges } = profile;
  const bytes = Buffer.alloc(HEAD + 3 * words.size + 4 * (elements.size + charges.named.size + charges.odds.length));
  bytes.writeUInt32LE(profile.wordCount, 0);
  bytes.writeDoubleLE(profile.drugGrams, 4);
  const band = profile.moneyBand();
  bytes.writeUInt8(band === null ? NO_BAND : MONEY_BANDS.findIndex(([, name]) => name === band), 12);
  bytes.writeUInt16LE(words.size, 13);
  bytes.writeUInt16LE(elements.size, 15);
  bytes.writeUInt16LE(charges.named.size, 17);
  let at = HEAD;
  for (const [term, count] of words) at = bytes.writeUInt8(Math.min(count, 255), bytes.writeUInt16LE(term, at));
  for (const counts of [elements, charges.named])
    for (const [number, count] of counts) at = bytes.writeUInt16LE(Math.min(count, 65_535), bytes.writeUInt16LE(number, at));
  for (const odds of charges.odds) at = bytes.writeFloatLE(odds, at);
  return bytes;
}

/** Opens what `packProfile` wrote. @throws RangeError when the bytes are cut off */
export function unpackProfile(bytes: Buffer, id: CaseId, fingerprint: string): CaseProfile {
  let at = HEAD;
  const words = new Map<number, number>();
  for (let left = bytes.readUInt16LE(13); left > 0; left--, at += 3) words.set(bytes.readUInt16LE(at), bytes.readUInt8(at + 2));
  const read = (size: number): Map<number, number> => {
    const counts = new Map<number, number>();
    for (let left = size; left > 0; left--, at += 4) counts.set(bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2));
    return counts;
  };
  const [elements, named] = [read(bytes.readUInt16LE(15)), read(bytes.readUInt16LE(17))];
  const odds = Float64Array.from({ length: Math.floor((bytes.length - at) / 4) }, (_, charge) => bytes.readFloatLE(at + 4 * charge));
  const band = MONEY_BANDS[bytes.readUInt8(12)]?.[1] ?? null;
  return {
    id,
    fingerprint,
    moneyBand: () => band,
    words,
    wordCount: bytes.readUInt32LE(0),
    elements,
    charges: spreadCharges(odds, named),
    drugGrams: bytes.readDoubleLE(4),
  };
}

const told = new WeakMap<SimilarityModel, number>();

/** A number (signed, 32 bits) of everything a packed profile depends on: version, words, elements, charges of the model. */
export function tellRules(model: SimilarityModel): number {
  const known = told.get(model);
  if (known !== undefined) return known;
  const names = [model.version, ...model.words, ...CASE_ELEMENTS.map(({ name }) => name), ...model.charges.map(({ name }) => name)];
  const rules = createHash("sha256").update(names.join("\n")).digest().readInt32LE(0);
  told.set(model, rules);
  return rules;
}
