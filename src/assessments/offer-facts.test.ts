import { describe, expect, test } from "vitest";
import { listFacts } from "#assessments/list-facts.ts";
import { disagree, offerFacts, sourceOfSaid } from "#assessments/offer-facts.ts";
import { saysSame } from "#assessments/says-same.ts";
import type { ConfirmedFact } from "#case-documents/case-documents.contract.ts";

const said = (part: Partial<ConfirmedFact>): ConfirmedFact => ({
  caseDocumentId: "00000000-0000-4000-8000-000000000001",
  name: "判决书.txt",
  key: `${part.kind}|${part.value}|${part.at ?? 0}-1`,
  kind: "items",
  value: "",
  qualifier: null,
  number: null,
  unit: null,
  approximate: false,
  basis: [],
  speaker: "court",
  at: 0,
  sentence: "。",
  ...part,
});
const items = (n: number, part: Partial<ConfirmedFact> = {}) => said({ kind: "items", value: `${n}`, number: n, unit: "items", ...part });

describe("numbers of items", () => {
  test("stand side by side with who says them, the court first and the defence last; the text of the law says nothing", () => {
    const { items: offered } = offerFacts([
      items(3000, { speaker: "defence" }),
      items(62000, { speaker: "prosecution", qualifier: "C" }),
      items(50, { speaker: "law" }),
      items(58600, { qualifier: "C" }),
    ]);
    expect(offered.map(({ items: n, tier, said: { speaker } }) => [n, tier, speaker])).toEqual([
      [58600, "C", "court"],
      [62000, "C", "prosecution"],
      [3000, null, "defence"],
    ]);
    expect(disagree(offered.map(({ items: n }) => n))).toBe(true);
    expect(disagree([1, 1])).toBe(false);
    expect(disagree([])).toBe(false);
  });

  test("said twice by one speaker of one document are offered once, by two documents twice", () => {
    const other = "00000000-0000-4000-8000-000000000002";
    const { items: offered } = offerFacts([items(5000, { at: 9 }), items(5000, { at: 90 }), items(5000, { caseDocumentId: other })]);
    expect(offered.map(({ said: { at, caseDocumentId } }) => [at, caseDocumentId === other])).toEqual([
      [9, false],
      [0, true],
    ]);
  });
});

describe("one fact each", () => {
  const penalty = "2023年6月1日因贩卖公民个人信息被云岭县公安局给予行政处罚。";
  test.each<[string, Partial<ConfirmedFact>, [string, unknown][]]>([
    ["gains in yuan", { kind: "gains", value: "29300", number: 29300, unit: "CNY" }, [["gains", 29300]]],
    ["no gains in another currency", { kind: "gains", value: "29300", number: 29300, unit: "USD" }, []],
    ["a sum told as gains", { kind: "amount", value: "800", number: 800, unit: "CNY", qualifier: "gains" }, [["gains", 800]]],
    ["a refund", { kind: "amount", value: "800", number: 800, unit: "CNY", qualifier: "refund" }, [["gainsReturned", true]]],
    ["no fine", { kind: "amount", value: "800", number: 800, unit: "CNY", qualifier: "fine" }, []],
    ["an insider's industry", { kind: "insider", value: "true", qualifier: "courier" }, [["insiderIndustry", "courier"]]],
    ["a fraud downstream", { kind: "downstream", value: "fraud" }, [["knewRecipientCommitsCrimes", true]]],
    ["no selling by telephone", { kind: "downstream", value: "telemarketing" }, []],
    ["a recipient who commits crimes", { kind: "recipient", value: "criminal" }, [["knewRecipientCommitsCrimes", true]]],
    ["no other recipient", { kind: "recipient", value: "customer" }, []],
    ["a day", { kind: "date", value: "2025-03-01", sentence: "2025年3月1日出售信息。" }, [["actDate", "2025-03-01"]]],
    ["no month alone", { kind: "date", value: "2025-03" }, []],
    [
      "a day of an administrative penalty",
      { kind: "date", value: "2023-06-01", sentence: penalty },
      [
        ["priorAdministrativePenalty", true],
        ["priorAdministrativePenaltyDate", "2023-06-01"],
      ],
    ],
    [
      "a penalty that is denied is none",
      { kind: "date", value: "2023-06-01", sentence: "2023年6月1日前未受过行政处罚。" },
      [["actDate", "2023-06-01"]],
    ],
    [
      "a day of an earlier punishment",
      { kind: "date", value: "2020-06-01", sentence: "2020年6月1日因犯侵犯公民个人信息罪被云岭县人民法院判处有期徒刑。" },
      [
        ["priorCriminalPunishment", true],
        ["priorCriminalPunishmentDate", "2020-06-01"],
      ],
    ],
    ["no band: what is especially serious is the assessment's own answer", { kind: "band", value: "serious" }, []],
  ])("%s", (_name, fact, expected) => {
    expect(offerFacts([said(fact)]).values.map(({ fact: name, value }) => [name, value])).toEqual(expected);
  });

  test("tracks used for a crime are offered only where the same document has whereabouts", () => {
    const fraud = said({ kind: "downstream", value: "fraud" });
    const whereabouts = said({ kind: "sensitive", value: "whereabouts", qualifier: "A" });
    const elsewhere = { ...whereabouts, caseDocumentId: "00000000-0000-4000-8000-000000000009" };
    const names = (facts: ConfirmedFact[]) => offerFacts(facts).values.map(({ fact }) => fact);
    expect(names([fraud, whereabouts])).toEqual(["trackUsedForCrime", "knewRecipientCommitsCrimes"]);
    expect(names([fraud, elsewhere])).toEqual(["knewRecipientCommitsCrimes"]);
  });

  test("conducts of the law, and an insider", () => {
    const offers = offerFacts([
      said({ kind: "conduct", value: "sell" }),
      said({ kind: "conduct", value: "unheard-of" }),
      said({ kind: "insider", value: "true", qualifier: null }),
    ]);
    expect(offers.conducts.map(({ kind }) => kind)).toEqual(["sell"]);
    expect(offers.insider).toHaveLength(1);
  });
});

test("whatever is offered is accepted as a source of what it fills in", () => {
  const all = [
    items(58600, { qualifier: "C" }),
    said({ kind: "gains", value: "29300", number: 29300, unit: "CNY" }),
    said({ kind: "insider", value: "true", qualifier: "courier" }),
    said({ kind: "downstream", value: "fraud" }),
    said({ kind: "date", value: "2023-06-01", sentence: "2023年6月1日被给予行政处罚。" }),
    said({ kind: "date", value: "2025-03-01" }),
  ];
  const { values, items: counted } = offerFacts(all);
  expect(values).toHaveLength(6);
  for (const { fact, value, said: by } of values) expect(saysSame({ path: fact, value }, by), fact).toBe(true);
  for (const { items: n, tier, said: by } of counted) {
    expect(saysSame({ path: "sets[s1].items", value: n }, by)).toBe(true);
    expect(saysSame({ path: "sets[s1].tier", value: tier }, by)).toBe(true);
  }
});

test("a source remembers the value it was named for where that is one word, number or answer", () => {
  const fact = items(5);
  expect(sourceOfSaid(fact, 5).value).toBe("5");
  expect(sourceOfSaid(fact, true).value).toBe("true");
  expect(sourceOfSaid(fact, [{ kind: "sell" }])).not.toHaveProperty("value");
  expect(listFacts({ offence: "infringing-personal-information", sets: [{ id: "s1", items: 5 }] })).toContainEqual({
    path: "sets[s1].items",
    value: 5,
  });
});
