import { expect, test } from "vitest";
import { type HeldDecision, measureRules, precisionOf } from "#counts/measure-rules.ts";

const held = (decision: HeldDecision["decision"], rules: string[], wrong: string[] = []): HeldDecision => ({ decision, rules, wrong });

test("Wilson's interval at 95 % is that of the textbook", () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  expect(precisionOf(81, 263)).toEqual({ precision: 0.308, from: 0.2553, to: 0.3662 });
  expect(precisionOf(15, 148)).toEqual({ precision: 0.1014, from: 0.0624, to: 0.1605 });
  expect(precisionOf(0, 20)).toEqual({ precision: 0, from: 0, to: 0.1611 });
  expect(precisionOf(1, 29)).toEqual({ precision: 0.0345, from: 0.0061, to: 0.1718 });
});

test("a rule is right where a person confirmed, wrong where one rejected or put back, and not asked where one anonymised", () => {
  const rules = measureRules([
    held("confirmed", ["tier:health", "value:mobile"]),
    held("rejected", ["tier:health", "value:mobile"], ["value:mobile"]),
    held("rejected", ["tier:credit"]),
    held("anonymised", ["tier:health"]),
    held("restored", ["exclusion:luhn"]),
  ]);
  expect(rules.map(({ rule, right, wrong }) => `${rule} ${right}/${wrong}`)).toEqual([
    "tier:health 2/0",
    "value:mobile 1/1",
    "exclusion:luhn 0/1",
    "tier:credit 0/1",
  ]);
  expect(rules[0]).toMatchObject({ zh: "分档：健康生理信息", precision: 1 });
});
