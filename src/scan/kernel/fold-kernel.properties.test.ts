import fc from "fast-check";
import { expect, test } from "vitest";
import { foldInKernel } from "#scan/kernel/fold-kernel.ts";
import { KIND_NAMES } from "#scan/kinds.ts";
import { foldMarks } from "#scan/tally/fold-marks.ts";
import { COUNTED, JOINED, KEYED, MARK_WORDS, NO_PARTY, PARTY, RANKED, ROLES } from "#scan/tally/marks.ts";
import { packValue } from "#scan/tally/pack-value.ts";
import { PartyGroups } from "#scan/tally/party-groups.ts";

const VALUES = [
  "110105199003079011",
  "11010520150101902X",
  "110105196611259012",
  "110105200811259033",
  "13912345678",
  "林青山",
  "临江市人民路一百二十三号院",
];
const kinds = ["resident-id", "mobile", "name", "address"] as const;

const marksArbitrary = fc.array(
  fc.record({
    value: fc.nat(VALUES.length - 1),
    kind: fc.nat(kinds.length - 1),
    party: fc.nat(9),
    roles: fc.tuple(
      fc.boolean(),
      fc.constantFrom(0, KEYED.A, KEYED.B, KEYED.C),
      fc.constantFrom(0, RANKED.A, RANKED.B, RANKED.C),
      fc.boolean(),
    ),
  }),
  { maxLength: 60 },
);

function pack(
  marks: readonly { value: number; kind: number; party: number; roles: readonly [boolean, number, number, boolean] }[],
): Uint32Array {
  const packed = new Uint32Array(marks.length * MARK_WORDS);
  for (const [
    index,
    {
      value,
      kind,
      party,
      roles: [counted, key, rank, joined],
    },
  ] of marks.entries()) {
    const at = index * MARK_WORDS;
    // Only values of eighteen characters are counted as resident ids.
    const name = value < 4 ? "resident-id" : (kinds[Math.max(1, kind)] ?? "name");
    packValue(KIND_NAMES.indexOf(name), VALUES[value] ?? "", packed.subarray(at, at + 4));
    packed[at + PARTY] = joined ? party : NO_PARTY;
    packed[at + ROLES] = (counted ? COUNTED : 0) | key | rank | (joined ? JOINED : 0);
  }
  return packed;
}

/** Which pairs join parties does not matter, only into how many groups. */
function tell({ shared, ...counts }: ReturnType<typeof foldMarks>, parties: number) {
  const groups = new PartyGroups(parties);
  groups.join(shared);
  return { ...counts, groups: groups.groups };
}

test("the kernel brings marks together as the tally does", () => {
  fc.assert(
    fc.property(marksArbitrary, fc.constantFrom("2026-11-25", "2008-02-29"), (marks, asOf) => {
      const packed = pack(marks);
      expect(tell(foldInKernel(packed.slice(), asOf), 10)).toEqual(tell(foldMarks(packed.slice(), asOf), 10));
    }),
    { numRuns: 500 },
  );
});

test("many marks, most of them different, come to the same", () => {
  const count = 40_000;
  const packed = new Uint32Array(count * MARK_WORDS);
  for (let index = 0; index < count; index++) {
    const at = index * MARK_WORDS;
    packValue(KIND_NAMES.indexOf("mobile"), `139${String((index * 7919) % 30_011).padStart(8, "0")}`, packed.subarray(at, at + 4));
    packed[at + PARTY] = index;
    packed[at + ROLES] = COUNTED | JOINED | RANKED.C | (index % 3 === 0 ? KEYED.C : 0);
  }
  expect(tell(foldInKernel(packed.slice(), "2026-11-25"), count)).toEqual(tell(foldMarks(packed.slice(), "2026-11-25"), count));
});

test("no marks come to nothing", () => {
  expect(tell(foldInKernel(new Uint32Array(0), "2026-11-25"), 0)).toEqual(tell(foldMarks(new Uint32Array(0), "2026-11-25"), 0));
});

test("a resident id of another length is a mistake of ours, not a figure", () => {
  const packed = new Uint32Array(MARK_WORDS);
  packValue(KIND_NAMES.indexOf("resident-id"), "110105900307901", packed);
  packed[ROLES] = COUNTED;
  expect(() => foldInKernel(packed, "2026-11-25")).toThrow("18 characters");
});
