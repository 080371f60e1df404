import { expect, test } from "vitest";
import { countDefects } from "#web/evidence/defect-counts.ts";

const sentence = { zh: "缺见证人", en: "no witness" };

test("a cured defect no longer counts, the gravest effect comes first", () => {
  const defects = [
    { kind: "no-witness", effect: "curable", cured: true, sentence, cite: "" },
    { kind: "no-time", effect: "curable", cured: false, sentence, cite: "" },
    { kind: "changed", effect: "exclude", cured: false, sentence, cite: "" },
  ] as const;
  expect(countDefects(defects)).toEqual([
    { effect: "exclude", count: 1 },
    { effect: "curable", count: 1 },
  ]);
});
