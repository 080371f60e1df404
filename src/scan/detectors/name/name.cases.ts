import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "name",
  text: [["张三今天来了", ""]],
  cells: [
    ["张三、李四", "name valid 张三 + name valid 李四"],
    ["张 三", "name valid 张三"],
    ["买买提·吐尔逊", "name valid 买买提·吐尔逊"],
    ["张*", "name damaged 张* (masked)"],
    ["张某", "name damaged 张某 (masked)"],
    ["12345", "name invalid 12345 (form)"],
    ["若水有限公司", "name invalid 若水有限公司 (organisation)"],
    ["无", ""],
  ],
};
