import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/email/email.cases.ts";

runDetectorCases(cases);
