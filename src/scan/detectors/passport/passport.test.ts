import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/passport/passport.cases.ts";

runDetectorCases(cases);
