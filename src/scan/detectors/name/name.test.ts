import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/name/name.cases.ts";

runDetectorCases(cases);
