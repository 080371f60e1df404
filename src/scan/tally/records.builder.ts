import fc from "fast-check";
import type { Kind } from "#scan/kinds.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { RecordFinding, SeizedRecord } from "#scan/records/seized-record.ts";

/** A record as a test says it: what was found, what a fact of tier A or B tells, the whole row, what a person decided. */
export type BuiltRecord = {
  readonly findings: readonly Pick<RecordFinding, "kind" | "state" | "value" | "otherParty">[];
  readonly details: string;
  readonly everything: string;
  readonly decision: RecordDecision | null;
};

const NUMBERS = ["110105199003079011", "110105200103079028", "110105195003079033", "11010520150101902X"];
const TEXTS = ["王小明", "临江市人民路一百二十三号院", "临江市人民路一百二十四号院", "a@b.cn"];
const NUMERIC = ["resident-id", "mobile", "bank-card"] as const satisfies readonly Kind[];
const WORDED = ["name", "address", "landline", "ip", "health", "whereabouts", "biometric", "email"] as const satisfies readonly Kind[];

const finding = (kind: fc.Arbitrary<Kind>, value: fc.Arbitrary<string>) =>
  fc.record({
    kind,
    state: fc.constantFrom<"valid" | "damaged" | "invalid">("valid", "valid", "valid", "damaged", "invalid"),
    value,
    otherParty: fc.boolean(),
  });

/** Records of few values, so that they meet again and again: as keys, as persons of a relation, as facts of every tier. */
export const recordsArbitrary: fc.Arbitrary<BuiltRecord[]> = fc.array(
  fc.record({
    findings: fc.array(
      fc.oneof(
        finding(fc.constantFrom<Kind>(...NUMERIC), fc.constantFrom(...NUMBERS)),
        finding(fc.constantFrom<Kind>(...WORDED), fc.constantFrom(...TEXTS)),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    details: fc.constantFrom("", "t1", "t2"),
    everything: fc.constantFrom("row 1", "row 2"),
    decision: fc.constantFrom<RecordDecision | null>(null, null, null, null, "rejected", "anonymised"),
  }),
  { maxLength: 30 },
);

export function buildRecord({ findings, details, everything }: BuiltRecord, row = 1): SeizedRecord {
  return {
    row,
    findings: findings.map((one) => ({ ...one, from: 0, to: 1, because: null, column: 0 })),
    photograph: false,
    secret: false,
    moneyAccount: false,
    offset: () => 0,
    details: () => details,
    everything: () => everything,
    cells: () => [],
  };
}
