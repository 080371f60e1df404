import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { addOutcomes, compareReadings, NO_TOTALS } from "#lexicons/compare-readings.ts";
import { foldLexicon, type RecordedLexiconEvent } from "#lexicons/fold-lexicon.ts";
import { judgeDraft } from "#lexicons/judge-draft.ts";
import { judgeTerm } from "#lexicons/judge-term.ts";
import { canKeepLexicon, canPublishDraft, choosePublishers } from "#lexicons/lexicon.policy.ts";
import type { LexiconEvent } from "#lexicons/lexicons.contract.ts";
import { Role } from "#offices/offices.contract.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { overlayLexicon, type TermChange } from "#reading/terms/change-terms.ts";

const knowledge = loadKnowledge();
const [a, b] = [randomUUID(), randomUUID()];
const add = (term: string): TermChange => ({ type: "add", list: "conducts", value: "sell", term, slang: true });
const record = (events: readonly (readonly [string, LexiconEvent])[]): RecordedLexiconEvent[] =>
  events.map(([id, event], index) => ({
    seq: index + 1,
    event,
    person: { id, name: id === a ? "甲" : "乙" },
    at: new Date("2026-11-24T18:00:00Z"),
  }));
const proposed = (term: string): LexiconEvent => ({ type: "proposed", change: add(term), reason: "黑话" });

test("proposals make the draft, publishing makes a version of all there is, withdrawing takes one out", () => {
  const folded = foldLexicon(
    record([
      [a, proposed("走暗货")],
      [b, proposed("倒黑料")],
      [a, { type: "withdrawn", proposal: 1 }],
      [a, { type: "published", note: "" }],
      [b, proposed("出私料")],
    ]),
  );
  expect(folded.revision).toBe(5);
  expect(folded.versions).toHaveLength(1);
  expect(folded.versions[0]?.content.map(({ change, since }) => [change.term, since])).toEqual([["倒黑料", 1]]);
  expect(folded.draft).toMatchObject([{ proposal: 5, author: "乙", on: "2026-11-25" }]);
});

test("a roll-back is a new version with old content; the draft stays, and what came back counts from now on", () => {
  const published: LexiconEvent = { type: "published", note: "" };
  const { versions, draft } = foldLexicon(
    record([
      [a, proposed("走暗货")],
      [b, published],
      [a, proposed("倒黑料")],
      [a, { type: "rolled-back", to: 0, reason: "误改" }],
      [a, { type: "rolled-back", to: 1, reason: "再用" }],
    ]),
  );
  expect(
    versions.map(({ number, restores, content }) => [number, restores, content.map(({ change, since }) => `${change.term} ${since}`)]),
  ).toEqual([
    [1, null, ["走暗货 1"]],
    [2, 0, []],
    [3, 1, ["走暗货 3"]],
  ]);
  expect(versions[1]?.removed.map(({ change }) => change.term)).toEqual(["走暗货"]);
  expect(versions[2]?.added.map(({ change }) => change.term)).toEqual(["走暗货"]);
  expect(draft.map(({ change }) => change.term)).toEqual(["倒黑料"]);
});

test("a change of a draft that no longer fits is named and changes nothing", () => {
  const published: LexiconEvent = { type: "published", note: "" };
  const retire: LexiconEvent = {
    type: "proposed",
    change: { type: "retire", list: "conducts", value: "sell", term: "走暗货" },
    reason: "误报",
  };
  const folded = foldLexicon(
    record([
      [a, proposed("走暗货")],
      [b, published],
      [a, retire],
      [b, { type: "rolled-back", to: 0, reason: "回退" }],
    ]),
  );
  const { changes, live, drafted } = judgeDraft(knowledge.lexicon.terms, folded);
  expect(changes.map(({ misfit }) => misfit)).toEqual([{ kind: "unknown-term" }]);
  expect(drafted).toBe(live);
});

test.each([
  ["conducts", "走", false],
  ["conducts", "走货", true],
  ["conducts", "，。", false],
  ["conducts", "长".repeat(41), false],
  ["conducts", "长".repeat(40), true],
  ["conducts", "河南人", false],
  ["conducts", "某省籍", true],
  ["fields", "维吾尔族", false],
  ["fields", "回族料", false],
  ["fields", "教徒名单", false],
  ["fields", "男性名单", false],
  ["groups", "女性学员", true],
  ["fields", "张某某", false],
  ["fields", "13800000000", false],
  ["fields", "四件套", true],
  ["industries", "上海人寿", true],
  ["fields", "贵族客户", true],
] as const)("in %s, %s may stand: %s", (list, term, allowed) => {
  expect(judgeTerm(list, term).ok).toBe(allowed);
});

test("no term that ships is refused by the rules for new ones", () => {
  expect(knowledge.lexicon.terms.filter(({ list, term }) => !judgeTerm(list, term).ok).map(({ term }) => term)).toEqual([]);
});

const actor = (roles: Actor["roles"], personId = a): Actor => ({
  personId,
  name: "甲",
  officeCode: "990101",
  department: "criminal",
  roles,
});

test.each(Role.options)("%s: looks and changes as the table says", (role) => {
  const looks = !["auditor", "administrator"].includes(role);
  expect(canKeepLexicon("look", actor([role])).allowed).toBe(looks);
  for (const ability of ["propose", "publish", "roll-back", "replay"] as const)
    expect(canKeepLexicon(ability, actor([role])).allowed).toBe(looks && role !== "case-manager");
});

