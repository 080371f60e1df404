import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "qq",
  text: [
    ["QQ：12345678", "qq valid 12345678"],
    ["QQ群12345678", ""],
    ["12345678", ""],
  ],
  cells: [["0123456", "qq invalid 0123456 (form)"]],
};
