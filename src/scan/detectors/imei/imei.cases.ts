import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "imei",
  text: [
    ["IMEI 490154203237518", "imei valid 490154203237518"],
    ["IMEI:490154203237519", "imei invalid 490154203237519 (luhn)"],
    ["490154203237518", ""],
  ],
  cells: [["4901542032375", "imei damaged 4901542032375 (cut)"]],
};