const contributorsOf = (events: readonly (readonly [string, LexiconEvent])[]) => foldLexicon(record(events)).contributors;

test("whoever put anything into a draft or took anything out of it may not publish it, a leader neither; who had no part may", () => {
  const both = contributorsOf([
    [a, proposed("走暗货")],
    [b, proposed("倒黑料")],
  ]);
  const c = randomUUID();
  for (const roles of [["leader"], ["technician"]] as const) {
    expect(canPublishDraft(actor([...roles], a), both).allowed).toBe(false);
    expect(canPublishDraft(actor([...roles], b), both).allowed).toBe(false);
    expect(canPublishDraft(actor([...roles], c), both).allowed).toBe(true);
  }
  expect(canPublishDraft(actor(["case-manager"], c), both).allowed).toBe(false);
});

test("the history of a draft counts: what was proposed and taken back, and what was taken back of others; publishing or emptying it begins another", () => {
  const takenBack: readonly (readonly [string, LexiconEvent])[] = [
    [a, proposed("走暗货")],
    [b, proposed("倒黑料")],
    [a, { type: "withdrawn", proposal: 1 }],
  ];
  expect(contributorsOf(takenBack)).toEqual([
    { personId: a, name: "甲", proposed: 1, withdrawn: 1 },
    { personId: b, name: "乙", proposed: 1, withdrawn: 0 },
  ]);
  const byAnother = contributorsOf([
    [a, proposed("走暗货")],
    [a, proposed("出私料")],
    [b, { type: "withdrawn", proposal: 1 }],
  ]);
  expect(canPublishDraft(actor(["leader"], b), byAnother)).toMatchObject({
    refusal: {
      kind: "not-permitted",
      detail: {
        rule: "您参与过本草案（撤回1项），须由没有参与的另一人核对后发布；参与人：甲、乙",
        "rule.en": expect.stringContaining("took back 1"),
      },
    },
  });
  expect(contributorsOf([...takenBack, [a, { type: "published", note: "" }], [b, proposed("出私料")]])).toMatchObject([{ personId: b }]);
  expect(contributorsOf([...takenBack, [b, { type: "withdrawn", proposal: 2 }], [b, proposed("出私料")]])).toMatchObject([
    { personId: b, proposed: 1, withdrawn: 0 },
  ]);
  expect(contributorsOf([...takenBack, [b, { type: "rolled-back", to: 0, reason: "误改" }]])).toHaveLength(2);
});

test("who may publish is named: those with a role for it who had no part", () => {
  const contributors = contributorsOf([[a, proposed("走暗货")]]);
  const person = (id: string, ...roles: string[]) => ({ id, roles });
  const [c, d] = [randomUUID(), randomUUID()];
  const named = choosePublishers(
    [person(a, "leader"), person(b, "technician"), person(c, "case-manager"), person(d, "auditor")],
    contributors,
  );
  expect(named.map(({ id }) => id)).toEqual([b]);
});

test("a comparison tells what comes and goes, and says nothing where no word does", () => {
  const lexicon = overlayLexicon(knowledge.lexicon, {
    office: "990101",
    version: 1,
    changes: [{ change: add("走暗货"), author: "甲", on: "2026-11-25", reason: "黑话" }],
  });
  const drafted = { ...knowledge, lexicon };
  const text = "经审理查明：被告人张某某将客户信息5000条走暗货给他人。";
  const outcome = compareReadings(text, knowledge, drafted);
  expect(outcome.terms).toEqual([{ list: "conducts", value: "sell", term: "走暗货", slang: true, before: 0, after: 1 }]);
  expect(outcome.facts).toEqual([{ list: "conducts", value: "sell", change: "gained" }]);
  expect(compareReadings("被告人醉酒驾驶。", knowledge, drafted)).toEqual({ problem: null, terms: [], facts: [], clues: [] });
  const back = compareReadings(text, drafted, knowledge);
  const unread = { problem: { zh: "坏", en: "broken" }, terms: [], facts: [], clues: [] };
  const [first, second, third] = [outcome, back, unread].map((one) => ({ caseId: a, outcome: one }));
  if (!first || !second || !third) throw new Error("three outcomes");
  const { totals } = addOutcomes(NO_TOTALS, [first, second, third]);
  expect(addOutcomes(addOutcomes(NO_TOTALS, [first]), [second, third]).totals, "a page after the other").toEqual(totals);
  expect(totals).toMatchObject({ documents: 2, unread: 1, changed: 2, cases: 1, hitsGained: 1, hitsLost: 1, factsGained: 1, factsLost: 1 });
});

test("marking a word as black talk is a change of the reading of a text that holds it", () => {
  const mark: TermChange = { type: "mark", list: "fields", value: "personal-information", term: "客户信息", slang: true };
  const lexicon = overlayLexicon(knowledge.lexicon, {
    office: "990101",
    version: 1,
    changes: [{ change: mark, author: "甲", on: "2026-11-25", reason: "试" }],
  });
  const { terms } = compareReadings("被告人出售客户信息。", knowledge, { ...knowledge, lexicon });
  expect(terms.map(({ slang, before, after }) => [slang, before, after])).toEqual([
    [false, 1, 0],
    [true, 0, 1],
  ]);
});
