import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/mac/mac.cases.ts";

runDetectorCases(cases);
