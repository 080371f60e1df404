import { cases } from "#scan/detectors/address/address.cases.ts";
import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";

runDetectorCases(cases);
