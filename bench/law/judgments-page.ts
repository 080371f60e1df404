import type { Holding } from "./hold-judgments.ts";

type Tally = { readonly all: number; readonly agrees: number; readonly open: number; readonly disagrees: number };
export type Judgments = {
  readonly date: string;
  readonly commit: string;
  readonly since2017: Tally;
  readonly before2017: Tally;
  readonly holdings: readonly Holding[];
};

/** The tallies apart for judgments under the interpretation of 2017 and for all others, which knew no thresholds. */
export function summarise(holdings: readonly Holding[]): Pick<Judgments, "since2017" | "before2017"> {
  const isSince = ({ judgedOn }: Holding) => judgedOn !== null && judgedOn >= "2017-06-01";
  return { since2017: tally(holdings.filter(isSince)), before2017: tally(holdings.filter((holding) => !isSince(holding))) };
}

function tally(holdings: readonly Holding[]): Tally {
  const of = (outcome: Holding["outcome"]) => holdings.filter((holding) => holding.outcome === outcome).length;
  return { all: holdings.length, agrees: of("agrees"), open: of("open"), disagrees: of("disagrees") };
}

/** docs/judgments.md from the results: ids and numbers only, no person's words. */
export function buildJudgmentsPage({ date, commit, since2017, before2017, holdings }: Judgments): string {
  const line = (name: string, { all, agrees, open, disagrees }: Tally) => `| ${name} | ${all} | ${agrees} | ${open} | ${disagrees} |`;
  const others = holdings.filter(({ outcome }) => outcome !== "agrees");
  return `# 引擎与真实判决 · The engine beside real judgments

把法院自己认定的条数、违法所得和身份交给引擎，与法院认定的档次比较；标注没有说到的事实一律为未知。由 \`npm run bench:judgments\` 写成，不含任何人的信息。

The court's own numbers are given to the engine and its band is held against the court's. One line an accused, where the court named a band. What the
label does not tell is unknown, never no. Written by \`npm run bench:judgments\` on ${date} (${commit}) from a hand-labelled set that is not part of the project; ids and numbers only.

* **agrees**: what the engine finds proved by these numbers is the court's band.
* **open**: the court's band is higher than what these numbers prove and within what unknown facts could bring; the engine says which facts are missing.
* **disagrees**: the engine finds a higher band proved than the court did, or rules out the court's band.

| judgments | accused | agrees | open | disagrees |
|---|---|---|---|---|
${line("under 法释〔2017〕10号 (judged from 2017-06-01)", since2017)}
${line("judged earlier, or without a date in the label", before2017)}

## 不一致之处 · Where they differ

| judgment / accused | judged on | numbers | court | engine (at most) | outcome | reason |
|---|---|---|---|---|---|---|
${others
  .map(
    ({ id, accused, judgedOn, numbers, court, engine, engineAtMost, outcome, reason }) =>
      `| ${id} / ${accused} | ${judgedOn ?? "—"} | ${numbers || "—"} | ${court} | ${engine} (${engineAtMost}) | ${outcome} | ${reason} |`,
  )
  .join("\n")}
`;
}
