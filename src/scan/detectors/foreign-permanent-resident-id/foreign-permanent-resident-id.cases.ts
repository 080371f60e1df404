import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "foreign-permanent-resident-id",
  text: [
    ["911124198108030024", "foreign-permanent-resident-id valid 911124198108030024"],
    ["911124198108030025", ""],
    ["外国人永久居留身份证911124198108030024", "foreign-permanent-resident-id valid 911124198108030024"],
    ["永居证 USA110123456789", "foreign-permanent-resident-id valid USA110123456789"],
  ],
  cells: [
    ["911124198108030025", "foreign-permanent-resident-id invalid 911124198108030025 (check-digit)"],
    ["USA110123456789", "foreign-permanent-resident-id valid USA110123456789"],
  ],
};
