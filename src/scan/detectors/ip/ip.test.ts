import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/ip/ip.cases.ts";

runDetectorCases(cases);
