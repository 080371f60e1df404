import { expect, test } from "vitest";
import { areSetsThere, measureCompanions } from "#scan/detectors/measure-companions.builder.ts";

/** Shares that must not fall, a little below what `node bench/detection.ts` prints; docs/decisions/0004 says what each figure means. */
const AT_LEAST: readonly (readonly [what: RegExp, share: number])[] = [
  [/persons, precision/, 0.96],
  [/persons, recall/, 0.68],
  [/precision of addresses/, 0.93],
  [/places down to a house, recall/, 0.3],
  [/first party of the title/, 0.93],
  [/named again in their judgment/, 0.63],
  [/beside a label/, 0.99],
  [/the same without a label/, 0.85],
];

test.skipIf(!areSetsThere)("names and addresses of the public sets are found as well as the documents say", { timeout: 60_000 }, () => {
  const measured = measureCompanions();
  for (const [what, share] of AT_LEAST) {
    const figure = measured.find((one) => what.test(one.what));
    expect(figure?.of ?? 0, String(what)).toBeGreaterThan(15);
    expect((figure?.right ?? 0) / (figure?.of ?? 1), String(what)).toBeGreaterThanOrEqual(share);
  }
});
