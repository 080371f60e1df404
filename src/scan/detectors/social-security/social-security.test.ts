import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/social-security/social-security.cases.ts";

runDetectorCases(cases);
