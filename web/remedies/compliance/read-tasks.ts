import type { ComplianceContent } from "#remedies/compliance/compliance.contract.ts";

/** Tasks as typed, one a line: `任务｜验收标准｜2026-12-31`; a test left out is the task itself, a day left out the plan's last. Pure. */
export function readTasks(text: string, until: string): ComplianceContent["tasks"] {
  return text
    .split("\n")
    .map((line) => line.split(/[|｜]/).map((part) => part.trim()))
    .filter(([title = ""]) => title !== "")
    .map(([title = "", test = "", day = ""], at) => ({ id: `t${at + 1}`, title, test: test || title, until: day || until }));
}
