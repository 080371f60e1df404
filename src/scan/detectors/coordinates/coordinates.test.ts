import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/coordinates/coordinates.cases.ts";

runDetectorCases(cases);
