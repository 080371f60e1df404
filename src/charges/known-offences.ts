import type { z } from "zod";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { InfringingFacts } from "#statutes/statutes.contract.ts";

/** 引擎所知的罪名 the facts each offence asks for, by its id. */
export const FACTS_OF_OFFENCE: ReadonlyMap<string, Readonly<Record<string, z.ZodType>>> = new Map(
  [InfringingFacts, ...OffenceFacts.options].map((shape): [string, Readonly<Record<string, z.ZodType>>] => {
    const { offence, ...facts } = shape.shape;
    return [offence.value, facts];
  }),
);
