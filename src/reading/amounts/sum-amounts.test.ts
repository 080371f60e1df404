import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { findQuantities } from "#numerals/find-quantities.ts";
import { listAmounts } from "#reading/amounts/list-amounts.ts";
import { sumAmounts } from "#reading/amounts/sum-amounts.ts";
import { trainAmounts } from "#reading/amounts/train-amounts.ts";
import { splitSentences } from "#reading/split-sentences.ts";
import { splitSpeakers } from "#reading/split-speakers.ts";

const Case = z.strictObject({ name: z.string(), text: z.string(), amount: z.union([z.number(), z.literal("none")]) });
const cases = z.array(Case).parse(parse(readFileSync(join(import.meta.dirname, "amounts.cases.yaml"), "utf8")));
const sum = (text: string) => sumAmounts(text, splitSentences(text, splitSpeakers(text)), findQuantities(text));

describe("the amount of a crime", () => {
  test.each(cases)("$name", ({ text, amount }) => {
    expect(sum(text)?.amount ?? "none").toBe(amount);
  });

  test("tells of each sum whether it is a part and what speaks most for or against it", () => {
    const found = sum("经审理查明，被告人赵某窃得被害人钱某现金9000元。案发后，赵某退赔钱某10000元。");
    expect(found?.weighed?.map(({ amount, isPart }) => [amount, isPart])).toEqual([
      [9000, true],
      [10000, false],
    ]);
    expect(found?.weighed?.[1]?.signs[0]).toMatchObject({ sign: "paid back" });
    expect(found?.weighed?.[1]?.signs[0]?.weight).toBeLessThan(0);
  });
});

const piece = fc.constantFrom(
  "经审理查明，",
  "本院认为，",
  "辩护人提出，",
  "1、",
  "二、",
  "被告人王某窃得",
  "骗取被害人李某",
  "现金人民币5000元",
  "价值1.2万元的手机一部",
  "（经鉴定，价值人民币880元）",
  "共计人民币一万七千元",
  "退赔人民币3000元",
  "12,345.60元",
  "美元200元",
  "1块",
  "。",
  "，",
  "、",
  "\n",
  "😀",
  "\ud83d",
);
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("whatever the text", () => {
  test("places hold the sums they were read from, and the amount is what its parts add up to", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = sum(text);
        if (found === null) return;
        expect(found.amount).toBeCloseTo(
          found.parts.reduce((all, { amount }) => all + amount, 0),
          2,
        );
        expect(found.parts.length).toBeGreaterThan(0);
        for (const { amount, from, to } of [...found.parts, ...(found.weighed ?? [])])
          expect(findQuantities(text.slice(from, to))[0]?.value).toBe(amount);
      }),
      { numRuns: 200 },
    );
  });

  test("a text before it that tells of no money moves the places and leaves the parts", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const before = "😀某市某区。";
        const [alone, moved] = [sum(text), sum(before + text)];
        expect(moved?.parts ?? null).toEqual(
          alone?.parts.map((part) => ({ ...part, from: part.from + before.length, to: part.to + before.length })) ?? null,
        );
      }),
      { numRuns: 100 },
    );
  });

  test.each(["窃得现金500元。", "窃得现金500元、", "共计价值800元，", "1、骗得300元\n"])(
    "a hundred thousand times %s is read to its end",
    (words) => {
      expect(sum(words.repeat(100_000 / words.length))?.weighed?.length).toBe(40);
    },
  );
});

describe("the training", () => {
  const example = (text: string, expected: number) => ({
    expected,
    amounts: listAmounts(text, splitSentences(text, splitSpeakers(text)), findQuantities(text)),
  });
  const examples = Array.from({ length: 12 }, (_, index) =>
    example(`被告人赵某窃得现金${500 + index}元，事后藏匿现金${300 + index}元。`, 500 + index),
  );

  test("learns from the whole amount alone which sums it is of", () => {
    const weights = trainAmounts(examples);
    const text = "被告人赵某窃得现金777元，事后藏匿现金333元。";
    expect(sumAmounts(text, splitSentences(text, splitSpeakers(text)), findQuantities(text), weights)?.amount).toBe(777);
  });

  test("gives the same weights for the same examples", () => {
    expect(trainAmounts(examples)).toEqual(trainAmounts(examples));
  });

  test("leaves out an example that no choice of its sums adds up to", () => {
    expect(trainAmounts([...examples, example("被告人赵某窃得现金500元。", 123)])).toEqual(trainAmounts(examples));
  });
});
