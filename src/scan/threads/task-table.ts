import type { Task, TaskInput, TaskName, TaskSurroundings } from "#scan/threads/tasks.ts";

/** The tasks by name, loaded when they are first asked for: a thread that folds marks does not wait for the readers. */
const TASKS: { readonly [Name in TaskName]: () => Promise<Task<Name>> } = {
  "count-source": async () => (await import("#scan/threads/count-source.task.ts")).countSourceTask,
  "count-rows": async () => (await import("#scan/threads/count-rows.task.ts")).countRowsTask,
  "count-text": async () => (await import("#scan/threads/count-text.task.ts")).countTextTask,
  "hash-file": async () => (await import("#scan/threads/hash-file.task.ts")).hashFileTask,
  "fold-marks": async () => (await import("#scan/threads/fold-marks.task.ts")).foldMarksTask,
};

export async function runTask<Name extends TaskName>(name: Name, input: TaskInput<Name>, surroundings: TaskSurroundings) {
  const task = await TASKS[name]();
  return task(input, surroundings);
}
