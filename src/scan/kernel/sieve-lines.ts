import { type Kernel, loadKernel } from "#scan/kernel/load-kernel.ts";

/** Lines that might hold a finding: three numbers each, first byte, byte after the last, line ends before it in the block. */
export type SievedLines = { readonly lines: Uint32Array; readonly count: number; readonly rows: number };

const EDGE = 256;
const MOST = 65_536;

type Sieve = {
  readonly kernel: Kernel;
  readonly frame: (from: number, to: number) => number;
  readonly sieve: (from: number, to: number, out: number, most: number, utf8: number) => number;
  readonly sievedTo: () => number;
  readonly sievedRows: () => number;
};

let ready: Sieve | null = null;

/**
 * The lines of a block of UTF-8 or GB18030 that might hold what `findInText` finds: too many at times, never too few. Dates, prose and words
 * alone keep no line. A line ends with LF, CR or CR LF; `rows` counts them. The answer is the caller's.
 */
export function sieveLines(bytes: Uint8Array, encoding: "utf-8" | "gb18030"): SievedLines {
  const { kernel, frame, sieve, sievedTo, sievedRows } = (ready ??= prepare());
  const from = Math.ceil(kernel.freeFrom / 64) * 64 + EDGE;
  const to = from + bytes.length;
  const out = Math.ceil((to + EDGE) / 64) * 64;
  kernel.reserve(out + MOST * 12);
  kernel.bytes().set(bytes, from);
  frame(from, to);
  let lines = new Uint32Array(0);
  let rows = 0;
  for (let at = from; at < to; at = sievedTo() >>> 0) {
    const found = sieve(at, to, out, MOST, encoding === "utf-8" ? 1 : 0);
    const answer = new Uint32Array(kernel.bytes().buffer, out, found * 3).slice();
    for (let place = 0; place < answer.length; place += 3) {
      answer[place] = (answer[place] ?? 0) - from;
      answer[place + 1] = (answer[place + 1] ?? 0) - from;
      answer[place + 2] = (answer[place + 2] ?? 0) + rows;
    }
    lines = lines.length === 0 ? answer : joined(lines, answer);
    rows += sievedRows() >>> 0;
  }
  return { lines, count: lines.length / 3, rows };
}

function prepare(): Sieve {
  const kernel = loadKernel("text");
  const { call } = kernel;
  return { kernel, frame: call("frame"), sieve: call("sieve"), sievedTo: call("sievedTo"), sievedRows: call("sievedRows") };
}

function joined(a: Uint32Array, b: Uint32Array): Uint32Array<ArrayBuffer> {
  const whole = new Uint32Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
