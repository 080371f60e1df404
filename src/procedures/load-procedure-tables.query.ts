import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkProcedureTable } from "#procedures/check-procedure-table.ts";
import { type ProcedureKind, type ProcedureTable, type ProcedureTables, Step, TableFile } from "#procedures/procedure-table.contract.ts";
import { RuleFileError, readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `tables/*.yaml` with the shared steps they include; they are edited without touching code. Load once and pass on.
 * @param rules ids of the period rules that clocks may name (`calendar.rules`)
 * @throws RuleFileError naming file, line, what was expected and what was found
 */
export function loadProcedureTables(rules: ReadonlySet<string>, folder: string = join(import.meta.dirname, "tables")): ProcedureTables {
  const tables = new Map<ProcedureKind, ProcedureTable>();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && !file.endsWith(".cases.yaml"))
    .sort()) {
    const file = join(folder, name);
    const { include, ...own } = readRuleFile(file, TableFile);
    const shared = include.flatMap((part) => {
      return readRuleFile(join(folder, "shared", `${part}.yaml`), z.array(Step));
    });
    const table: ProcedureTable = { ...own, steps: [...own.steps, ...shared] };
    const problem = checkProcedureTable(table, rules);
    if (problem !== null) throw new RuleFileError(file, lineOfId(file, problem.id), problem.sentence);
    if (tables.has(table.kind)) throw new RuleFileError(file, 1, `a second table for ${table.kind}`);
    tables.set(table.kind, table);
  }
  return tables;
}

function lineOfId(file: string, id: string): number {
  const lines = readFileSync(file, "utf8").split("\n");
  return Math.max(1, lines.findIndex((line) => line.includes(`id: ${id}`)) + 1);
}
