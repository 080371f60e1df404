import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/qq/qq.cases.ts";

runDetectorCases(cases);
