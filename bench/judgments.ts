import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { print } from "./bench.ts";
import { CourtFindings, type Holding, holdJudgments } from "./law/hold-judgments.ts";
import { buildJudgmentsPage, summarise } from "./law/judgments-page.ts";
import { ROOT } from "./peers/peer.ts";
import { isThere, readLines } from "./reading/data.ts";

/** `npm run bench:judgments`: the engine on the courts' own numbers; writes bench/results/judgments.json and docs/judgments.md from it. */
if (isThere("judgment_labels_dev.jsonl")) {
  const holdings: Holding[] = holdJudgments(readLines("judgment_labels_dev.jsonl", CourtFindings), loadProvisions());
  const results = { date: new Date().toISOString().slice(0, 10), commit: commit(), ...summarise(holdings), holdings };
  const folder = join(ROOT, "bench", "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "judgments.json"), `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(join(ROOT, "docs", "judgments.md"), buildJudgmentsPage(results));
  for (const { id, accused, numbers, court, engine, engineAtMost, outcome, reason } of holdings)
    if (outcome !== "agrees")
      print(`${id}/${accused}  ${numbers}  court ${court}, engine ${engine} (at most ${engineAtMost}): ${outcome}. ${reason}`);
  const { since2017, before2017 } = results;
  for (const [name, one] of Object.entries({ "since 2017-06-01": since2017, "before or undated": before2017 }))
    print(`${name}: ${one.agrees} of ${one.all} agree, ${one.open} open, ${one.disagrees} disagree`);
} else print("skipped: the labelled judgments are not beside the project");

function commit(): string {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
}
