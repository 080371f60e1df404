import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "bank-card",
  text: [
    ["6222 0212 3456 7890 128", "bank-card valid 6222021234567890128"],
    ["6222021234567890128", "bank-card valid 6222021234567890128"],
    ["6222021234567890", ""],
    ["卡号6222021234567890", "bank-card invalid 6222021234567890 (luhn)"],
    ["卡号 4111  1111  1111  1111", "bank-card valid 4111111111111111"],
    ["4111111111111111", ""],
    ["账户62×××74打款", "bank-card damaged 62***74 (masked)"],
    ["产品编号ABC4111111111111111XYZ", ""],
    ["统一社会信用代码91310000552936878J", ""],
    ["金额6222021234567890128元", ""],
  ],
  cells: [
    ["6222021234567890128", "bank-card valid 6222021234567890128"],
    ["6222021234567890", "bank-card invalid 6222021234567890 (luhn)"],
    ["6.22202E+18", "bank-card damaged 6.22202E+18 (exponent)"],
    ["622202", "bank-card damaged 622202 (cut)"],
    ["6222****0128", "bank-card damaged 6222****0128 (masked)"],
    ["无", ""],
  ],
};
