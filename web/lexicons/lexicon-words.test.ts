import { expect, test } from "vitest";
import { tellLexicon } from "#web/lexicons/lexicon-words.text.ts";

test("the name of a lexicon is told in both languages: axes of one day as one, of several each, the office's version last", () => {
  expect(tellLexicon("crime 2026-11-25, field 2026-11-25, industry 2026-11-25")).toEqual({
    zh: "自带 2026-11-25",
    en: "shipped 2026-11-25",
  });
  expect(tellLexicon("crime 2026-11-25, field 2026-11-26, industry 2026-11-25; 990102 v3")).toEqual({
    zh: "自带 罪 2026-11-25、领域 2026-11-26、行业 2026-11-25，990102 院第 3 版",
    en: "shipped crime 2026-11-25, field 2026-11-26, industry 2026-11-25, version 3 of office 990102",
  });
});
