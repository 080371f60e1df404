import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "imei",
  text: [
    ["IMEI 490154203237518", "imei valid 490154203237518"],
    ["IMEI:490154203237519", "imei invalid 490154203237519 (luhn)"],
    ["490154203237518", ""],
    ["IMEI:490154203237518", "imei valid 490154203237518"],
    ["imei 490154203237518", "imei valid 490154203237518"],
    ["IMEI1：490154203237518", "imei valid 490154203237518"],
  ],
  cells: [
    ["4901542032375", "imei damaged 4901542032375 (cut)"],
    ["490154203237518", "imei valid 490154203237518"],
    ["49015420323751", "imei damaged 49015420323751 (cut)"],
    ["49-015420-323751-8", "imei valid 490154203237518"],
    ["4901542032375180", "imei valid 4901542032375180"],
    ["490154203237519", "imei invalid 490154203237519 (luhn)"],
    ["无", ""],
  ],
};
