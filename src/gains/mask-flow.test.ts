import { expect, test } from "vitest";
import { calculateGains } from "#gains/calculate-gains.ts";
import { maskFlow, maskParty, showLine } from "#gains/mask-flow.ts";
import { buildChoices, buildLine } from "#gains/money-flow.builder.ts";

/** Stands for the keyed fingerprint: tells words apart, and is one way for whoever reads the test. */
const fingerprint = (words: string) =>
  [...words]
    .reduce((hash, sign) => (hash * 31n + BigInt(sign.codePointAt(0) ?? 0)) % (1n << 127n), 7n)
    .toString(16)
    .padStart(32, "0");

test.each([
  ["张三", "张*"],
  ["6222021234567890123", "622202*********0123"],
  ["13912345678", "139****5678"],
  ["某某网络科技有限公司", "某某网络科技有限公司"],
  ["张三(6222021234567890123)", "张*622202*********0123"],
])("%s is shown as %s", (name, shown) => {
  expect(maskParty(name)).toBe(shown);
});

test("a kept flow holds no name, account or serial number, and gives the same figures by keys", () => {
  const lines = [
    buildLine(2, { payer: "李四", payee: "6222021234567890123", amount: "52.00", serial: "P20240301001", note: "手机13912345678" }),
    buildLine(3, { payer: "6222021234567890123", payee: "李四", amount: "2.00", serial: "P20240301002", note: "退款" }),
    buildLine(4, { payer: "李四", payee: "6222021234567890123", amount: "52.00", serial: "P20240301001" }),
  ];
  const kept = maskFlow(lines, fingerprint);
  expect(JSON.stringify(kept)).not.toMatch(/李四|6222021234567890123|13912345678|P2024/);
  expect(kept.parties.map(({ masked, paid, received }) => [masked, paid, received])).toEqual([
    [expect.any(String), expect.any(Number), expect.any(Number)],
    [expect.any(String), expect.any(Number), expect.any(Number)],
  ]);
  const own = kept.parties.filter(({ masked }) => masked.startsWith("622202")).map(({ key }) => key);
  const [plain, masked] = [
    calculateGains(lines, buildChoices({ own: ["6222021234567890123"] })),
    calculateGains(kept.lines, buildChoices({ own })),
  ];
  if (!plain.ok || !masked.ok) throw new Error("refused");
  expect(masked.result.total).toEqual(plain.result.total);
  expect(masked.result.lines.map(({ treatment }) => treatment)).toEqual(["gain", "refund", "duplicate"]);
  const names = new Map(kept.parties.map(({ key, masked: name }) => [key, name]));
  expect(kept.lines.map((line) => showLine(line, names)).map(({ payer, serial }) => [payer, serial])).toEqual([
    ["李*", "…1001"],
    ["622202*********0123", "…1002"],
    ["李*", "…1001"],
  ]);
});
