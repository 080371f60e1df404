import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadRemedyBooks } from "#remedies/books/load-remedy-books.query.ts";
import { composeDamages, rangeOf } from "#remedies/damages/compose-damages.ts";
import { buildDamages, consequence, SAID } from "#remedies/damages/damages.builder.ts";
import type { DamagesContent, DamagesEvent } from "#remedies/damages/damages.contract.ts";
import { decideDamages, foldDamages } from "#remedies/damages/damages-record.ts";

const books = loadRemedyBooks();
const compose = (content: DamagesContent) => composeDamages(content, {}, books);
const record = (...events: DamagesEvent[]) =>
  foldDamages(
    events.map((event, at) => ({ version: at + 1, by: "陈默", at: "2026-11-20T01:00:00Z", event })),
    books,
  );

test("loss and gain are never added: the basis picks one, costs stand beside it", () => {
  const components = [
    { id: "l", kind: "loss" as const, label: "损失", amount: 300_00, source: SAID },
    { id: "g", kind: "gain" as const, label: "获益", amount: 500_00, source: SAID },
    { id: "c", kind: "cost" as const, label: "鉴定费", amount: 20_00, source: SAID },
  ];
  expect(compose(buildDamages({ components, basis: "loss" })).claim).toEqual({ measure: 300_00, costs: 20_00, gross: 320_00 });
  expect(compose(buildDamages({ components, basis: "gain" })).claim.gross).toBe(520_00);
  expect(compose(buildDamages({ components, basis: null })).claim.gross).toBeNull();
});

test("an amount that is missing makes the claim unknown, and nothing entered is no zero", () => {
  const unknown = { id: "g2", kind: "gain" as const, label: "另一笔", amount: null, source: null };
  const answer = compose(buildDamages({ components: [...buildDamages().components, unknown] }));
  expect(answer.measures.gain).toEqual({ known: 10_000_000, missing: 1, total: null });
  expect(answer.claim.gross).toBeNull();
  expect(answer.finding.zh).toContain("尚缺1项");
  expect(compose(buildDamages({ basis: "loss" })).claim.gross).toBeNull();
});

test("confiscation of the same gains overlaps with a claim by the gain, not with a claim by the loss", () => {
  const consequences = [consequence("confiscation", 6_000_000)];
  expect(compose(buildDamages({ consequences })).pots.find(({ pot }) => pot === "gains")).toMatchObject({ overlap: 6_000_000, open: true });
  const components = [...buildDamages().components, { id: "l", kind: "loss" as const, label: "损失", amount: 5, source: SAID }];
  expect(compose(buildDamages({ consequences, components, basis: "loss" })).pots.every(({ overlap }) => overlap === 0)).toBe(true);
});

test("criminal and administrative confiscation of the same gains overlap even without the claim", () => {
  const consequences = [consequence("confiscation", 10_000_000), consequence("administrative-confiscation", 4_000_000)];
  const components = [...buildDamages().components, { id: "l", kind: "loss" as const, label: "损失", amount: 5, source: SAID }];
  const pot = compose(buildDamages({ consequences, components, basis: "loss" })).pots.find(({ pot: name }) => name === "gains");
  expect(pot).toMatchObject({ overlap: 4_000_000, open: true, options: ["deduct-confiscation", "keep-both"] });
});

test("restitution overlaps with a claim by the loss; two kinds of fine by the smaller one, one kind alone not at all", () => {
  const components = [{ id: "l", kind: "loss" as const, label: "损失", amount: 900, source: SAID }];
  const answer = compose(buildDamages({ basis: "loss", components, consequences: [consequence("restitution", 400)] }));
  expect(answer.pots.find(({ pot }) => pot === "loss")).toMatchObject({ size: 900, overlap: 400 });
  const fines = (...consequences: DamagesContent["consequences"]) =>
    compose(buildDamages({ consequences })).pots.find(({ pot }) => pot === "penalty")?.overlap;
  expect(fines(consequence("fine", 700), consequence("administrative-fine", 300))).toBe(300);
  expect(fines(consequence("fine", 700), consequence("fine", 300, "fine-2"))).toBe(0);
});

test("an unknown confiscation leaves the overlap unknown and the net claim between what can be taken off and all of it", () => {
  const answer = compose(buildDamages({ consequences: [consequence("confiscation", null)] }));
  expect(answer.pots[0]).toMatchObject({ overlap: null, open: true });
  expect(answer.net).toEqual({ low: 0, high: 10_000_000, settled: false });
});

