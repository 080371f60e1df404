import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/foreign-permanent-resident-id/foreign-permanent-resident-id.cases.ts";

runDetectorCases(cases);
