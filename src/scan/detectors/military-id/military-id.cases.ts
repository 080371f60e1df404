import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "military-id",
  text: [
    ["军官证：军字第20010123号", "military-id valid 军字第20010123号"],
    ["(2013)海字第1234567号", ""],
    ["军官证 海字第1234567号", "military-id valid 海字第1234567号"],
    ["军官证 军字第20010123号", "military-id valid 军字第20010123号"],
  ],
  cells: [
    ["军字第2001012号", "military-id valid 军字第2001012号"],
    ["军字第12号", "military-id damaged 军字第12号 (cut)"],
    ["军字第20010123号", "military-id valid 军字第20010123号"],
    ["20010123", "military-id valid 20010123"],
    ["士字第20010123号", "military-id valid 士字第20010123号"],
    ["军字第123号", "military-id damaged 军字第123号 (cut)"],
    ["无", ""],
  ],
};
