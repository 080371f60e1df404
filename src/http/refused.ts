import type { Refusal } from "#refusals/refusal.ts";

/** Carries a refusal through Fastify's hooks to the error handler; operations never throw it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.name = "Refused";
    this.refusal = refusal;
  }
}
