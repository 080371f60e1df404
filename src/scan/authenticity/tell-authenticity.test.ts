import { expect, test } from "vitest";
import { buildBankCard, buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";

const card = buildBankCard(3);
const wrongCard = card.slice(0, -1) + String((Number(card.at(-1)) + 1) % 10);

test.each([
  ["a check digit that fails", "身份证号", "110101199003074611", "provably-invalid", "check-digit"],
  ["a region that never was", "身份证号", "990101199003074618", "provably-invalid", "region"],
  ["a date that does not exist", "身份证号", "110101199002304612", "provably-invalid", "date"],
  ["a segment that nobody was given", "手机号", "11112345678", "provably-invalid", "segment"],
  ["a card that fails Luhn", "银行卡号", wrongCard, "not-disproved", "luhn"],
  ["a masked number", "手机号", "139****1234", "not-disproved", "masked"],
  ["a number that passes every check", "手机号", buildMobile(1), "not-disproved", null],
])("%s: never called true", async (_, header, value, verdict, because) => {
  const { authenticity = [] } = await countBytes({ "a.csv": `编号,${header}\n甲,${value}\n` });
  expect(authenticity).toMatchObject([{ verdict, because, findings: 1 }]);
  expect(JSON.stringify(authenticity)).not.toMatch(/真实|属实|"true"/);
});

test("the words add up to the findings of each kind", async () => {
  const rows = [buildResidentId(901), "110101199003074611", "11010119900307****", buildResidentId(902), ""];
  const { authenticity = [], kinds } = await countBytes({ "a.csv": `编号,身份证号\n${rows.map((row) => `甲,${row}`).join("\n")}\n` });
  for (const { kind, found } of kinds)
    expect(
      authenticity.filter((one) => one.kind === kind).reduce((sum, { findings }) => sum + findings, 0),
      kind,
    ).toBe(found);
});
