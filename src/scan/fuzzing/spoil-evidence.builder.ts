import fc from "fast-check";
import type { EvidenceSample } from "#scan/fuzzing/evidence-samples.builder.ts";

/** A way to spoil bytes. `at` and `to` are shares of the length, so that a shrunk one still fits. */
type Damage =
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  | { readonly kind: "number"; readonly at: number; readonly value: number; readonly width: 1 | 2 | 4; readonly big: boolean }
  | { readonly kind: "cut" | "repeat" | "swap"; readonly at: number; readonly to: number; readonly times: number }
  | { readonly kind: "insert"; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: "graft"; readonly at: number; readonly from: number; readonly share: number }
  | { readonly kind: "end"; readonly at: number };

export type SpoiltEvidence = { readonly path: string; readonly bytes: Buffer };

const SIGNS = [
  ...[
    '"',
    "'",
    "`",
    ",",
    "\t",
    "|",
    "----",
    "\n",
    "\r\n",
    "\0",
    "\ufeff",
    "\\",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    "[{",
    ":[",
    "null",
    "<",
    ">",
  ],
  ...[
    "</",
    "/>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&",
    "&#x110000;",
    "&amp;",
    "<table>",
    "</table>",
    "<tr>",
    "<row>",
    "(",
    ")",
    ";",
    "--",
  ],
  ...[
    "/*",
    "*/",
    "$$",
    "GO\n",
    "\\.\n",
    "INSERT INTO t VALUES (",
    "CREATE TABLE t (",
    "COPY t FROM stdin;\n",
    "VALUES",
    "0",
    "-1",
    "1e308",
  ],
  ...["99999999999999999999", "1.10105E+17", "姓名,手机号\n", "字".repeat(300), "a".repeat(3000), "[".repeat(400), '{"a":'.repeat(400)],
  ...[
    "<a>".repeat(400),
    "1,".repeat(3000),
    "=?utf-8?B?",
    "Content-Type: multipart/mixed; boundary=xx\n\n",
    "--xx\n",
    "From a@b Fri 2024\n",
  ],
  ...["2024-03-01 09:12:00 张三\n", "endstream", "stream\n", "<<", ">>", "/Length 999999999", "0 R", "PK\x03\x04", "PK\x01\x02", "%%EOF"],
];
const BOUNDARIES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const share = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: share, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant("number" as const),
    at: share,
    value: fc.constantFrom(...BOUNDARIES),
    width: fc.constantFrom(1 as const, 2 as const, 4 as const),
    big: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("cut" as const, "repeat" as const, "swap" as const),
    at: share,
    to: share,
    times: fc.integer({ min: 2, max: 40 }),
  }),
  fc.record({ kind: fc.constant("insert" as const), at: share, bytes: fc.constantFrom(...SIGNS).map((sign) => Buffer.from(sign)) }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: share,
    bytes: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  }),
  fc.record({ kind: fc.constant("graft" as const), at: share, from: fc.nat(1000), share }),
  fc.record({ kind: fc.constant("end" as const), at: share }),
);

/**
 * Evidence spoilt from samples: one to eight damages, each in a part or in the packed whole, sometimes under another sample's name.
 * `slowShare` of 0 to 1 are of the formats that need a thread of their own.
 */
export function arbitraryEvidence(samples: readonly EvidenceSample[], slowShare: number): fc.Arbitrary<SpoiltEvidence> {
  const of = (slow: boolean) => fc.constantFrom(...samples.filter((sample) => sample.slow === slow));
  const weight = Math.round(slowShare * 1000);
  const sample = fc.oneof({ arbitrary: of(false), weight: 1000 - weight }, { arbitrary: of(true), weight });
  const damages = fc.array(fc.record({ part: fc.nat(1000), damage }), { minLength: 1, maxLength: 8 });
  const rename = fc.oneof({ arbitrary: fc.constant(null), weight: 9 }, { arbitrary: fc.nat(1000), weight: 1 });
  return fc.record({ sample, damages, rename }).map(({ sample, damages, rename }) => {
    const parts = [...sample.parts];
    for (const { part, damage } of damages) {
      const at = part % parts.length;
      parts[at] = spoil(parts[at] ?? Buffer.alloc(0), damage, samples);
    }
    const name = rename === null ? undefined : samples[rename % samples.length];
    return { path: (name?.slow === false ? name : sample).path, bytes: sample.build(parts) };
  });
}

const LARGEST = 256 * 1024;

function spoil(bytes: Buffer, damage: Damage, samples: readonly EvidenceSample[]): Buffer {
  const place = (at: number) => Math.min(bytes.length, Math.floor(at * (bytes.length + 1)));
  const at = place(damage.at);
  if (damage.kind === "flip") {
    const changed = Buffer.from(bytes);
    if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << damage.bit);
    return changed;
  }
  if (damage.kind === "number") {
    const changed = Buffer.from(bytes);
    const value = damage.value % 2 ** (8 * damage.width);
    if (at + damage.width <= changed.length)
      damage.big ? changed.writeUIntBE(value, at, damage.width) : changed.writeUIntLE(value, at, damage.width);
    return changed;
  }
  if (damage.kind === "end") return bytes.subarray(0, at);
  if (damage.kind === "insert") return Buffer.concat([bytes.subarray(0, at), damage.bytes, bytes.subarray(at)]);
  if (damage.kind === "graft") {
    const other = samples[damage.from % samples.length];
    const whole = other?.parts[0] ?? Buffer.alloc(0);
    const from = Math.floor(damage.share * whole.length);
    return Buffer.concat([bytes.subarray(0, at), whole.subarray(from, from + 2000), bytes.subarray(at)]);
  }
  const [from, until] = [Math.min(at, place(damage.to)), Math.max(at, place(damage.to))];
  const piece = bytes.subarray(from, until);
  if (damage.kind === "cut") return Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)]);
  if (damage.kind === "swap") return Buffer.concat([bytes.subarray(0, from), bytes.subarray(until), piece]);
  const times = Math.max(1, Math.min(damage.times, Math.floor(LARGEST / Math.max(1, piece.length))));
  return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: times }, () => piece), bytes.subarray(until)]);
}
