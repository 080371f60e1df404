import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "hk-macao-permit",
  text: [
    ["通行证C12345678", "hk-macao-permit valid C12345678"],
    ["回乡证H1234567801", "hk-macao-permit valid H12345678"],
    ["H12345678", ""],
  ],
  cells: [
    ["M12345678", "hk-macao-permit valid M12345678"],
    ["H1234", "hk-macao-permit damaged H1234 (cut)"],
  ],
};
