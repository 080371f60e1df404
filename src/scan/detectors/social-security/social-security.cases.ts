import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "social-security",
  text: [["社保卡号A12345678", "social-security valid A12345678"]],
  cells: [
    ["110101199003074610", "resident-id valid 110101199003074610"],
    ["A12345678", "social-security valid A12345678"],
    ["12345678", "social-security valid 12345678"],
    ["123", "social-security damaged 123 (cut)"],
    ["无", ""],
  ],
};
