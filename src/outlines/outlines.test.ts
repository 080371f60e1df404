import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkLink, decideLink, decideOutline } from "#outlines/decide-outline.ts";
import { judgeElements } from "#outlines/judge-elements.ts";
import { loadOutlineBooks } from "#outlines/load-outline-books.query.ts";
import { BOOKS, buildLink } from "#outlines/outlines.builder.ts";
import type { ElementView, OutlineState } from "#outlines/outlines.contract.ts";
import { suggestLines } from "#outlines/suggest-lines.ts";
import { writeOutlineText } from "#outlines/write-outline-text.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";
import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

const rules = loadPublicInterestRules();
const elementOf = (key: string, links = [buildLink("1", "proves", [])], open: Parameters<typeof judgeElements>[2] = null) => {
  const [track, id] = key.split("/");
  const found: ElementView | undefined = judgeElements(BOOKS, links, open)
    .find((column) => column.track === track)
    ?.elements.find(({ element }) => element === id);
  if (found === undefined) throw new Error(`no element ${key}`);
  return found;
};

test("every element of every track says what to collect or why no evidence proves it", () => {
  const out = new Set(BOOKS.leftOut.map(({ id }) => id));
  for (const track of rules.tracks.filter(({ id }) => id !== "support")) {
    const column = BOOKS.columns.find((one) => one.track === track.id);
    const asked = [...new Set([...track.filing, ...track.suit])].filter((id) => !out.has(id));
    expect(column?.elements.map(({ id }) => id)).toEqual(asked);
  }
  expect(BOOKS.leftOut.map(({ id }) => id).filter((id) => !rules.elements.some((one) => one.id === id))).toEqual([]);
});

test("the limbs that an element of the crime names are limbs of the interpretation, and each of paragraph 1 but the open one has its element", () => {
  const limbs = loadProvisions().interpretations.flatMap(({ article5 }) => article5.limbs.map(({ id }) => id));
  const named = BOOKS.columns.flatMap(({ elements }) => elements.flatMap((element) => element.limbs));
  expect(named.filter((id) => !limbs.includes(id))).toEqual([]);
  expect(limbs.filter((id) => id.startsWith("5-1-") && id !== "5-1-10" && !named.includes(id))).toEqual([]);
});

test("a table whose pairs name no element of the crime is not used", () => {
  const folder = mkdtempSync(join(tmpdir(), "outlines-"));
  for (const name of ["infringing-personal-information.yaml", "public-interest.yaml"]) {
    const text = readFileSync(join(import.meta.dirname, "elements", name), "utf8");
    writeFileSync(join(folder, name), text.replace("pairs: [act-happened, kinds", "pairs: [nothing-such, kinds"));
  }
  expect(() => loadOutlineBooks(rules, folder)).toThrow("nothing-such");
});

test.each([
  ["no link", [], "nothing"],
  ["an item that only indicates", [buildLink("1", "indicates", ["criminal/identity"])], "indicated"],
  ["an item that proves", [buildLink("1", "proves", ["criminal/identity"])], "proved"],
  [
    "one that proves beside one that indicates",
    [buildLink("1", "indicates", ["criminal/identity"]), buildLink("2", "proves", ["criminal/identity"])],
    "proved",
  ],
  ["a link that was removed", [buildLink("1", "proves", ["criminal/identity"], true)], "nothing"],
  ["a link to another element", [buildLink("1", "proves", ["criminal/conduct"])], "nothing"],
] as const)("an element with %s", (_, links, standing) => {
  expect(elementOf("criminal/identity", [...links]).standing).toBe(standing);
});

test("one proved circumstance spares the others, but never an element of its own", () => {
  const links = [buildLink("1", "proves", ["criminal/gains"])];
  expect(elementOf("criminal/prior-record", links)).toMatchObject({ standing: "nothing", spared: true });
  expect(elementOf("criminal/knowledge", links)).toMatchObject({ standing: "nothing", spared: false });
  expect(elementOf("criminal/prior-record", [])).toMatchObject({ spared: false });
});

test("limbs and facts that the assessment leaves open stand at their element, and nowhere on the public-interest side", () => {
  const facts = {
    offence: "infringing-personal-information" as const,
    sets: [{ id: "1", tier: "C" as const, items: 100, conducts: [{ kind: "sell" as const }] }],
  };
  const answer = assess({ ...facts, gains: null }, loadProvisions());
  expect(answer.missing).toContain("gains");
  const gains = elementOf("criminal/gains", [], answer);
  expect(gains.openLimbs).toMatchObject([{ id: "5-1-7", outcome: "unknown" }]);
  expect(gains.missingFacts).toContain("gains");
  expect(elementOf("incidental/harm-amount", [], answer)).toMatchObject({ openLimbs: [], missingFacts: [] });
});

