import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/hk-macao-permit/hk-macao-permit.cases.ts";

runDetectorCases(cases);
