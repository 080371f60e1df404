import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "health",
  text: [["他得了高血压，住在如家酒店", ""]],
  cells: [
    ["高血压 三级", "health valid 高血压 三级"],
    ["0", "health valid 0"],
    ["-", ""],
    ["****", "health damaged **** (masked)"],
  ],
};
