import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "imsi",
  text: [
    ["IMSI:460001234567890", "imsi valid 460001234567890"],
    ["460001234567890", ""],
    ["IMSI 460001234567890", "imsi valid 460001234567890"],
  ],
  cells: [["310001234567890", "imsi invalid 310001234567890 (country)"]],
};
