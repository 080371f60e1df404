import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { askingOf, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { proposeChange, publishDraft } from "#lexicons/change-lexicon.command.ts";
import { getLexicon } from "#lexicons/get-lexicon.query.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import type { TermChange } from "#reading/terms/change-terms.ts";

const { lexicon } = loadKnowledge();
let db: TestDatabase;
let author: Actor;
let publisher: Actor;
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  author = await buildPerson(db.owner, "技术员", ["technician"]);
  publisher = await buildPerson(db.owner, "院领导", ["leader"]);
});
afterAll(() => db.close());

const services = () => ({ database: db.database, lexicon });
const look = async (actor: Actor) => mustDo(await getLexicon(services(), askingOf(actor)));
const add = (term: string): TermChange => ({ type: "add", list: "conducts", value: "sell", term, slang: true });
const propose = async (term: string) => {
  const { revision: expectedRevision } = await look(author);
  const asked = { requestId: randomUUID(), expectedRevision, change: add(term), reason: "办案中发现的黑话" };
  return proposeChange(services(), askingOf(author), asked);
};

test("one publishes while another proposes: one of the two is told to look again, and what is published is what was seen", async () => {
  for (const round of Array.from({ length: 6 }, (_, index) => index)) {
    mustDo(await propose(`走暗${"甲乙丙丁戊己"[round]}货`));
    const seen = await look(publisher);
    const change = () => ({ requestId: randomUUID(), expectedRevision: seen.revision });
    const late = { ...change(), change: add(`倒黑${"甲乙丙丁戊己"[round]}料`), reason: "办案中发现" };
    const asked = [
      () => publishDraft(services(), askingOf(publisher), { ...change(), note: "" }),
      () => proposeChange(services(), askingOf(author), late),
    ] as const;
    const [first, second] = await Promise.all(round % 2 === 0 ? [asked[0](), asked[1]()] : [asked[1](), asked[0]()]);
    const refused = [first, second].filter((one) => "kind" in one);
    expect(refused).toMatchObject([{ kind: "stale-version", detail: { current: seen.revision + 1 } }]);
    const after = await look(publisher);
    const termsOf = (changes: readonly { readonly change: TermChange }[]) => changes.map(({ change: { term } }) => term);
    if (after.version > seen.version) expect(termsOf(after.versions[0]?.added ?? [])).toEqual(termsOf(seen.draft));
    else expect(termsOf(after.draft)).toEqual([...termsOf(seen.draft), late.change.term]);
  }
});
