import { createHash } from "node:crypto";
import type { LibraryFacts } from "#library/library.contract.ts";
import { listPostings, type Posting } from "#library/list-features.ts";
import { tellFacts } from "#library/tell-facts.ts";
import { type Knowledge, readText } from "#reading/read-text.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import { packProfile, tellRules } from "#similarity/pack-profile.ts";
import { type CaseProfile, profileCase } from "#similarity/profile-case.ts";

/** What texts are read with. */
export type LibraryKnowledge = { readonly model: SimilarityModel; readonly knowledge: Knowledge };

/** Everything the library keeps of a text but the text. */
export type LibraryEntry = {
  readonly profile: CaseProfile;
  readonly facts: LibraryFacts;
  readonly packed: Buffer;
  readonly postings: readonly Posting[];
  readonly fingerprint: Buffer;
  readonly likeness: Buffer;
  readonly rules: number;
};

/** Fewer values than these say too little to call two texts the same. */
const TELLING = 5;

/** Reads a text for the library: some milliseconds for a judgment, linear in its length. Pure. */
export function readLibraryText(text: string, { model, knowledge }: LibraryKnowledge): LibraryEntry {
  const profile = profileCase({ id: "text", text }, model);
  const facts = tellFacts(profile, readText(text, knowledge), model);
  const fingerprint = Buffer.from(profile.fingerprint, "hex");
  return {
    profile,
    facts,
    packed: packProfile(profile),
    postings: listPostings(profile, model),
    fingerprint,
    likeness: tellLikeness(facts, fingerprint),
    rules: tellRules(model),
  };
}

/** 要素指纹 of everything that was read, the exact number of items included; of a text that tells little it is the text's own. */
function tellLikeness({ values, items }: LibraryFacts, fingerprint: Buffer): Buffer {
  const told = Object.entries(values)
    .flatMap(([aspect, list]) => list.map((value) => `${aspect} ${value}`))
    .sort();
  if (told.length < TELLING) return fingerprint;
  return createHash("sha256")
    .update([...told, String(items)].join("\n"))
    .digest();
}
