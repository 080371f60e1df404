import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "landline",
  text: [
    ["座机 010-88776655", "landline valid 01088776655"],
    ["(0571)88776655转801", "landline valid 057188776655"],
    ["电话：88776655", "landline valid 88776655"],
    ["010-98", ""],
    ["0123-88776655", ""],
    ["88776655", ""],
  ],
  cells: [
    ["0571 88776655-801", "landline valid 057188776655"],
    ["88776655", "landline valid 88776655"],
    ["0999-1776655", "landline invalid 09991776655 (area)"],
    ["8877", "landline damaged 8877 (cut)"],
    ["95588", ""],
    ["13812345678", "mobile valid 13812345678"],
  ],
};
