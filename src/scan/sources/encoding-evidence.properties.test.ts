import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { EncodingEvidence } from "#scan/sources/encoding-evidence.ts";

const text = fc
  .array(fc.constantFrom("手机号", "a1", "，", "é", "😀", "\n"), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(""));
/** Bytes of UTF-8, some of which are damaged: another byte, or the text ends within a sign. */
const bytes = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0x80, max: 0xff })), { maxLength: 2 }), fc.nat(3))
  .map(([words, damage, cut]) => {
    const whole = Buffer.from(words);
    for (const [at, byte] of damage) if (at < whole.length && (whole[at] ?? 0) >= 0x80) whole[at] = byte;
    return whole.subarray(0, Math.max(1, whole.length - cut));
  });

test("bytes that come in pieces of any length, each written over the one before, are UTF-8 where the whole of them is", async () => {
  const seen = { utf8: 0, other: 0 };
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (whole, piece) => {
      const evidence = new EncodingEvidence();
      const room = new Uint8Array(piece);
      for (let at = 0; at < whole.length; at += piece) {
        const part = whole.subarray(at, at + piece);
        room.set(part);
        evidence.feed(room.subarray(0, part.length));
      }
      const decided = await evidence.decide(async () => ({ errors: 1, hanzi: 0 }));
      const isWhole = isUtf8(whole);
      seen[isWhole ? "utf8" : "other"]++;
      expect(decided?.encoding === "utf-8" && decided.errors === 0).toBe(isWhole);
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.utf8, seen.other)).toBeGreaterThan(50);
});
