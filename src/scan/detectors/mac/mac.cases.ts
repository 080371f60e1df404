import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "mac",
  text: [
    ["aa:bb:cc:dd:ee:ff", "mac valid AA:BB:CC:DD:EE:FF"],
    ["00-1A-2B-3C-4D-5E 上线", "mac valid 00:1A:2B:3C:4D:5E"],
    ["12:30:45:10:20", ""],
  ],
  cells: [["001a2b3c4d5e", "mac valid 00:1A:2B:3C:4D:5E"]],
};
