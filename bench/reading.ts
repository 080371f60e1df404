import { print } from "./bench.ts";
import { measureCitations } from "./reading/citations.ts";
import type { Figure } from "./reading/figure.ts";
import { measureJudgments, readJudgments } from "./reading/judgments.ts";

const figures: Figure[] = [];
figures.push(...measureJudgments(readJudgments()));
figures.push(...measureCitations());
for (const { task, measure, value, baseline, goal, of, note, misses } of figures) {
  print(`${task.padEnd(44)} ${measure} ${value?.toFixed(4)} goal ${goal} base ${baseline} of ${of} (${note})`);
  if (process.argv.includes("--misses")) for (const miss of misses) print(`    ${miss}`);
}
