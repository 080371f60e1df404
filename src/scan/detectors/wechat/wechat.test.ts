import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/wechat/wechat.cases.ts";

runDetectorCases(cases);
