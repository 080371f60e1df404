import { cases } from "#scan/detectors/account-password/account-password.cases.ts";
import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";

runDetectorCases(cases);
