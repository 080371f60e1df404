import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/iccid/iccid.cases.ts";

runDetectorCases(cases);
