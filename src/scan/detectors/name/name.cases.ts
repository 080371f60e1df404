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
    ["张三", "name valid 张三"],
    ["张三 ", "name valid 张三"],
    ["张三丰", "name valid 张三丰"],
    ["欧阳娜娜", "name valid 欧阳娜娜"],
    ["阿依古丽", "name valid 阿依古丽"],
    ["John Smith", "name valid JOHN SMITH"],
    ["张先生", "name damaged 张先生 (masked)"],
    ["1", "name invalid 1 (form)"],
    ["张三（户主）", "name valid 张三"],
    ["张三/李四", "name valid 张三 + name valid 李四"],
    ["张三1", "name invalid 张三1 (form)"],
    ["匿名", ""],
    ["测试", "name valid 测试"],
  ],
};
