import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#database/database.ts";
import { storable } from "#database/storable.ts";
import {
  CountedLine,
  GainsCalculation,
  type GainsChoices,
  type GainsFigures,
  MoneyFlow,
  MoneyFlowLine,
  type Treatment,
} from "#gains/gains.contract.ts";

type NewFlow = Pick<MoneyFlow, "id" | "caseId" | "name" | "sha256" | "parties" | "columns"> & {
  readonly lines: readonly MoneyFlowLine[];
  readonly by: string;
  readonly at: Date;
};

export async function insertMoneyFlow(tx: Tx, flow: NewFlow): Promise<void> {
  const days = flow.lines.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  await tx
    .insertInto("money_flows")
    .values({
      id: flow.id,
      case_id: flow.caseId,
      name: flow.name,
      sha256: Buffer.from(flow.sha256, "hex"),
      line_count: flow.lines.length,
      lines: storable(flow.lines),
      parties: storable(flow.parties),
      columns: storable(flow.columns),
      unreadable: flow.lines.filter(({ amount }) => amount === null).length,
      from_day: days[0] ?? null,
      until_day: days.at(-1) ?? null,
      imported_by: flow.by,
      imported_at: flow.at,
    })
    .execute();
}

/** A visible money flow with its lines; parties are keys. */
export async function findMoneyFlow(
  tx: Tx,
  id: string,
): Promise<{ readonly flow: MoneyFlow; readonly lines: readonly MoneyFlowLine[] } | undefined> {
  const row = await flows(tx).select("m.lines").where("m.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  return { flow: presentFlow(row), lines: z.array(MoneyFlowLine).parse(row.lines) };
}

/** Money flows of a visible case, newest first, 100 at most. */
export async function findMoneyFlows(tx: Tx, caseId: string): Promise<MoneyFlow[]> {
  return (await flows(tx).where("m.case_id", "=", caseId).orderBy("m.imported_at", "desc").orderBy("m.id").limit(100).execute()).map(
    presentFlow,
  );
}

function flows(tx: Tx) {
  return tx
    .selectFrom("money_flows as m")
    .innerJoin("persons as p", "p.id", "m.imported_by")
    .select([
      "m.id",
      "m.case_id",
      "m.name",
      "m.sha256",
      "m.line_count",
      "m.parties",
      "m.columns",
      "m.imported_at",
      "p.name as imported_by_name",
    ])
    .select(["m.unreadable", "m.from_day", "m.until_day"]);
}

function presentFlow(row: Awaited<ReturnType<ReturnType<typeof flows>["execute"]>>[number]): MoneyFlow {
  return MoneyFlow.parse({
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    sha256: row.sha256.toString("hex"),
    lines: row.line_count,
    unreadable: row.unreadable,
    from: row.from_day,
    until: row.until_day,
    columns: row.columns,
    parties: row.parties,
    importedBy: row.imported_by_name,
    importedAt: row.imported_at.toISOString(),
  });
}

type NewCalculation = {
  readonly id: string;
  readonly flow: Pick<MoneyFlow, "id" | "caseId" | "name">;
  readonly choices: GainsChoices;
  readonly figures: GainsFigures;
  /** masked, as they go out */
  readonly lines: readonly CountedLine[];
  readonly by: string;
  readonly at: Date;
};
const LINES_AT_ONCE = 1000;

export async function insertCalculation(tx: Tx, { id, flow, choices, figures, lines, by, at }: NewCalculation): Promise<void> {
  await tx
    .insertInto("gains_calculations")
    .values({
      id,
      case_id: flow.caseId,
      money_flow_id: flow.id,
      money_flow_name: flow.name,
      choices: storable(choices),
      figures: storable(figures),
      calculated_by: by,
      calculated_at: at,
    })
    .execute();
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const values = lines.slice(from, from + LINES_AT_ONCE).map((line, offset) => {
      return { calculation_id: id, case_id: flow.caseId, seq: from + offset, treatment: line.treatment, line: storable(line) };
    });
    await tx.insertInto("gains_lines").values(values).execute();
  }
}

export async function findCalculation(tx: Tx, id: string): Promise<GainsCalculation | undefined> {
  const row = await calculations(tx).where("g.id", "=", id).executeTakeFirst();
  return row && presentCalculation(row);
}

/** Calculations of a visible case, newest first, 100 at most. */
export async function findCalculations(tx: Tx, caseId: string): Promise<GainsCalculation[]> {
  const rows = await calculations(tx)
    .where("g.case_id", "=", caseId)
    .orderBy("g.calculated_at", "desc")
    .orderBy("g.id")
    .limit(100)
    .execute();
  return rows.map(presentCalculation);
}

/** One page of lines in the order of the table, and how many fit. */
export async function findLines(tx: Tx, calculationId: string, query: { treatment?: Treatment | undefined; page: number; size: number }) {
  let fitting = tx.selectFrom("gains_lines").where("calculation_id", "=", calculationId);
  if (query.treatment !== undefined) fitting = fitting.where("treatment", "=", query.treatment);
  const { total } = await fitting.select(sql<string>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const rows = await fitting
    .select("line")
    .orderBy("seq")
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return { total: Number(total), items: rows.map(({ line }) => CountedLine.parse(line)) };
}

function calculations(tx: Tx) {
  return tx
    .selectFrom("gains_calculations as g")
    .innerJoin("persons as p", "p.id", "g.calculated_by")
    .selectAll("g")
    .select("p.name as calculated_by_name");
}

function presentCalculation(row: Awaited<ReturnType<ReturnType<typeof calculations>["execute"]>>[number]): GainsCalculation {
  return GainsCalculation.parse({
    id: row.id,
    caseId: row.case_id,
    moneyFlowId: row.money_flow_id,
    moneyFlowName: row.money_flow_name,
    choices: row.choices,
    figures: row.figures,
    calculatedBy: row.calculated_by_name,
    calculatedAt: row.calculated_at.toISOString(),
  });
}
