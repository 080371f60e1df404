import { isUtf8 } from "node:buffer";
import type { Encoding } from "#scan/scan.contract.ts";

/** What the whole of a text's bytes says about its encoding; `errors` are places that do not decode in it. */
export type DecidedEncoding = { readonly encoding: Encoding; readonly bom: number; readonly errors: number };

const SAMPLE = 4096;

/** Reads all bytes again as an encoding: places that fail, and whole signs of UTF-8 in the range of hanzi. */
type CountErrors = (encoding: "utf-8" | "gb18030") => Promise<{ readonly errors: number; readonly hanzi: number }>;

/**
 * Gathers, over all bytes of a source and not only its beginning, what speaks for each encoding: a file may be ASCII for a megabyte and
 * GB18030 after it. Fed with the bytes in order; `decide` after the last.
 */
export class EncodingEvidence {
  #total = 0;
  #nulEven = 0;
  #nulOdd = 0;
  #controls = 0;
  #sampled = 0;
  #plausibleLe = 0;
  #plausibleBe = 0;
  #units = 0;
  #utf8 = true;
  #carry: Uint8Array = new Uint8Array(0);
  #start: Uint8Array = new Uint8Array(0);

  feed(chunk: Uint8Array): void {
    if (this.#total === 0) this.#start = chunk.slice(0, 4);
    if (this.#utf8) this.#checkUtf8(chunk);
    // A Buffer is searched many bytes at once.
    if (Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).includes(0)) this.#countNuls(chunk);
    const sample = chunk.subarray(0, SAMPLE);
    for (const byte of sample)
      if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27 && byte !== 0) this.#controls++;
    this.#sampled += sample.length;
    this.#sampleUnits(chunk, this.#total % 2);
    this.#total += chunk.length;
  }

  /**
   * The encoding, or null when the bytes are no text. `countErrors` is asked only when the bytes are no valid UTF-8. A damaged place of
   * UTF-8 may decode as GB18030: whole hanzi of UTF-8 beside it say what the file is.
   */
  async decide(countErrors: CountErrors): Promise<DecidedEncoding | null> {
    const [a, b, c] = this.#start;
    if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", bom: 3, errors: await this.#utf8Errors(countErrors) };
    if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", bom: 2, errors: this.#total % 2 };
    if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", bom: 2, errors: this.#total % 2 };
    if (this.#total === 0) return { encoding: "utf-8", bom: 0, errors: 0 };
    const nuls = this.#nulEven + this.#nulOdd;
    const utf8 = this.#utf8 && this.#carry.length === 0;
    const wide = this.#wideEncoding(utf8, nuls);
    if (wide !== null) return { encoding: wide, bom: 0, errors: this.#total % 2 };
    if (nuls > this.#total * 0.3 || this.#controls > this.#sampled * 0.02 + 2) return null;
    if (utf8) return { encoding: "utf-8", bom: 0, errors: 0 };
    const [asUtf8, asGb] = [await countErrors("utf-8"), await countErrors("gb18030")];
    if (asUtf8.hanzi > asUtf8.errors) return { encoding: "utf-8", bom: 0, errors: asUtf8.errors };
    const decided: DecidedEncoding =
      asUtf8.errors <= asGb.errors
        ? { encoding: "utf-8", bom: 0, errors: asUtf8.errors }
        : { encoding: "gb18030", bom: 0, errors: asGb.errors };
    return decided.errors > Math.max(1, this.#total * 0.03) ? null : decided;
  }

  async #utf8Errors(countErrors: CountErrors): Promise<number> {
    return this.#utf8 && this.#carry.length === 0 ? 0 : (await countErrors("utf-8")).errors;
  }

  #wideEncoding(utf8: boolean, nuls: number): "utf-16le" | "utf-16be" | null {
    if (this.#units < 2 || (utf8 && nuls < this.#total * 0.2)) return null;
    const best = Math.max(this.#plausibleLe, this.#plausibleBe);
    if (best < this.#units * 0.9 || this.#plausibleLe === this.#plausibleBe) return null;
    return this.#plausibleLe > this.#plausibleBe ? "utf-16le" : "utf-16be";
  }

  #checkUtf8(chunk: Uint8Array): void {
    let bytes = chunk;
    const missing = this.#carry.length === 0 ? 0 : lengthOfSign(this.#carry[0] ?? 0) - this.#carry.length;
    if (missing > 0) {
      // The sign that the last piece began, whole: the megabyte behind it is looked at where it lies.
      const sign = Buffer.concat([this.#carry, chunk.subarray(0, missing)]);
      this.#carry = Uint8Array.from(sign);
      if (chunk.length < missing) return;
      this.#utf8 = isUtf8(sign);
      bytes = chunk.subarray(missing);
    }
    const cut = incompleteTail(bytes);
    this.#utf8 &&= isUtf8(bytes.subarray(0, bytes.length - cut));
    this.#carry = Uint8Array.from(bytes.subarray(bytes.length - cut));
  }

  #countNuls(chunk: Uint8Array): void {
    const parity = this.#total % 2;
    for (let at = 0; at < chunk.length; at++) {
      if (chunk[at] !== 0) continue;
      if ((at + parity) % 2 === 0) this.#nulEven++;
      else this.#nulOdd++;
    }
  }

  #sampleUnits(chunk: Uint8Array, parity: number): void {
    const until = Math.min(chunk.length - 1, SAMPLE);
    for (let at = parity; at < until; at += 2) {
      const [low = 0, high = 0] = [chunk[at], chunk[at + 1]];
      this.#units++;
      if (isPlausible(low | (high << 8))) this.#plausibleLe++;
      if (isPlausible(high | (low << 8))) this.#plausibleBe++;
    }
  }
}

/** Whether a UTF-16 unit is one that Chinese text is made of. */
function isPlausible(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || unit === 9 || unit === 10 || unit === 13;
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x2040) ||
    unit === 0xb7
  );
}

/** How many bytes at the end begin a character that is not whole yet. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    return lengthOfSign(byte) > back ? back : 0;
  }
  return 0;
}

/** Bytes of the sign of UTF-8 that a byte begins. */
function lengthOfSign(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}
