import { expect, test } from "vitest";
import { Delivery } from "#deliveries/deliveries.contract.ts";
import { joinLines } from "#web/deliveries/join-lines.ts";

const line = (row: number, party: string): Delivery => Delivery.parse({ row, set: "1", direction: "sold", party });

test("the lines of a file take the place of those that stood there when it was chosen", () => {
  const before = [line(1, "甲")];
  expect(joinLines(before, before, [line(2, "乙"), line(3, "丙")])).toEqual([line(2, "乙"), line(3, "丙")]);
});

test("a line typed while the file was being read stays below them, and so does one that was changed", () => {
  const [kept, changed] = [line(1, "甲"), line(2, "乙")];
  const now = [kept, { ...changed, party: "乙二" }, line(3, "丁")];
  expect(joinLines([kept, changed], now, [line(1, "丙"), line(7, "戊")])).toEqual([
    line(1, "丙"),
    line(7, "戊"),
    line(8, "乙二"),
    line(9, "丁"),
  ]);
});

test("a file without lines leaves what was typed meanwhile", () => {
  expect(joinLines([], [line(1, "甲")], [])).toEqual([line(1, "甲")]);
});
