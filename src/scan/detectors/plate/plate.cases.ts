import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "plate",
  text: [
    ["车牌京A12345，粤B·D12345", "plate valid 京A12345 + plate valid 粤BD12345"],
    ["陕FSS089别克", "plate valid 陕FSS089"],
    ["沪AD12345", "plate valid 沪AD12345"],
    ["京AABCDE", ""],
    ["京A123", ""],
    ["云A1234567", ""],
  ],
  cells: [
    ["京a·12345", "plate valid 京A12345"],
    ["京A12**5", "plate damaged 京A12**5 (masked)"],
    ["京A12", "plate damaged 京A12 (cut)"],
    ["京AI1111", "plate invalid 京AI1111 (form)"],
    ["粤B1234学", "plate valid 粤B1234学"],
  ],
};
