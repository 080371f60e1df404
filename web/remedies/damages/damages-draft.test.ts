import { expect, test } from "vitest";
import type { DamagesContent } from "#remedies/damages/damages.contract.ts";
import { addPart, beginDraft, changePart, readDraft, removePart } from "#web/remedies/damages/damages-draft.ts";

const gains = { kind: "gains" as const, calculationId: "1b671a64-40d5-491e-99b0-da01ff1f3341" };
const content: DamagesContent = {
  title: "请求",
  basis: "gain",
  components: [{ id: "g", kind: "gain", label: "获益", amount: 12_345, source: gains }],
  discretionary: {
    amount: null,
    source: null,
    factors: [{ id: "f", factor: "persons", finding: "人数", number: 30, source: { kind: "stated", note: "统计" } }],
  },
  consequences: [{ id: "k", kind: "confiscation", label: "没收", amount: null, state: "expected", source: null }],
  punitiveNote: null,
};

test("what is kept, shown and read again is the same, unknown included", () => {
  expect(readDraft("请求", beginDraft(content))).toEqual(content);
});

test("an amount that cannot be read, or a part without words, is not saved", () => {
  expect(readDraft("请求", changePart(beginDraft(content), "g", { amount: "一百" }))).toBeNull();
  expect(readDraft("请求", addPart(beginDraft(content), "consequence"))).toBeNull();
});

test("an amount that is typed over loses the calculation it came from; words that change do not", () => {
  expect(changePart(beginDraft(content), "g", { amount: "1" }).parts[0]?.source).toBeNull();
  expect(changePart(beginDraft(content), "g", { label: "所得" }).parts[0]?.source).toEqual(gains);
});

test("a new part never takes the id of another", () => {
  const two = addPart(addPart(beginDraft(content), "component"), "factor");
  const again = addPart(removePart(two, "p4"), "component");
  expect(new Set(again.parts.map(({ id }) => id)).size).toBe(again.parts.length);
});
