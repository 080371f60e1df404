import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "wechat",
  text: [
    ["微信：abc_1234", "wechat valid abc_1234"],
    ["wxid_abcdefghij12", "wechat valid wxid_abcdefghij12"],
    ["微信转账payment", ""],
    ["微信同号13812345678", "mobile valid 13812345678"],
  ],
  cells: [["ab1", "wechat damaged ab1 (cut)"]],
};