test("the outline for the police names every gap of the crime with its reason, and what serves the public-interest side too", () => {
  const links = [buildLink("1", "proves", ["criminal/identity", "criminal/gains"]), buildLink("2", "indicates", ["criminal/knowledge"])];
  const columns = judgeElements(BOOKS, links, null);
  const lines = suggestLines(BOOKS, { kind: "supplementary", track: "incidental", columns, links, answers: [] });
  const of = (element: string) => lines.find(({ key }) => key.element === element);
  expect(of("identity")).toBeUndefined();
  expect(of("knowledge")?.reason.zh).toBe("现有证据只能提示、尚不足以证明：证据2.xlsx（作用2）。");
  expect(of("conduct")?.reason.zh).toBe("在案证据没有一项被认定证明本要件。");
  expect(of("conduct")?.proves.zh).toContain("同时用于公益诉讼：刑事被告人是应当承担侵权责任的人");
  expect(of("prior-record")?.needed).toBe(false);
  expect(lines.map(({ needed }) => needed).indexOf(false)).toBe(lines.filter(({ needed }) => needed).length);
});

test("the investigation outline goes by the track's elements and says who must prove", () => {
  const columns = judgeElements(BOOKS, [], null);
  const lines = suggestLines(BOOKS, { kind: "investigation", track: "civil", columns, links: [], answers: [] });
  expect(lines.every(({ key }) => key.track === "civil")).toBe(true);
  expect(lines.find(({ key }) => key.element === "fault")?.reason.zh).toContain("由对方举证");
  expect(lines.find(({ key }) => key.element === "no-exemption")?.unconfirmed).toBe(true);
});

const line = { key: null, matter: "甲", reason: "乙", direction: "丙", evidence: "丁", proves: "戊", cite: "" };
test("the text numbers its lines in Chinese and carries all five parts of each", () => {
  const text = writeOutlineText({ lines: [{ ...line, cite: "规则 第二百五十七条" }, ...Array.from({ length: 20 }, () => line)] });
  expect(text.split("\n").slice(0, 6)).toEqual([
    "一、事项：甲",
    "理由：乙",
    "方向：丙",
    "需补充的证据：丁",
    "证明作用：戊",
    "依据：规则 第二百五十七条",
  ]);
  expect(text).toContain("\n十、事项");
  expect(text).toContain("\n十一、事项");
  expect(text).toContain("\n二十、事项");
  expect(text).toContain("\n二十一、事项");
});

test("a link to an unknown element, to one named twice, or to evidence of another case is refused", () => {
  const { removed: _, ...link } = buildLink("1", "proves", ["criminal/identity"]).state;
  const here = new Set(["1"]);
  expect(checkLink(link, BOOKS, here)).toMatchObject({ ok: true });
  expect(checkLink(link, BOOKS, new Set(["2"]))).toMatchObject({ ok: false, kind: "not-found" });
  const stray = { ...link, elements: [{ track: "criminal" as const, element: "harm" }] };
  expect(checkLink(stray, BOOKS, here)).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(checkLink({ ...link, elements: [...link.elements, ...link.elements] }, BOOKS, here)).toMatchObject({
    ok: false,
    kind: "invalid-input",
  });
  expect(decideLink({ ...link, removed: true }, { type: "remove", reason: "再撤" }, BOOKS, here)).toMatchObject({
    ok: false,
    kind: "wrong-state",
  });
});

test("a confirmed outline is fixed, and a draft never changes its kind", () => {
  const content = { kind: "supplementary" as const, title: "提纲", lines: [line] };
  const draft: OutlineState = { ...content, status: "draft" };
  const confirmed = decideOutline(draft, { type: "confirm" });
  expect(confirmed).toMatchObject({ ok: true, value: { status: "confirmed" } });
  if (confirmed.ok) {
    expect(decideOutline(confirmed.value, { type: "edit", content })).toMatchObject({ ok: false, kind: "wrong-state" });
    expect(decideOutline(confirmed.value, { type: "discard", reason: "错" })).toMatchObject({ ok: false, kind: "wrong-state" });
  }
  expect(decideOutline(draft, { type: "edit", content: { ...content, kind: "investigation" } })).toMatchObject({
    ok: false,
    kind: "invalid-input",
  });
});
