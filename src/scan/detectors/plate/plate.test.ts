import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/plate/plate.cases.ts";

runDetectorCases(cases);
