import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "ip",
  text: [
    ["登录192.168.1.1成功", "ip valid 192.168.1.1"],
    ["来自2001:db8::1的", "ip valid 2001:db8::1"],
    ["版本1.2.3.4", ""],
    ["1.2.3.400", ""],
    ["12:30:45", ""],
  ],
  cells: [
    ["10.0.0.1:8080", "ip valid 10.0.0.1"],
    ["300.1.1.1", "ip invalid 300.1.1.1 (range)"],
  ],
};
