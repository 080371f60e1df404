import { foldInKernel } from "#scan/kernel/fold-kernel.ts";
import type { Task } from "#scan/threads/tasks.ts";

export const foldMarksTask: Task<"fold-marks"> = async ({ marks, asOf }) => {
  const answer = foldInKernel(marks, asOf);
  return { answer, transfer: [answer.shared.buffer] };
};
