import { foldMarks } from "#scan/tally/fold-marks.ts";
import { freeWords } from "#scan/tally/partition-marks.ts";
import type { Task } from "#scan/threads/tasks.ts";

export const foldMarksTask: Task<"fold-marks"> = async ({ marks, asOf }) => {
  const answer = foldMarks(marks, asOf);
  freeWords(marks);
  return { answer, transfer: [answer.shared.buffer] };
};
