import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "email",
  text: [
    ["邮箱Zhang.San@Example.com，谢谢", "email valid zhang.san@example.com"],
    ["13812345678@139.com", "email valid 13812345678@139.com"],
    ["user@xn--80ak6aa92e.com", "email valid user@xn--80ak6aa92e.com"],
    ["test@example..com", ""],
    ["info@presidio.", ""],
    ["@张三 你好", ""],
  ],
  cells: [
    ["a@b.cn;c@d.com", "email valid a@b.cn + email valid c@d.com"],
    ["a***@b.cn", "email damaged a***@b.cn (masked)"],
    ["abc@", "email damaged abc@ (cut)"],
    ["abc", "email invalid abc (form)"],
  ],
};
