import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/landline/landline.cases.ts";

runDetectorCases(cases);
