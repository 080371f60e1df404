import { runDetectorCases } from "#scan/detectors/case-table.builder.ts";
import { cases } from "#scan/detectors/category/category.cases.ts";

runDetectorCases(cases);
