import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "address",
  text: [["北京市海淀区中关村大街1号", ""]],
  cells: [
    ["北京市 海淀区中关村大街1号", "address valid 北京市海淀区中关村大街1号"],
    ["123", "address invalid 123 (form)"],
    ["北京市海淀区****", "address damaged 北京市海淀区**** (masked)"],
    ["浙江省杭州市西湖区文三路1号", "address valid 浙江省杭州市西湖区文三路1号"],
    ["杭州", "address valid 杭州"],
    ["无", ""],
    ["-", ""],
    ["浙江省杭州市****", "address damaged 浙江省杭州市**** (masked)"],
    ["同上", ""],
    ["不详", ""],
  ],
};
