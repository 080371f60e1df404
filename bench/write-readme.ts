import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./peers/peer.ts";
import { formatValue, isBusy, isMet, type Results } from "./results.ts";

const BEGIN = "<!-- bench:begin -->";
const END = "<!-- bench:end -->";

/** `npm run bench:readme`: writes the table between the marks of README from `bench/results/scan.json`. */
export function writeReadme(): void {
  const results: Results = JSON.parse(readFileSync(join(ROOT, "bench", "results", "scan.json"), "utf8"));
  const path = join(ROOT, "README.md");
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  writeFileSync(path, `${text.slice(0, from + BEGIN.length)}\n${buildTable(results)}\n${text.slice(to)}`);
}

/** The results as Markdown: one line a figure, with its goal and whether it is met, and what they rest on. */
export function buildTable(results: Results): string {
  const versions = Object.entries(results.versions).map(([name, version]) => `${name} ${version}`);
  const lines = results.rows.map((row) => {
    const met = isMet(row);
    const goal = row.goal === null ? "" : `${row.better === "higher" ? "≥" : "≤"} ${formatValue({ value: row.goal, unit: row.unit })}`;
    return `| ${row.work} | ${row.measure} | ${formatValue(row)} | ${goal} | ${met === null ? "" : met ? "met" : "**not met**"} |`;
  });
  const skipped = results.skipped.map(({ peer, because }) => `${peer} (${because})`);
  const compared = results.agreement.length;
  const equal = results.agreement.filter(({ ours, duckdb }) => ours === duckdb).length;
  return [
    `One run of \`npm run bench:scan\` (${results.date}, ${results.commit}; ${results.machine}; ${versions.join(", ")}); warm cache, medians of ${results.options.runs}, whole commands.${isBusy(results.loadBefore) ? ` **The machine was busy before the run (load ${results.loadBefore}): figures of a quiet one are better.**` : ""}`,
    "",
    "| work | measure | figure | goal | |",
    "|---|---|---|---|---|",
    ...lines,
    "",
    `Distinct figures held against DuckDB's: ${equal} of ${compared} equal.${skipped.length > 0 ? ` Skipped peers: ${skipped.join("; ")}.` : ""} Everything the ratios rest on stands in \`bench/results/scan.json\`.`,
    "",
    "The peers do less: ripgrep and Hyperscan only search for three patterns, DuckDB counts distinct strings of three columns (or matches of one expression), the npm packages mark what they know. `tandem count` finds and checks every kind, judges each record, keeps three ledgers, persons and groups, and hashes the evidence with SHA-256 and SM3.",
  ].join("\n");
}

if (process.argv[1]?.endsWith("write-readme.ts")) writeReadme();
