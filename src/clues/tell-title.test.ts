import { expect, test } from "vitest";
import { tellMatter, tellTitle } from "#clues/tell-title.ts";

test("the matter of a prompt is its title without the track; what a person called a clue stays whole", () => {
  expect(tellMatter("行政公益诉讼：判决书")).toBe("判决书");
  expect(tellMatter("追查个人信息来源：起诉书")).toBe("起诉书");
  expect(tellMatter("某站：面单外泄")).toBe("某站：面单外泄");
  expect(tellTitle("行政公益诉讼：判决书")).toEqual({ zh: "行政公益诉讼：判决书", en: "Administrative PIL: 判决书" });
});
