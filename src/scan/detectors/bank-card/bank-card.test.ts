import { cases } from "#scan/detectors/bank-card/bank-card.cases.ts";
import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";

runDetectorCases(cases);
