import fc from "fast-check";
import { expect, test } from "vitest";
import { countBytes } from "#scan/count.builder.ts";
import { countSpoilt, PASSWORDS } from "#scan/fuzzing/count-spoilt.builder.ts";
import { buildSamples } from "#scan/fuzzing/evidence-samples.builder.ts";
import { arbitraryEvidence } from "#scan/fuzzing/spoil-evidence.builder.ts";

const samples = buildSamples();

test("every sample is read whole and holds records before it is spoilt", async () => {
  for (const { path, parts, build } of samples) {
    const { sources, ledger } = await countBytes({ [path]: build(parts) }, {}, { passwords: PASSWORDS });
    const read = sources.map((source) => `${source.status} ${source.problem?.kind ?? "-"}`);
    expect(read.every((status) => status === "scanned -") || path === "a.pdf", `${path}: ${read}`).toBe(true);
    expect(ledger.total.seized, path).toBeGreaterThan(0);
  }
}, 60_000);

// The full run of 100,000 is `node bench/fuzz.ts`; its share here has a seed, so that it is the same everywhere.
test("however evidence is spoilt, its count ends with an answer that adds up", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEvidence(samples, 0.01), async (evidence) => void (await countSpoilt(evidence))),
    { seed: 20261125, numRuns: 600, endOnFailure: true },
  );
}, 180_000);
