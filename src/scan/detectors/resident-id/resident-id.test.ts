import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/resident-id/resident-id.cases.ts";

runDetectorCases(cases);
