import { type Kernel, loadKernel } from "#scan/kernel/load-kernel.ts";
import { KIND_NAMES } from "#scan/kinds.ts";
import { numberOfDate } from "#scan/tally/age-groups.ts";
import { type FoldedPart, foldMarks } from "#scan/tally/fold-marks.ts";
import { KIND_SPACE, MARK_WORDS } from "#scan/tally/marks.ts";

/** Beyond so many marks the kernel's memory would be more than a thread may have. */
const MOST_MARKS = 1 << 21;
const [KEYS, PERSONS, AGES] = [KIND_SPACE, KIND_SPACE + 3, KIND_SPACE + 6];
const RESIDENT_ID = KIND_NAMES.indexOf("resident-id");

let kernel: Kernel | undefined;

/**
 * What `foldMarks` says of the marks of one part, by the kernel: `marks` stay as they are.
 * @throws an Error when a value counted as a resident id is none
 */
export function foldInKernel(marks: Uint32Array, asOf: string): FoldedPart {
  const count = marks.length / MARK_WORDS;
  if (count > MOST_MARKS) return foldMarks(marks, asOf);
  kernel ??= loadKernel("fold");
  let end = (kernel.freeFrom + 15) & ~15;
  const lay = (bytes: number): number => {
    const at = end;
    end = (end + bytes + 15) & ~15;
    return at;
  };
  const [from, ordered, slots, pairs] = [lay(marks.byteLength), lay(marks.byteLength), lay(slotsFor(count) * 4), lay(count * 8)];
  kernel.reserve(end);
  kernel.bytes().set(new Uint8Array(marks.buffer, marks.byteOffset, marks.byteLength), from);
  const bytes = kernel.call("fold")(from, count, ordered, slots, pairs, RESIDENT_ID, numberOfDate(asOf));
  if (bytes < 0) throw new Error("a valid resident id has 18 characters");
  const memory = kernel.bytes().buffer;
  const counters = new Uint32Array(memory, kernel.call("countersAt")() >>> 0, AGES + 4);
  const [under14 = 0, under18 = 0, over60 = 0, women = 0] = counters.subarray(AGES);
  return {
    distinct: counters.slice(0, KIND_SPACE),
    keys: counters.slice(KEYS, PERSONS),
    persons: counters.slice(PERSONS, AGES),
    ages: { under14, under18, over60, women },
    shared: new Uint32Array(memory, pairs, bytes / 4).slice(),
  };
}

/** As many as the largest part the marks may be divided into could need: all of them may have one value's hash. */
function slotsFor(count: number): number {
  let slots = 16;
  while (slots < count * 2) slots *= 2;
  return slots;
}
