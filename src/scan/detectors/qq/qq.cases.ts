import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "qq",
  text: [
    ["QQ：12345678", "qq valid 12345678"],
    ["QQ群12345678", ""],
    ["12345678", ""],
    ["QQ号12345678", "qq valid 12345678"],
    ["qq 12345678", "qq valid 12345678"],
    ["扣扣：12345678", "qq valid 12345678"],
    ["加QQ12345678", "qq valid 12345678"],
    ["我的qq是12345678", "qq valid 12345678"],
    ["QQ:12345678/微信:abc_1234", "qq valid 12345678 + wechat valid abc_1234"],
  ],
  cells: [
    ["0123456", "qq invalid 0123456 (form)"],
    ["12345678", "qq valid 12345678"],
    ["1234", "qq damaged 1234 (cut)"],
    ["012345", "qq invalid 012345 (form)"],
    ["123456789012", "qq invalid 123456789012 (form)"],
    ["QQ12345678", "qq valid 12345678"],
    ["12345678@qq.com", "email valid 12345678@qq.com"],
    ["无", ""],
    ["13812345678", "qq valid 13812345678"],
  ],
};
