import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform } from "node:os";
import { join } from "node:path";
import { print } from "./bench.ts";
import { askProgram, ROOT } from "./peers/peer.ts";
import { measureAmounts, writeAmountWeights } from "./reading/amounts.ts";
import { measureChargesFromFacts, writeChargeModel } from "./reading/charges.ts";
import { measureCitations } from "./reading/citations.ts";
import { measureClues, writeWeights } from "./reading/clues.ts";
import { DATA } from "./reading/data.ts";
import type { Figure } from "./reading/figure.ts";
import { measureInvented } from "./reading/invented.ts";
import { measureJudgments, readJudgments } from "./reading/judgments.ts";
import { measureQuantities } from "./reading/quantities.ts";
import { measureSpeed } from "./reading/speed.ts";
import { measureUnseen } from "./reading/unseen.ts";

/**
 * `npm run bench:reading`: what the readers reach on labelled documents beside the goals; writes bench/results/reading.json and the table of docs/reading.md.
 *   -- --misses   prints ids and values of what was missed (no words of a document)
 *   -- --train    trains the weights of the clues and the charges anew before measuring
 * The sets stand beside the project (../shared/data); a set that is not there is named and skipped.
 */
const asked = (option: string) => process.argv.includes(option);
if (!existsSync(DATA)) print(`skipped: no labelled documents at ../shared/data; only the speed is measured`);
else if (asked("--train")) {
  writeWeights();
  writeChargeModel();
  writeAmountWeights();
}
const figures: Figure[] = [
  ...measureJudgments(readJudgments()),
  ...measureClues(),
  ...measureCitations(),
  ...measureAmounts(),
  ...measureChargesFromFacts(),
  ...measureQuantities(),
  ...measureSpeed(),
];
for (const { task, measure, value, baseline, goal, of, note, misses } of figures) {
  const isMet = goal === null || value === null ? "" : value >= goal ? "met" : "NOT MET";
  print(
    `${task.padEnd(46)} ${measure.padEnd(8)} ${show(value).padStart(7)}  baseline ${show(baseline).padStart(5)}  goal ${show(goal).padStart(5)} ${isMet.padEnd(7)} of ${of}; ${note}`,
  );
  if (asked("--misses")) for (const miss of misses) print(`    ${miss}`);
}
const unseen = existsSync(DATA) ? { one: measureUnseen("I"), two: measureUnseen("II") } : { one: [], two: [] };
if (unseen.one.length === 0) print("skipped: no texts of the unseen set at ../unseen");
const invented = { one: measureInvented("I"), two: measureInvented("II") };
for (const [set, { one, two }] of Object.entries({ unseen, invented }))
  for (const [index, { task, measure, value, of, note, misses }] of one.entries()) {
    print(
      `${set}: ${task.padEnd(40)} ${measure.padEnd(8)} half I ${show(value).padStart(5)} of ${of}, half II ${show(two[index]?.value ?? null).padStart(5)} of ${two[index]?.of ?? 0}; ${note}`,
    );
    // Only of the first half: what was missed in the second is not to be learned from.
    if (asked("--misses")) for (const miss of misses) print(`    ${miss}`);
  }
if (existsSync(DATA)) keep();

function keep(): void {
  const results = {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: askProgram("git", ["-C", ROOT, "rev-parse", "--short", "HEAD"])?.trim() ?? null,
    machine: `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, load ${loadavg()[0]?.toFixed(1)}`,
    figures: figures.map(({ misses, ...figure }) => ({ ...figure, misses: misses.length })),
    unseen: [...unseen.one, ...unseen.two].map(({ misses, ...figure }) => ({ ...figure, misses: misses.length })),
    invented: [...invented.one, ...invented.two].map(({ misses, ...figure }) => ({ ...figure, misses: misses.length })),
  };
  mkdirSync(join(ROOT, "bench/results"), { recursive: true });
  writeFileSync(join(ROOT, "bench/results/reading.json"), `${JSON.stringify(results, null, 2)}\n`);
  const page = join(ROOT, "docs/reading.md");
  const table = [
    "| task | measure | Tandem | baseline | goal | of |",
    "|---|---|---|---|---|---|",
    ...figures.map(
      ({ task, measure, value, baseline, goal, of }) =>
        `| ${task} | ${measure} | ${show(value)} | ${show(baseline)} | ${goal === null ? "–" : `≥ ${show(goal)}`} | ${of} |`,
    ),
    "",
    `Measured ${results.date}, ${results.machine}.`,
  ].join("\n");
  const put = (text: string, name: string, words: string | null) =>
    words === null ? text : text.replace(new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`), `$1\n${words}\n$2`);
  const measured = put(readFileSync(page, "utf8"), "figures", table);
  writeFileSync(page, put(put(measured, "unseen", tellHalves(unseen)), "invented", tellHalves(invented)));
  print("written to bench/results/reading.json and to the table of docs/reading.md");
}

/** The table of a set in two halves, beside the development sets; null where the set is not there. */
function tellHalves({ one, two }: { one: readonly Figure[]; two: readonly Figure[] }): string | null {
  if (one.length === 0) return null;
  const rows = one.map(({ task, measure, value, of, baseline }, index) => {
    const second = two[index];
    const seen = figures.find((figure) => figure.task === task && figure.measure === measure)?.value ?? null;
    return `| ${task} | ${measure} | ${show(seen)} | ${show(value)} (${of}) | ${show(second?.value ?? null)} (${second?.of ?? 0}) | ${show(second?.baseline ?? baseline)} |`;
  });
  return ["| task | measure | development | half I (of) | half II (of) | keyword, half II |", "|---|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function show(value: number | null): string {
  return value === null ? "–" : value > 10 ? value.toFixed(0) : value.toFixed(3).replace(/^0/, "");
}
