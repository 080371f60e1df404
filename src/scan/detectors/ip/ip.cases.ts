import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "ip",
  text: [
    ["登录192.168.1.1成功", "ip valid 192.168.1.1"],
    ["来自2001:db8::1的", "ip valid 2001:db8::1"],
    ["版本1.2.3.4", ""],
    ["1.2.3.400", ""],
    ["12:30:45", ""],
    ["ip=1.2.3.4", "ip valid 1.2.3.4"],
    ["来自 1.2.3.4 的登录", "ip valid 1.2.3.4"],
    ["1.2.3.4:8080", "ip valid 1.2.3.4"],
    ["[1.2.3.4]", "ip valid 1.2.3.4"],
    ["http://1.2.3.4/a", "ip valid 1.2.3.4"],
    ["2001:db8::1", "ip valid 2001:db8::1"],
  ],
  cells: [
    ["10.0.0.1:8080", "ip valid 10.0.0.1"],
    ["300.1.1.1", "ip invalid 300.1.1.1 (range)"],
    ["1.2.3.4", "ip valid 1.2.3.4"],
    ["1.2.3.4:80", "ip valid 1.2.3.4"],
    ["1.2.3", "ip damaged 1.2.3 (cut)"],
    ["1.2.3.256", "ip invalid 1.2.3.256 (range)"],
    ["::1", "ip valid ::1"],
    ["2001:db8::1", "ip valid 2001:db8::1"],
    ["1.2.3.4,5.6.7.8", "ip valid 1.2.3.4 + ip valid 5.6.7.8"],
    ["1.2.3.*", "ip damaged 1.2.3.* (masked)"],
    ["localhost", "ip invalid localhost (form)"],
    ["0.0.0.0", "ip invalid 0.0.0.0 (range)"],
    ["无", ""],
  ],
};
