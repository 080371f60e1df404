import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import { type RecommendationTypes, TypesFile } from "#recommendations/recommendation-types.contract.ts";

/**
 * Reads `recommendation-types.yaml`; it is edited without touching code. Load once and pass on.
 * @param rules ids of the period rules that its clocks may name
 * @throws when the file does not fit, or names a rule, a step or a field that is not there: a wrong table starts no server
 */
export function loadRecommendationTypes(
  rules: ReadonlySet<string>,
  procedures: ProcedureTables,
  file: string = join(import.meta.dirname, "recommendation-types.yaml"),
): RecommendationTypes {
  const table = TypesFile.parse(parse(readFileSync(file, "utf8"), { uniqueKeys: true }));
  for (const { id, clocks, procedure } of table.types) {
    for (const rule of [clocks.send, clocks.reply, clocks.file])
      if (rule !== null && !rules.has(rule)) throw new Error(`${file}: ${id}: no period rule ${rule}`);
    if (procedure === null) continue;
    const steps = procedures.get(procedure.kind)?.steps ?? [];
    for (const { step, fields } of [procedure.issue, procedure.reply, procedure.file]) {
      const found = steps.find((one) => one.id === step);
      const missing = Object.keys(fields).find((field) => !found?.fields.some((one) => one.id === field));
      if (found === undefined || missing !== undefined)
        throw new Error(`${file}: ${id}: ${procedure.kind} has no step ${step}${missing === undefined ? "" : ` with a field ${missing}`}`);
    }
    if (procedure.failure !== undefined && failuresOf(procedures, procedure.kind, procedure.failure).length === 0)
      throw new Error(`${file}: ${id}: ${procedure.kind} has no choices ${procedure.failure.step}.${procedure.failure.field}`);
  }
  return {
    table,
    type: (id) => mustHave(table.types.find((one) => one.id === id)),
    routeOf: (relation) => mustHave(table.routes.find((one) => one.relation === relation)),
  };
}

type Choice = { readonly value: string; readonly name: { readonly zh: string; readonly en: string } };

/** 未依法全面履职的情形 the choices of a step of a procedure: its table stays their only source. */
export function failuresOf(
  procedures: ProcedureTables,
  kind: Parameters<ProcedureTables["get"]>[0],
  { step, field }: { readonly step: string; readonly field: string },
): readonly Choice[] {
  const found = procedures.get(kind)?.steps.find(({ id }) => id === step);
  return found?.fields.find(({ id }) => id === field)?.choices ?? [];
}

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the table of recommendations has every type and every relation");
  return value;
}
