import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateGains } from "#gains/calculate-gains.ts";
import { GainsChoices, MoneyFlowLine } from "#gains/gains.contract.ts";
import { choicesOf, confirmPresumed, decide, draftOf, takeBack, treatmentsFor } from "#web/gains/choices-draft.ts";

const decision = (line: string, refersTo: string | null = null) => ({ line, treatment: "refund" as const, refersTo, reason: "有退款记录" });

test("a choice without its reason and a rate without its source are not yet chosen", () => {
  const draft = {
    ...draftOf(null),
    refunds: { deduct: "no" as const, reason: " " },
    rates: [
      { currency: "USD", rate: "7.1", on: "2024-03-01", source: "" },
      { currency: "HKD", rate: "0.91", on: "2024-03-01", source: "中间价" },
    ],
  };
  expect(choicesOf(draft)).toMatchObject({ refunds: null, rates: [{ currency: "HKD" }] });
});

test("what was kept and is opened again says the same", () => {
  const kept = GainsChoices.parse({
    own: ["k1"],
    decisions: [decision("3")],
    refunds: { deduct: false, reason: "已另案处理" },
    rates: [{ currency: "USD", rate: "7.1", on: "2024-03-01", source: "中间价" }],
  });
  expect(choicesOf(draftOf(kept))).toEqual(kept);
});

test("a line has one decision, the newest; taken back it has none and nothing refers to it", () => {
  let draft = decide(decide(draftOf(null), decision("3")), decision("4", "3"));
  draft = decide(draft, { ...decision("3"), treatment: "gain" as never });
  expect(draft.decisions.map(({ line }) => line)).toEqual(["4", "3"]);
  expect(takeBack(draft, "3").decisions).toEqual([decision("4", null)]);
});

test("confirming what is presumed touches neither open lines nor those that a person has decided", () => {
  const lines = [
    { id: "2", treatment: "gain" as const, presumed: true, refersTo: null },
    { id: "3", treatment: "open" as const, presumed: false, refersTo: null },
    { id: "4", treatment: "gain" as const, presumed: true, refersTo: null },
    { id: "5", treatment: "duplicate" as const, presumed: true, refersTo: "4" },
  ];
  const confirmed = confirmPresumed(decide(draftOf(null), { ...decision("4"), treatment: "unrelated" as never }), lines, "逐笔核对过");
  expect(confirmed.decisions.map(({ line, treatment, refersTo }) => [line, treatment, refersTo])).toEqual([
    ["4", "unrelated", null],
    ["2", "gain", null],
    ["5", "duplicate", null],
  ]);
});

test("whatever is offered for a line, the calculation accepts; whatever is not offered, it refuses", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("in" as const, "out" as const, null),
      fc.boolean(),
      fc.constantFrom("12.50", null),
      (stated, takesBack, amount) => {
        const line = MoneyFlowLine.parse({
          id: "2",
          sheet: null,
          row: 2,
          date: null,
          payer: null,
          payee: null,
          amount,
          currency: "CNY",
          stated,
          takesBack,
          note: null,
          serial: null,
          status: null,
          problem: null,
        });
        const offered = treatmentsFor({ direction: stated ?? "unknown", takesBack, amount });
        for (const treatment of [
          "gain",
          "cost-returned",
          "refund",
          "reversal",
          "cost",
          "internal",
          "unrelated",
          "failed",
          "duplicate",
        ] as const) {
          const answer = calculateGains([line], GainsChoices.parse({ decisions: [{ line: "2", treatment, reason: "理由" }] }));
          // a returned cost needs a cost to return: with one line alone it is refused for the sum, not for the line
          const misfit = !answer.ok && answer.place.endsWith("treatment");
          expect([treatment, !misfit]).toEqual([treatment, offered.includes(treatment)]);
        }
      },
    ),
  );
});
