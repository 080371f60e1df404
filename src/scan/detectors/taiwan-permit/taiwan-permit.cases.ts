import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "taiwan-permit",
  text: [
    ["台胞证12345678", "taiwan-permit valid 12345678"],
    ["通行证L12345678", "taiwan-permit valid L12345678"],
    ["12345678", ""],
    ["通行证号 L12345678", "taiwan-permit valid L12345678"],
  ],
  cells: [
    ["12345678", "taiwan-permit valid 12345678"],
    ["1234", "taiwan-permit damaged 1234 (cut)"],
    ["L12345678", "taiwan-permit valid L12345678"],
    ["T12345678", "taiwan-permit valid T12345678"],
    ["1234567890", "taiwan-permit valid 1234567890"],
    ["0123456789(B)", "taiwan-permit valid 0123456789B"],
    ["无", ""],
  ],
};
