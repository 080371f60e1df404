import type { ComplianceContent } from "#remedies/compliance/compliance.contract.ts";

/** Tasks as typed, one a line: `任务｜验收标准｜2026-12-31`; a test left out is the task itself, a day left out the plan's last. Pure. */
export function readTasks(text: string, until: string): ComplianceContent["tasks"] {
  return text
    .split("\n")
    .map((line) => line.split(/[|｜]/).map((part) => part.trim()))
    .filter(([title = ""]) => title !== "")
    .map(([title = "", test = "", day = ""], at) => ({ id: `t${at + 1}`, title, test: test || title, until: day || until }));
}

/** The tasks as a person types them, one a line. Pure. */
export function writeTasks(tasks: ComplianceContent["tasks"]): string {
  return tasks.map(({ title, test, until }) => [title, test, until].join("｜")).join("\n");
}

/**
 * The tasks of a revised plan: a line with the title of a task is that task; a line with a new title in the place of a task whose title is gone
 * is that task renamed, with its reports; any other line is a new task. Pure.
 */
export function reviseTasks(text: string, until: string, before: ComplianceContent["tasks"]): ComplianceContent["tasks"] {
  const typed = readTasks(text, until);
  const titles = new Set(typed.map(({ title }) => title));
  const taken = new Set<string>();
  const take = (id: string | undefined) => {
    if (id === undefined || taken.has(id)) return null;
    taken.add(id);
    return id;
  };
  const known = typed.map(({ title }) => take(before.find((task) => task.title === title && !taken.has(task.id))?.id));
  let last = Math.max(0, ...before.map(({ id }) => Number(/^t(\d+)$/.exec(id)?.[1] ?? 0)));
  return typed.map((task, at) => {
    const here = before[at];
    const renamed = here !== undefined && !titles.has(here.title) ? here.id : undefined;
    const id = known[at] ?? take(renamed);
    if (id !== null) return { ...task, id };
    last += 1;
    return { ...task, id: `t${last}` };
  });
}
