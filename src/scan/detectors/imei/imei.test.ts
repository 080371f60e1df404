import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/imei/imei.cases.ts";

runDetectorCases(cases);
