import type { ByteSource } from "#scan/byte-source.ts";
import { countDecided } from "#scan/count/count-decided.ts";
import type { CountHooks } from "#scan/count-evidence.ts";
import type { CountOptions, CountResult } from "#scan/scan.contract.ts";
import { openScratch, sourceOfBytes } from "#scan/sources/scratch.ts";

/** Counts invented evidence given as path → bytes, the way the program does. */
export async function countBytes(
  evidence: Readonly<Record<string, Uint8Array | string>> | AsyncIterable<ByteSource> | readonly ByteSource[],
  options: Partial<CountOptions> = {},
  hooks: Partial<CountHooks> = {},
): Promise<CountResult> {
  const sources = isIterable(evidence)
    ? evidence
    : Object.entries(evidence).map(([path, bytes]) => sourceOfBytes(path, Buffer.from(bytes)));
  const scratch = await openScratch();
  try {
    const whole: CountOptions = { item: "record", key: "auto", asOf: "2026-11-22", as: null, ...options };
    return await countDecided(() => sources, whole, {
      scratch,
      signal: new AbortController().signal,
      clock: () => 0,
      toolVersion: "test",
      ...hooks,
    });
  } finally {
    await scratch.close();
  }
}

function isIterable(evidence: object): evidence is AsyncIterable<ByteSource> | readonly ByteSource[] {
  return Symbol.iterator in evidence || Symbol.asyncIterator in evidence;
}

/** A valid 18-digit resident id for a region, birth date (YYYYMMDD) and order code; order codes 900–999 are practically never issued. */
export function buildResidentId(order = 901, birth = "19900307", region = "110105"): string {
  const body = `${region}${birth}${String(order).padStart(3, "0")}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return body + "10X98765432"[sum % 11];
}

/** An invented mobile number of an allocated segment. */
export function buildMobile(number: number): string {
  return `139${String(number).padStart(8, "0")}`;
}

/** A card number of a real issuer's prefix whose last digit satisfies Luhn. */
export function buildBankCard(number: number): string {
  const body = `622202${String(number).padStart(12, "0")}`;
  const sum = [...body].reverse().reduce((total, digit, at) => total + luhnPart(Number(digit), at % 2 === 0), 0);
  return body + String((10 - (sum % 10)) % 10);
}

function luhnPart(digit: number, doubled: boolean): number {
  const value = doubled ? digit * 2 : digit;
  return value > 9 ? value - 9 : value;
}
