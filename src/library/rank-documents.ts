import { compareCases } from "#similarity/compare-cases.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import { unpackProfile } from "#similarity/pack-profile.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";
import type { ScoreParts } from "#similarity/similarity.contract.ts";

export type Question = { readonly profile: CaseProfile; readonly fingerprint: Buffer; readonly likeness: Buffer };
type Candidate = { readonly id: number; readonly fingerprint: Buffer; readonly likeness: Buffer; readonly profile: Buffer };
export type RankedDocument = {
  readonly id: number;
  readonly profile: CaseProfile;
  readonly score: number;
  readonly parts: ScoreParts;
  readonly duplicate: "same-text" | "same-elements" | null;
};

/** 精排 the exact score of each candidate, the best first, `top` of them; equal scores by number. A candidate that comes twice counts once. */
export function rankDocuments(question: Question, candidates: readonly Candidate[], top: number, model: SimilarityModel): RankedDocument[] {
  const seen = new Map<number, RankedDocument>();
  for (const { id, fingerprint, likeness, profile: packed } of candidates) {
    if (seen.has(id)) continue;
    const profile = unpackProfile(packed, id, fingerprint.toString("hex"));
    const duplicate = fingerprint.equals(question.fingerprint)
      ? ("same-text" as const)
      : likeness.equals(question.likeness)
        ? ("same-elements" as const)
        : null;
    seen.set(id, { id, profile, duplicate, ...compareCases(question.profile, profile, model) });
  }
  return [...seen.values()].sort((a, b) => b.score - a.score || a.id - b.id).slice(0, top);
}
