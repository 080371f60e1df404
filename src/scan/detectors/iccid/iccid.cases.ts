import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "iccid",
  text: [
    ["ICCID 89860012345678901234", "iccid valid 89860012345678901234"],
    ["89860012345678901234", ""],
    ["ICCID：89860012345678901234", "iccid valid 89860012345678901234"],
  ],
  cells: [["898600", "iccid damaged 898600 (cut)"]],
};
