import { type Comparison, compareCases } from "#similarity/compare-cases.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";
import type { SimilarCases } from "#similarity/similarity.contract.ts";
import { tellMatch } from "#similarity/tell-match.ts";

type Ranked = Comparison & { readonly candidate: CaseProfile };

/** Keeps the `top` candidates most like one query while any number of them goes by: memory is bounded by `top`. */
export class Ranking {
  readonly query: CaseProfile;
  readonly #top: number;
  readonly #model: SimilarityModel;
  /** a list up to twice as long as asked for, cut back when it is full */
  #kept: Ranked[] = [];
  #least = Number.NEGATIVE_INFINITY;

  constructor(query: CaseProfile, top: number, model: SimilarityModel) {
    this.query = query;
    this.#top = top;
    this.#model = model;
  }

  add(candidate: CaseProfile): void {
    const comparison = compareCases(this.query, candidate, this.#model);
    if (comparison.score < this.#least) return;
    this.#kept.push({ candidate, ...comparison });
    if (this.#kept.length >= 2 * this.#top) this.#cut();
  }

  /** The best first; equal scores by id, then by fingerprint, so that the order of the candidates tells nothing. */
  tell(): SimilarCases {
    this.#cut();
    return {
      query: this.query.id,
      ranking: this.#kept.map(({ candidate, score, parts }) => ({
        id: candidate.id,
        score: round(score),
        ...tellMatch(this.query, candidate, this.#model),
        parts: {
          words: round(parts.words),
          charges: round(parts.charges),
          elements: round(parts.elements),
          quantities: round(parts.quantities),
        },
      })),
    };
  }

  #cut(): void {
    this.#kept.sort(byRank);
    this.#kept.length = Math.min(this.#kept.length, this.#top);
    if (this.#kept.length === this.#top) this.#least = this.#kept.at(-1)?.score ?? this.#least;
  }
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    compareTexts(String(a.candidate.id), String(b.candidate.id)) ||
    compareTexts(a.candidate.fingerprint, b.candidate.fingerprint)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
