import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/military-id/military-id.cases.ts";

runDetectorCases(cases);
