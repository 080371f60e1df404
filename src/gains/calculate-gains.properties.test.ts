import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateGains } from "#gains/calculate-gains.ts";
import { buildChoices, buildLine } from "#gains/money-flow.builder.ts";

const FEN = fc.integer({ min: 0, max: 10 ** 11 });
const write = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const toFen = (amount: string) => BigInt(amount.replace(".", ""));

const Line = fc.record({
  fen: FEN,
  into: fc.boolean(),
  note: fc.constantFrom(null, "退款", "冲正", "货款"),
  decided: fc.constantFrom(null, "unrelated" as const, "failed" as const),
});

test("the effects of the lines add up to the figures, whatever the lines", () => {
  fc.assert(
    fc.property(fc.array(Line, { maxLength: 40 }), (drawn) => {
      const lines = drawn.map(({ fen, into, note }, at) =>
        buildLine(at + 2, { amount: write(fen), note, ...(into ? {} : { payer: "张三", payee: "李四" }), serial: `n${at}` }),
      );
      const decisions = drawn.flatMap(({ decided }, at) =>
        decided === null ? [] : [{ line: String(at + 2), treatment: decided, refersTo: null, reason: "查明" }],
      );
      const answer = calculateGains(lines, buildChoices({ decisions }));
      if (!answer.ok) throw new Error(answer.place);
      const { result } = answer;
      const sum = (pick: "onGains" | "onProfit") => result.lines.reduce((total, line) => total + toFen(line[pick]), 0n);
      expect(toFen(result.total.gains)).toBe(sum("onGains"));
      expect(toFen(result.total.profit)).toBe(sum("onProfit"));
      expect(result.lines).toHaveLength(lines.length);
      // Independent of the code: income that nobody decided about and that does not speak of coming back.
      const income = drawn.reduce(
        (total, { fen, into, note, decided }) =>
          into && decided === null && (note === null || note === "货款") ? total + BigInt(fen) : total,
        0n,
      );
      const back = drawn.reduce(
        (total, { fen, into, note, decided }) =>
          !into && decided === null && (note === "退款" || note === "冲正") ? total + BigInt(fen) : total,
        0n,
      );
      expect(toFen(result.total.gains)).toBe(income - back);
      expect(result.complete).toBe(result.open === 0);
    }),
  );
});
