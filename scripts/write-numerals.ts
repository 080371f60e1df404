import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { QuantityTable, tellTable } from "#numerals/tell-table.ts";

/** Writes docs/numerals.md from the table of cases. */
const root = join(import.meta.dirname, "..");
const sections = QuantityTable.parse(parse(readFileSync(join(root, "src/numerals/quantities.cases.yaml"), "utf8")));
writeFileSync(join(root, "docs/numerals.md"), tellTable(sections));
