import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "passport",
  text: [
    ["护照号E12345678", "passport valid E12345678"],
    ["护照：EA1234567", "passport valid EA1234567"],
    ["E12345678", ""],
    ["护照 EI1234567", "passport valid EI1234567"],
    ["护照E12345678", "passport valid E12345678"],
    ["护照号码:EA1234567", "passport valid EA1234567"],
    ["passport no: E12345678", "passport valid E12345678"],
  ],
  cells: [
    ["e12345678", "passport valid E12345678"],
    ["G12345678", "passport valid G12345678"],
    ["E1234567", "passport damaged E1234567 (cut)"],
    ["护照", "passport invalid 护照 (form)"],
    ["E12345678", "passport valid E12345678"],
    ["EA1234567", "passport valid EA1234567"],
    ["E 1234 5678", "passport valid E12345678"],
    ["123456789", "passport valid 123456789"],
    ["AB123456", "passport valid AB123456"],
    ["110101199003074610", "resident-id valid 110101199003074610"],
    ["H12345678", "hk-macao-permit valid H12345678"],
    ["无", ""],
  ],
};
