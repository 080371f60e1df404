import { expect, test } from "vitest";
import { readTasks } from "#web/remedies/compliance/read-tasks.ts";

test("tasks are read line by line, either bar parts them, what is left out follows from the rest", () => {
  expect(readTasks("权限清单｜逐人核对｜2026-12-01\n\n 培训 | | \n", "2026-12-31")).toEqual([
    { id: "t1", title: "权限清单", test: "逐人核对", until: "2026-12-01" },
    { id: "t2", title: "培训", test: "培训", until: "2026-12-31" },
  ]);
});
