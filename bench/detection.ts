import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { areSetsThere, measureCompanions } from "#scan/detectors/measure-companions.builder.ts";

// `node bench/detection.ts`: precision and recall of names and addresses in free text, on the public sets beside the project; `--write` puts the figures into
// docs/detection.md. No value of a set is printed or kept.
const DOCUMENT = join(import.meta.dirname, "..", "docs", "detection.md");
const BLOCK = /(?<=<!-- figures: node bench\/detection\.ts --write -->\n)[\s\S]*?(?=<!-- end of figures -->)/;

if (!areSetsThere) process.stderr.write("skipped: ../shared/data is not there\n");
else {
  const measured = measureCompanions().map(({ what, right, of }) => ({
    what,
    right,
    of,
    share: of === 0 ? "-" : `${((100 * right) / of).toFixed(1)} %`,
  }));
  for (const { what, right, of, share } of measured) process.stdout.write(`${what}: ${share} (${right} of ${of})\n`);
  if (process.argv.includes("--write")) {
    const rows = measured.map(({ what, right, of, share }) => `| ${what} | ${share} | ${right} of ${of} |\n`).join("");
    const text = readFileSync(DOCUMENT, "utf8");
    writeFileSync(DOCUMENT, text.replace(BLOCK, `| set and question | share | counted |\n|---|---:|---:|\n${rows}`));
  }
}
