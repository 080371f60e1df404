import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/taiwan-permit/taiwan-permit.cases.ts";

runDetectorCases(cases);
