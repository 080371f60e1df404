import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { assess } from "#statutes/assess.ts";
import { findFlips } from "#statutes/find-flips.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { Band, GroundOutcome, OffenceAssessment } from "#statutes/statutes.contract.ts";

const provisions = loadProvisions();
const Table = z.strictObject({
  base: z.record(z.string(), z.unknown()),
  cases: z.array(
    z.strictObject({
      title: z.string(),
      facts: z.record(z.string(), z.unknown()),
      expect: z.strictObject({
        band: Band,
        bandAtMost: Band.optional(),
        established: GroundOutcome.optional(),
        met: z.array(z.string()).optional(),
        missing: z.array(z.string()).optional(),
        public: GroundOutcome.optional(),
        because: z.string().optional(),
        maxYears: z.number().optional(),
        fine: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
      }),
    }),
  ),
});

for (const file of globSync(join(PROVISIONS_FOLDER, "*", "*.cases.yaml"))) {
  const told: unknown = parse(readFileSync(file, "utf8"));
  if (Array.isArray(told)) continue; // the cases of 253-1 have a shape and a test of their own
  const { base, cases } = Table.parse(told);
  describe(basename(file), () => {
    test.each(cases)("$title", ({ facts, expect: wanted }) => {
      const given = OffenceFacts.parse({ ...base, ...facts });
      const answer = OffenceAssessment.parse(assess(given, provisions));
      expect(answer.band).toBe(wanted.band);
      expect(answer.bandAtMost, "a row without bandAtMost says that nothing unknown can raise the band").toBe(wanted.bandAtMost);
      if (wanted.established) expect(answer.established).toBe(wanted.established);
      if (wanted.met) expect(answer.grounds.filter(({ outcome }) => outcome === "met").map(({ limb }) => limb)).toEqual(wanted.met);
      if (wanted.missing) expect(answer.missing).toEqual(wanted.missing);
      if (wanted.public) expect(answer.publicProsecution?.outcome).toBe(wanted.public);
      if (wanted.because) expect(answer.version.chosenBecause).toContain(wanted.because);
      if (wanted.maxYears) expect(answer.consequence?.imprisonment.maxYears).toBe(wanted.maxYears);
      if (wanted.fine) expect(answer.consequence?.fine).toEqual({ from: wanted.fine[0], to: wanted.fine[1] });
    });
    test("every flip holds: at its value the band is the one it names, one less it is not", () => {
      for (const { facts } of cases) {
        const given = OffenceFacts.parse({ ...base, ...facts });
        for (const flip of findFlips(given, provisions).flips) {
          if (typeof flip.changesAt !== "number" || flip.fact.includes(".")) continue;
          const at = (value: number) => assess(OffenceFacts.parse({ ...given, [flip.fact]: value }), provisions).band;
          expect([flip.fact, at(flip.changesAt)]).toEqual([flip.fact, flip.to]);
          expect(at(flip.direction === "up" ? flip.changesAt - 1 : flip.changesAt + 1)).toBe(assess(given, provisions).band);
        }
      }
    });
  });
}
