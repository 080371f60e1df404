import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/mobile/mobile.cases.ts";

runDetectorCases(cases);
