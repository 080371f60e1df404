import { expect, test } from "vitest";
import { listFacts } from "#assessments/list-facts.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { addressOfSource } from "#web/assessment/sources/address-of-source.ts";
import { nameOfFact, valueOfFact } from "#web/assessment/sources/show-fact.ts";

const ID = "6f1d0d2e-6a0b-4a5c-9d7e-0c6f6f1d0d2e";
const FACTS: InfringingFacts = {
  offence: "infringing-personal-information",
  accused: "unit",
  gains: 5200.5,
  repents: false,
  consequences: [],
  insiderIndustry: "快递",
  otherSeriousCircumstances: true,
  priorCriminalPunishmentDate: "2020-01-01",
  priorAdministrativePenaltyDate: "2024-01-01",
  insiderGains: 1,
  otherEspeciallySeriousCircumstances: true,
  sets: [{ id: "a].items", tier: "A", items: 1500, conducts: [{ kind: "obtain" }, { kind: "sell", recipient: "甲" }] }],
};

test("every fact has a name of its own in both languages", () => {
  for (const { path } of listFacts(FACTS))
    for (const language of ["zh", "en"] as const) expect(nameOfFact(path, language), path).not.toBe(path);
});

test("values are told in words, what is unknown says so, nothing done is not unknown", () => {
  const value = (path: string, facts = FACTS) => valueOfFact(facts, path, "zh");
  expect(value("sets[a].items].items")).toBe("1,500");
  expect(value("sets[a].items].tier")).toBe("A 档");
  expect(value("sets[a].items].conducts")).toBe("非法获取、出售（甲）");
  expect(value("accused")).toBe("单位");
  expect(value("repents")).toBe("否");
  expect(value("profit")).toBe("未知");
  const set = { id: "s", tier: null, items: null };
  expect(value("sets[s].conducts", { ...FACTS, sets: [{ ...set, conducts: [] }] })).toBe("未实施任何行为");
  expect(value("sets[s].conducts", { ...FACTS, sets: [{ ...set, conducts: null }] })).toBe("未知");
});

test("a source leads to the cell of the ledger, the table, the calculation or the item; a word alone leads nowhere", () => {
  expect(addressOfSource("c", { kind: "count", countId: ID, tier: "B" })).toBe(`/cases/c/ledgers?count=${ID}&tier=B&step=distinct`);
  expect(addressOfSource("c", { kind: "deliveries", deliveryTableId: ID, set: "s" })).toBe(`/cases/c/deliveries?table=${ID}`);
  expect(addressOfSource("c", { kind: "gains", calculationId: ID })).toBe(`/cases/c/gains?calculation=${ID}`);
  expect(addressOfSource("c", { kind: "evidence", evidenceId: ID, page: "3" })).toBe(`/cases/c/evidence?item=${ID}`);
  expect(
    addressOfSource("c", { kind: "document", caseDocumentId: ID, factKey: "k", name: "判决书.txt", at: 40, number: null, sentence: "句" }),
  ).toBe(`/cases/c/case-documents?document=${ID}&at=40`);
  expect(addressOfSource("c", { kind: "stated", note: "供述" })).toBeNull();
});
