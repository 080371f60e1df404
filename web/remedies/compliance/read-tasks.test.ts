import { expect, test } from "vitest";
import { readTasks, reviseTasks, writeTasks } from "#web/remedies/compliance/read-tasks.ts";

test("tasks are read line by line, either bar parts them, what is left out follows from the rest", () => {
  expect(readTasks("权限清单｜逐人核对｜2026-12-01\n\n 培训 | | \n", "2026-12-31")).toEqual([
    { id: "t1", title: "权限清单", test: "逐人核对", until: "2026-12-01" },
    { id: "t2", title: "培训", test: "培训", until: "2026-12-31" },
  ]);
});

const before = readTasks("权限清单｜逐人核对｜2026-12-01\n培训｜签到｜2026-12-02\n销毁｜记录｜2026-12-03", "2026-12-31");
const idsOf = (text: string) => reviseTasks(text, "2026-12-31", before).map(({ id, title }) => `${id} ${title}`);

test("what is written is read again as it was", () => {
  expect(reviseTasks(writeTasks(before), "2026-12-31", before)).toEqual(before);
});

test("a task keeps its id when it moves, when its test or day changes, and when it is renamed in its place", () => {
  expect(idsOf("销毁｜新标准\n权限清单｜逐人核对\n培训")).toEqual(["t3 销毁", "t1 权限清单", "t2 培训"]);
  expect(idsOf("权限清单\n全员培训\n销毁")).toEqual(["t1 权限清单", "t2 全员培训", "t3 销毁"]);
});

test("a new line is a new task with an id that stood nowhere; a dropped one is gone, and no id stands twice", () => {
  expect(idsOf("权限清单\n培训\n销毁\n审计")).toEqual(["t1 权限清单", "t2 培训", "t3 销毁", "t4 审计"]);
  expect(idsOf("权限清单\n审计\n培训\n销毁")).toEqual(["t1 权限清单", "t4 审计", "t2 培训", "t3 销毁"]);
  expect(idsOf("培训")).toEqual(["t2 培训"]);
  expect(idsOf("培训\n培训")).toEqual(["t2 培训", "t4 培训"]);
});
