import { foldInKernel } from "#scan/kernel/fold-kernel.ts";
import { freeWords } from "#scan/tally/partition-marks.ts";
import type { Task } from "#scan/threads/tasks.ts";

export const foldMarksTask: Task<"fold-marks"> = async ({ marks, asOf }) => {
  const answer = foldInKernel(marks, asOf);
  freeWords(marks);
  return { answer, transfer: [answer.shared.buffer] };
};
