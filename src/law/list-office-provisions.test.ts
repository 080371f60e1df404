import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { explainAssessment } from "#law/explain-assessment.ts";
import { LawFacts, Library } from "#law/law.contract.ts";
import { listChanges } from "#law/list-changes.ts";
import { listOfficeProvisions } from "#law/list-office-provisions.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import { writeOffice, writeStandard } from "#statutes/office-provisions.builder.ts";

const folder = writeOffice({
  "old.yaml": writeStandard({
    id: "jia-2015",
    offence: "fraud",
    from: "2015-01-01",
    until: "2019-12-31",
    standards: { "266-huge": 40_000 },
  }),
  "now.yaml": writeStandard({ id: "jia-2020", offence: "fraud", from: "2020-01-01", standards: { "266-huge": 60_000 } }),
});
const provisions = loadProvisions(PROVISIONS_FOLDER, folder);
rmSync(folder, { recursive: true });

test("an installation without provisions of its own has no such law", () => {
  expect(listOfficeProvisions(loadProvisions())).toEqual([]);
});

test("every version of an office's standard stands in the library with its days, its place and its source", () => {
  const laws = Library.shape.laws.parse(listOfficeProvisions(provisions));
  const entries = laws.flatMap(({ articles }) => articles.flatMap((article) => article.entries));
  expect(entries.map(({ inForce, local, cite }) => [inForce?.from, inForce?.until, local?.id, cite])).toEqual([
    ["2020-01-01", null, "jia-2020", "某甲省高法〔2020〕1号"],
    ["2015-01-01", "2019-12-31", "jia-2015", "某甲省高法〔2015〕1号"],
  ]);
  expect(entries[0]?.meaning.zh).toContain("数额巨大：60,000 元以上");
  expect(listChanges(provisions)).toEqual(listChanges(loadProvisions()));
});

test("the reasons mark what is local, and lead to the same facts", () => {
  const facts = LawFacts.parse({ offence: "fraud", actDate: "2025-03-01", deceivedToPossessUnlawfully: true, amount: 60_000 });
  const node = explainAssessment(facts, provisions).limbs.find(({ id }) => id === "266-huge");
  expect(node).toMatchObject({ outcome: "met", facts: ["amount"], local: { id: "jia-2020", region: { zh: "某甲省" } } });
  expect(explainAssessment(facts, loadProvisions()).limbs.find(({ id }) => id === "266-huge")?.local).toBeNull();
});
