import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scratch } from "#scan/byte-source.ts";
import { openScratch } from "#scan/sources/scratch.ts";
import { Counters, figuresOf } from "#scan/tally/counters.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import { MarkStore } from "#scan/tally/mark-store.ts";
import { JOINED, MARK_WORDS, ROLES } from "#scan/tally/marks.ts";
import { packChunk, partitionMarks } from "#scan/tally/partition-marks.ts";
import { type BuiltRecord, buildRecord, recordsArbitrary } from "#scan/tally/records.builder.ts";
import { settleMarks } from "#scan/tally/settle-marks.ts";
import { Tally } from "#scan/tally/tally.ts";

type Options = { item: "record" | "person"; key: string; asOf: string };
const never = new AbortController().signal;
let scratch: Scratch;
beforeAll(async () => {
  scratch = await openScratch();
});
afterAll(() => scratch.close());

async function settle(chunks: readonly (readonly BuiltRecord[])[], options: Options, budget: number, most: number) {
  const store = new MarkStore(scratch, budget);
  const counters = new Counters();
  for (const records of chunks) {
    const marker = new RecordMarker(options.key);
    for (const record of records) marker.mark(buildRecord(record), record.decision);
    const chunk = marker.take();
    counters.add(chunk);
    store.add(records.length % 2 === 0 ? packChunk(chunk) : { ...partitionMarks(chunk.marks), parties: chunk.parties });
    if (store.isFull) await store.putAside();
  }
  const settlement = await settleMarks(store, { asOf: options.asOf, signal: never, atOnce: 3, most: most * MARK_WORDS });
  await store.release();
  return figuresOf(counters, settlement, options);
}

const optionsArbitrary = fc.record({
  item: fc.constantFrom<"record" | "person">("record", "person"),
  key: fc.constantFrom("auto", "row", "mobile", "name", "resident-id"),
  asOf: fc.constantFrom("2026-11-22", "2008-02-29"),
});

test("settling all marks together gives what counting one record after the other gives, in any order, chunks, slices and budget of memory", async () => {
  await fc.assert(
    fc.asyncProperty(
      recordsArbitrary,
      optionsArbitrary,
      fc.array(fc.nat(7), { maxLength: 6 }),
      fc.constantFrom(0, 2000, 1e9),
      fc.constantFrom(1, 2, 1000),
      async (records, options, cuts, budget, most) => {
        const tally = new Tally({ ...options, keepPlaces: false });
        for (const record of records) tally.add(buildRecord(record), 0, record.decision);
        const chunks: BuiltRecord[][] = [];
        const rest = [...records].reverse();
        for (const cut of cuts) chunks.push(rest.splice(0, cut));
        chunks.push(rest);
        expect(await settle(chunks, options, budget, most)).toEqual(tally.result());
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

test("a tally that is given its sources' marks again comes to the same, and knows the same rows", () => {
  fc.assert(
    fc.property(recordsArbitrary, recordsArbitrary, optionsArbitrary, (first, second, options) => {
      const [one, again] = [true, true].map((keepMarks) => new Tally({ ...options, keepPlaces: true, keepMarks }));
      if (!one || !again) return;
      const count = (tally: Tally, records: readonly BuiltRecord[], source: number) =>
        records.map((record, at) => tally.add(buildRecord(record, at + 1), source, record.decision));
      count(one, first, 0);
      again.replay(one.takeSource(), 0);
      expect(count(again, second, 1)).toEqual(count(one, second, 1));
      expect(again.result()).toEqual(one.result());
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("many more marks than a part holds are settled exactly", async () => {
  const marker = new RecordMarker("auto");
  const records = Array.from({ length: 20_000 }, (_, at) => {
    const value = `139${String((at * 7919) % 12_000).padStart(8, "0")}`;
    return {
      findings: [{ kind: "mobile", state: "valid", value, otherParty: false }],
      details: "",
      everything: "",
      decision: null,
    } as const;
  });
  for (const record of records) marker.mark(buildRecord(record), null);
  const chunk = marker.take();
  const store = new MarkStore(scratch);
  // All in one part, so that it must be divided again.
  const inOnePart = (marks: Uint32Array<ArrayBuffer>) =>
    store.add({ marks, starts: Uint32Array.from({ length: 257 }, (_, part) => (part === 0 ? 0 : marks.length)), parties: chunk.parties });
  inOnePart(chunk.marks.slice());
  inOnePart(chunk.marks);
  const { keys, joined, persons } = await settleMarks(store, { asOf: "2026-11-22", signal: never });
  expect([keys.C, joined, persons.C]).toEqual([12_000, 12_000, 12_000]);
});

test("only identifiers that stand with a party have one", () => {
  fc.assert(
    fc.property(recordsArbitrary, (records) => {
      const marker = new RecordMarker("auto");
      for (const record of records) marker.mark(buildRecord(record), record.decision);
      const { marks, parties } = marker.take();
      for (let at = 0; at < marks.length; at += MARK_WORDS) {
        const joined = ((marks[at + ROLES] ?? 0) & JOINED) !== 0;
        expect((marks[at + 4] ?? 0) < parties).toBe(joined);
      }
    }),
  );
});
