import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/imsi/imsi.cases.ts";

runDetectorCases(cases);
