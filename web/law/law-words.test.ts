import { expect, test } from "vitest";
import { OFFENCES_BY_ELEMENTS } from "#statutes/offence-facts.contract.ts";
import { ANSWER_WORDS, FACT_WORDS, wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { type FactField, fieldsOfOffence, unknownFacts } from "#web/law/offences/fact-fields.ts";
import { OFFENCE_WORDS } from "#web/law/offences/offence-words.text.ts";

function flatten(fields: readonly FactField[]): FactField[] {
  return fields.flatMap((field) => [field, ...(field.kind === "group" || field.kind === "list" ? flatten(field.fields) : [])]);
}

test("every fact of every offence, every answer and every offence has words in both languages", () => {
  const fields = OFFENCES_BY_ELEMENTS.flatMap((offence) => flatten(fieldsOfOffence(offence)));
  expect(fields.length).toBeGreaterThan(70);
  expect(fields.map(({ name }) => name).filter((name) => FACT_WORDS[name] === undefined)).toEqual([]);
  const answers = fields.flatMap((field) => (field.kind === "choice" || field.kind === "choices" ? field.options : []));
  expect(answers.filter((answer) => ANSWER_WORDS[answer] === undefined)).toEqual([]);
  expect(OFFENCES_BY_ELEMENTS.filter((offence) => OFFENCE_WORDS[offence] === undefined)).toEqual([]);
});

test("nothing known is null, in groups too, and a judgement is asked last and is unknown like the rest", () => {
  const fields = fieldsOfOffence("defamation");
  expect(fields.at(-1)?.name).toBe("otherSeriousCircumstances");
  expect(unknownFacts(fields)).toMatchObject({
    items: null,
    otherSeriousCircumstances: null,
    publicProsecutionFacts: { massIncident: null, other: null },
  });
});

test("counts are whole and amounts are not", () => {
  const kinds = new Map(fieldsOfOffence("aiding-network-crime").map(({ name, kind }) => [name, kind]));
  expect([kinds.get("bankCardsOwn"), kinds.get("settlementAmount")]).toEqual(["count", "amount"]);
});

test("a fact inside a list is named by its place, whether the engine or the flip map names it", () => {
  expect(wordsOfFactPath("sets.s1.items").zh).toBe("第 1 批：条数");
  expect(wordsOfFactPath("sets[s1].conducts[0].insider").zh).toBe("第 1 批 行为 1：履职或提供服务中获得");
  expect(wordsOfFactPath("sets.s1.conducts.1.kind").en).toBe("set 1, conduct 1: conduct");
  expect(wordsOfFactPath("sets[count-A].items").en).toBe("tier A of the count: items");
  expect(wordsOfFactPath("sets[四月名单·1].tier").zh).toBe("四月名单·1：档次");
  expect(wordsOfFactPath("items.2.views").en).toBe("2: Views");
  expect(wordsOfFactPath("publicProsecutionFacts.massIncident").zh).toBe("引发群体性事件");
  expect(wordsOfFactPath("nobodyNamedThis").zh).toBe("nobodyNamedThis");
});