test("each overlap needs its reasoned choice by a person before the claim is decided, and a changed amount needs it anew", () => {
  const content = buildDamages({ consequences: [consequence("confiscation", 6_000_000)] });
  const begun = record({ type: "begin", content });
  expect(decideDamages({ type: "decide", reason: "已审查" }, begun)).toMatchObject({ ok: false, kind: "condition-not-met" });
  const choice = decideDamages({ type: "choose", pot: "gains", option: "deduct-claim", reason: "避免重复" }, begun);
  if (!choice.ok) throw new Error("refused");
  const chosen = record({ type: "begin", content }, choice.value);
  expect(chosen.answer.net).toEqual({ low: 4_000_000, high: 4_000_000, settled: true });
  expect(chosen.answer.pots[0]?.choice).toMatchObject({ by: "陈默", reason: "避免重复" });
  expect(decideDamages({ type: "decide", reason: "已审查" }, chosen).ok).toBe(true);
  const dearer = buildDamages({ consequences: [consequence("confiscation", 7_000_000)] });
  const changed = record({ type: "begin", content }, choice.value, { type: "revise", content: dearer, reason: "查明" });
  expect(changed.answer.pots[0]).toMatchObject({ open: true, stale: true });
  expect(decideDamages({ type: "decide", reason: "已审查" }, changed).ok).toBe(false);
});

test("a choice about nothing or about the unknown is refused, and a decided claim is changed only after it is reopened", () => {
  const plain = record({ type: "begin", content: buildDamages() });
  const choose = { type: "choose" as const, pot: "gains" as const, option: "keep-both", reason: "理由" };
  expect(decideDamages(choose, plain)).toMatchObject({ ok: false, kind: "condition-not-met" });
  const unknown = record({ type: "begin", content: buildDamages({ consequences: [consequence("confiscation", null)] }) });
  expect(decideDamages(choose, unknown)).toMatchObject({ ok: false, kind: "condition-not-met" });
  const decided = record({ type: "begin", content: buildDamages() }, { type: "decide", reason: "已审查" });
  expect(decideDamages({ type: "revise", content: buildDamages(), reason: "改" }, decided)).toMatchObject({
    ok: false,
    kind: "wrong-state",
  });
  expect(decideDamages({ type: "reopen", reason: "新证据" }, decided).ok).toBe(true);
});

test("a figure without a source blocks the decision", () => {
  const components = buildDamages().components.map((one) => ({ ...one, source: null }));
  const state = record({ type: "begin", content: buildDamages({ components }) });
  expect(state.answer.unsourced).toBe(1);
  expect(decideDamages({ type: "decide", reason: "已审查" }, state)).toMatchObject({ ok: false, detail: { condition: "还有1项没有出处" } });
});

test("ranges follow the gains: at the line the multiples, just under it the fixed bound, unknown gains no range", () => {
  const rule = books.penalties.find(({ id }) => id === "telecom-fraud-44");
  if (rule === undefined) throw new Error("no rule");
  expect(rangeOf(rule, 2_000_000)).toEqual({ low: 2_000_000, high: 20_000_000 });
  expect(rangeOf(rule, 1_999_999)).toEqual({ low: null, high: 20_000_000 });
  expect(rangeOf(rule, 0)).toEqual({ low: null, high: 20_000_000 });
  expect(rangeOf(rule, null)).toEqual({ low: null, high: null });
});

test("the fine's multiples are those of article 12 in the provisions", () => {
  const file = join(import.meta.dirname, "../../statutes/provisions/spc-spp-2017-10/article-12.yaml");
  const article: unknown = parse(readFileSync(file, "utf8"));
  const [band] = books.penalties.find(({ id }) => id === "fine-2017-10")?.bands ?? [];
  expect(article).toMatchObject({ fine: { fromTimesGains: band?.lowTimes, toTimesGains: band?.highTimes } });
});

test("500,000 yuan bound the court's discretion as information: at the bound no warning, one fen over it there is", () => {
  const at = (amount: number) =>
    compose(buildDamages({ basis: "discretionary", components: [], discretionary: { amount, source: SAID, factors: [] } })).notices.find(
      ({ zh }) => zh.includes("五十万元"),
    )?.tone;
  expect([at(50_000_000), at(50_000_001)]).toEqual(["info", "warn"]);
});
