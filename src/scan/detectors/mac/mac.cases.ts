import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "mac",
  text: [
    ["aa:bb:cc:dd:ee:ff", "mac valid AA:BB:CC:DD:EE:FF"],
    ["00-1A-2B-3C-4D-5E 上线", "mac valid 00:1A:2B:3C:4D:5E"],
    ["12:30:45:10:20", ""],
    ["MAC:AA-BB-CC-DD-EE-FF", "mac valid AA:BB:CC:DD:EE:FF"],
    ["mac aabb.ccdd.eeff", "mac valid AA:BB:CC:DD:EE:FF"],
  ],
  cells: [
    ["001a2b3c4d5e", "mac valid 00:1A:2B:3C:4D:5E"],
    ["AA:BB:CC:DD:EE:FF", "mac valid AA:BB:CC:DD:EE:FF"],
    ["AABBCCDDEEFF", "mac valid AA:BB:CC:DD:EE:FF"],
    ["aa-bb-cc-dd-ee-ff", "mac valid AA:BB:CC:DD:EE:FF"],
    ["aabb.ccdd.eeff", "mac valid AA:BB:CC:DD:EE:FF"],
    ["AA:BB:CC:DD:EE", "mac damaged AA:BB:CC:DD:EE (cut)"],
    ["无", ""],
    ["02:00:00:00:00:00", "mac valid 02:00:00:00:00:00"],
  ],
};
