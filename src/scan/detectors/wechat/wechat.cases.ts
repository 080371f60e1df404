import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "wechat",
  text: [
    ["微信：abc_1234", "wechat valid abc_1234"],
    ["wxid_abcdefghij12", "wechat valid wxid_abcdefghij12"],
    ["微信转账payment", ""],
    ["vx: abc_1234", "wechat valid abc_1234"],
    ["加vx abc_1234/电话联系", "wechat valid abc_1234"],
    // was found thousands of times in base64, where wx and vx stand by chance
    ["q8wxTfGh12Kd", ""],
    ["7vxAbCdEf/9k", ""],
    ["微信同号13812345678", "mobile valid 13812345678"],
    ["微信号abc_1234", "wechat valid abc_1234"],
    ["wx：abc_1234", "wechat valid abc_1234"],
    ["vx:abc1234", "wechat valid abc1234"],
    ["V信abc_1234", "wechat valid abc_1234"],
    ["加微信abc_1234", "wechat valid abc_1234"],
    ["微信wxid_abcdefghij12", "wechat valid wxid_abcdefghij12"],
    ["WeChat: abc_1234", "wechat valid abc_1234"],
  ],
  cells: [
    ["ab1", "wechat damaged ab1 (cut)"],
    ["abc_1234", "wechat valid abc_1234"],
    ["wxid_abcdefghij12", "wechat valid wxid_abcdefghij12"],
    ["13812345678", "mobile valid 13812345678"],
    ["12345678", "wechat invalid 12345678 (form)"],
    ["张三", "wechat invalid 张三 (form)"],
    ["无", ""],
  ],
};
