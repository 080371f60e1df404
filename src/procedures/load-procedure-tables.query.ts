import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { checkProcedureTable } from "#procedures/check-procedure-table.ts";
import { type ProcedureKind, type ProcedureTable, type ProcedureTables, Step, TableFile } from "#procedures/procedure-table.contract.ts";

/**
 * Reads `tables/*.yaml` with the shared steps they include; they are edited without touching code. Load once and pass on.
 * @param rules ids of the period rules that clocks may name (`calendar.rules`)
 * @throws ProcedureTableError naming file, line, what was expected and what was found
 */
export function loadProcedureTables(rules: ReadonlySet<string>, folder: string = join(import.meta.dirname, "tables")): ProcedureTables {
  const tables = new Map<ProcedureKind, ProcedureTable>();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && !file.endsWith(".cases.yaml"))
    .sort()) {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    const { include, ...own } = parseFile(file, text, TableFile);
    const shared = include.flatMap((part) => {
      const from = join(folder, "shared", `${part}.yaml`);
      return parseFile(from, readFileSync(from, "utf8"), z.array(Step));
    });
    const table: ProcedureTable = { ...own, steps: [...own.steps, ...shared] };
    const problem = checkProcedureTable(table, rules);
    if (problem !== null) throw new ProcedureTableError(file, lineOfId(text, problem.id), problem.sentence);
    if (tables.has(table.kind)) throw new ProcedureTableError(file, 1, `a second table for ${table.kind}`);
    tables.set(table.kind, table);
  }
  return tables;
}

/** A table that must not be used: no step is allowed by half a table. */
export class ProcedureTableError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "ProcedureTableError";
  }
}

function parseFile<T extends z.ZodType>(file: string, text: string, shape: T): z.infer<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) throw new ProcedureTableError(file, lines.linePos(broken.pos[0]).line, broken.message);
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map((step) => (typeof step === "symbol" ? String(step) : step)) ?? [];
  let line = 1;
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) continue;
    if (typeof node.range[0] === "number") line = lines.linePos(node.range[0]).line;
    break;
  }
  throw new ProcedureTableError(
    file,
    line,
    `${path.join(".") || "(file)"}: ${issue?.message}, found ${JSON.stringify(document.getIn(path))}`,
  );
}

function lineOfId(text: string, id: string): number {
  return Math.max(1, text.split("\n").findIndex((line) => line.includes(`id: ${id}`)) + 1);
}
