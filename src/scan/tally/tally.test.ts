import fc from "fast-check";
import { expect, test } from "vitest";
import type { Kind } from "#scan/kinds.ts";
import type { RecordFinding, SeizedRecord } from "#scan/records/seized-record.ts";
import { addToGroups, fullYears, unpackResidentId } from "#scan/tally/age-groups.ts";
import { Interner, NumberColumn } from "#scan/tally/interner.ts";
import { assertReconciled, emptyLine } from "#scan/tally/ledger.ts";
import { packValue } from "#scan/tally/pack-value.ts";
import { PersonGroups } from "#scan/tally/persons.ts";
import { Tally } from "#scan/tally/tally.ts";

const options = { item: "record", key: "auto", asOf: "2026-11-22", keepPlaces: true } as const;

test("different values pack differently, equal ones equally", () => {
  const value = fc.oneof(fc.stringMatching(/^\d{1,27}X?$/), fc.string({ maxLength: 8 }), fc.string({ minLength: 20, maxLength: 40 }));
  fc.assert(
    fc.property(fc.nat(43), value, fc.nat(43), value, (kind, one, otherKind, other) => {
      const pack = (of: number, text: string) => {
        const words = new Uint32Array(4);
        packValue(of, text, words);
        return words.join(".");
      };
      expect(pack(kind, one) === pack(otherKind, other)).toBe(kind === otherKind && one === other);
      expect(pack(kind, one)).toBe(pack(kind, one));
    }),
  );
  const words = (text: string) => {
    const packed = new Uint32Array(4);
    packValue(1, text, packed);
    return packed.join(".");
  };
  expect(new Set(["0", "00", "000", "0X", "X", "", "1", "01"].map(words)).size).toBe(8);
});

test("the interner numbers values as a map would, through many growths", () => {
  const interner = new Interner();
  const known = new Map<string, number>();
  const packed = new Uint32Array(4);
  for (let step = 0; step < 60_000; step++) {
    const value = String((step * 7919) % 40_009);
    packValue(2, value, packed);
    const expected = known.get(value) ?? known.size;
    known.set(value, expected);
    expect(interner.intern(packed)).toBe(expected);
  }
  expect(interner.size).toBe(known.size);
});

test("identifiers that stand together are one group, as a slow count says", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), { maxLength: 25 }), (records) => {
      const groups = new PersonGroups(new NumberColumn());
      let slow: Set<number>[] = [];
      for (const record of records) {
        for (const identifier of record) groups.add(identifier);
        for (const identifier of record) groups.join(record[0] ?? 0, identifier);
        const touched = slow.filter((group) => record.some((identifier) => group.has(identifier)));
        slow = [...slow.filter((group) => !touched.includes(group)), new Set([...record, ...touched.flatMap((group) => [...group])])];
      }
      expect(groups.groups).toBe(slow.length);
    }),
  );
});

test("a year of age is reached on the day after the birthday", () => {
  expect(fullYears(20_121_122, 20_261_122)).toBe(13);
  expect(fullYears(20_121_121, 20_261_122)).toBe(14);
  expect(fullYears(20_080_229, 20_260_301)).toBe(18);
  expect(fullYears(20_080_229, 20_260_228)).toBe(17);
  expect(fullYears(20_080_229, 20_240_229)).toBe(15);
});

test("under 18 includes under 14, 60 is over 60, women have an even 17th digit", () => {
  const groups = { under14: 0, under18: 0, over60: 0, women: 0 };
  for (const id of ["110105201501019028", "110105196611219018"]) addToGroups(groups, unpacked(id), 20_261_122);
  expect(groups).toEqual({ under14: 1, under18: 1, over60: 1, women: 1 });
});

test("birth and sex are read out of the packed resident id as out of its text", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (id) => {
      expect(unpacked(id)).toEqual({ birth: Number(id.slice(6, 14)), order: Number(id[16]) });
    }),
  );
  expect(() => unpacked("110105900101902")).toThrow("18 characters");
});

