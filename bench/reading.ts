import { print } from "./bench.ts";
import { measureCitations } from "./reading/citations.ts";
import { measureClues, writeWeights } from "./reading/clues.ts";
import type { Figure } from "./reading/figure.ts";
import { measureJudgments, readJudgments } from "./reading/judgments.ts";

if (process.argv.includes("--train")) print(JSON.stringify(writeWeights()));
const figures: Figure[] = [];
figures.push(...measureJudgments(readJudgments()));
figures.push(...measureClues());
figures.push(...measureCitations());
for (const { task, measure, value, baseline, goal, of, note, misses } of figures) {
  print(`${task.padEnd(44)} ${measure} ${value?.toFixed(4)} goal ${goal} base ${baseline} of ${of} (${note})`);
  if (process.argv.includes("--misses")) for (const miss of misses) print(`    ${miss}`);
}
