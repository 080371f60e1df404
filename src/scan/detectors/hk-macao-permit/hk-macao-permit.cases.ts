import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "hk-macao-permit",
  text: [
    ["通行证C12345678", "hk-macao-permit valid C12345678"],
    ["回乡证H1234567801", "hk-macao-permit valid H12345678"],
    ["H12345678", ""],
    ["港澳通行证C12345678", "hk-macao-permit valid C12345678"],
    ["回乡证H12345678", "hk-macao-permit valid H12345678"],
  ],
  cells: [
    ["M12345678", "hk-macao-permit valid M12345678"],
    ["H1234", "hk-macao-permit damaged H1234 (cut)"],
    ["C12345678", "hk-macao-permit valid C12345678"],
    ["CA1234567", "hk-macao-permit valid CA1234567"],
    ["H12345678", "hk-macao-permit valid H12345678"],
    ["H1234567801", "hk-macao-permit valid H12345678"],
    ["W12345678", "hk-macao-permit valid W12345678"],
    ["1234", "hk-macao-permit invalid 1234 (form)"],
    ["无", ""],
    ["110101199003074610", "resident-id valid 110101199003074610"],
  ],
};