test("a ledger that does not add up never leaves", () => {
  const line = { ...emptyLine(), seized: 2, valid: 1, distinct: 1 };
  expect(() => assertReconciled({ total: line, tiers: { A: line, B: emptyLine(), C: emptyLine() } })).toThrow(/seized 2/);
});

const KINDS_TRIED = ["resident-id", "mobile", "name", "address", "landline", "ip", "health", "whereabouts", "bank-card"] as const;
const recordArbitrary = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>(...KINDS_TRIED),
      state: fc.constantFrom<"valid" | "damaged" | "invalid">("valid", "valid", "damaged", "invalid"),
      value: fc.constantFrom("110105199003079011", "110105200103079028", "110105195003079033"),
      otherParty: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((findings) => fc.tuple(fc.constant(findings), fc.constantFrom("", "t1", "t2"), fc.constantFrom("row 1", "row 2")));

test("whatever the records and their order, the ledgers reconcile and the figures are the same", () => {
  fc.assert(
    fc.property(
      fc.array(recordArbitrary, { maxLength: 30 }),
      fc.constantFrom("auto", "row", "mobile", "name"),
      fc.constantFrom<"record" | "person">("record", "person"),
      (records, key, item) => {
        const count = (list: typeof records) => {
          const tally = new Tally({ ...options, key, item });
          for (const [row, [findings, details, everything]] of list.entries())
            tally.add(buildRecord(findings, row + 1, details, everything), 0);
          return tally.result(); // throws when it does not reconcile
        };
        const result = count(records);
        expect(count([...records].reverse())).toEqual(result);
        expect(result.ledger.total.seized).toBe(records.length);
        expect(result.persons.atLeast).toBeLessThanOrEqual(result.persons.atMost);
        if (item === "person") expect(result.ledger.total.distinct).toBe(result.persons.atMost);
        if (key === "auto" && item === "record") expect(result.ledger.total.duplicates).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("in tier A each point is a fact of its own, in tier C the identifier alone is the key", () => {
  const tally = new Tally(options);
  const mobile = { kind: "mobile", state: "valid", value: "13900000001", otherParty: false } as const;
  const point = { kind: "whereabouts", state: "valid", value: "p", otherParty: false } as const;
  const steps = [
    tally.add(buildRecord([mobile, point], 1, "8:00 A", "r1"), 0),
    tally.add(buildRecord([mobile, point], 2, "9:00 A", "r2"), 0),
    tally.add(buildRecord([mobile, point], 3, "8:00 A", "r3"), 0),
    tally.add(buildRecord([mobile], 4, "x", "r4"), 0),
    tally.add(buildRecord([mobile], 5, "y", "r5"), 1),
  ];
  expect(steps.map(({ tier, step }) => `${tier} ${step}`)).toEqual([
    "A distinct",
    "A distinct",
    "A duplicate",
    "C distinct",
    "C duplicate",
  ]);
  expect(steps[2]?.first).toEqual({ source: 0, row: 1 });
  expect(steps[4]?.first).toEqual({ source: 0, row: 4 });
});

function unpacked(id: string) {
  const words = new Uint32Array(4);
  packValue(0, id, words);
  const [first = 0, , middle = 0, low = 0] = words;
  return unpackResidentId(first, middle, low);
}

function buildRecord(
  findings: readonly {
    readonly kind: Kind;
    readonly state: RecordFinding["state"];
    readonly value: string;
    readonly otherParty: boolean;
  }[],
  row: number,
  details: string,
  everything: string,
): SeizedRecord {
  return {
    row,
    findings: findings.map((finding) => ({ ...finding, from: 0, to: 1, because: null, column: 0 })),
    photograph: false,
    secret: false,
    moneyAccount: false,
    offset: () => 0,
    details: () => details,
    everything: () => everything,
    cells: () => [],
  };
}
