import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "coordinates",
  text: [],
  cells: [
    ["116.397,39.908", "coordinates valid 116.397,39.908"],
    ["116.3975", "coordinates valid 116.3975"],
    ["999.1", "coordinates invalid 999.1 (range)"],
    ["116.397", "coordinates valid 116.397"],
    ["39.908", "coordinates valid 39.908"],
    ["(116.397,39.908)", "coordinates valid 116.397,39.908"],
    ["999", "coordinates invalid 999 (range)"],
    ["116.397 39.908", "coordinates valid 116.397,39.908"],
    ["无", ""],
    ["东经116.397", "coordinates valid 116.397"],
    ["N39.908", "coordinates valid 39.908"],
  ],
};
