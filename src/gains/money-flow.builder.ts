import type { GainsChoices, MoneyFlowLine } from "#gains/gains.contract.ts";
import { GainsChoices as Choices } from "#gains/gains.contract.ts";
import type { Table } from "#tables/table.ts";

/** A line that came into the account of 张三, unless something else is said. */
export function buildLine(row: number, parts: Partial<MoneyFlowLine> = {}): MoneyFlowLine {
  return {
    id: String(row),
    sheet: null,
    row,
    date: "2024-03-01",
    payer: "李四",
    payee: "张三",
    amount: "100.00",
    currency: "CNY",
    stated: null,
    takesBack: false,
    note: null,
    serial: null,
    status: null,
    rounded: false,
    problem: null,
    ...parts,
  };
}

/** Choices of a case in which 张三 is the accused. */
export function buildChoices(parts: Partial<GainsChoices> = {}): GainsChoices {
  return { ...Choices.parse({ own: ["张三"] }), ...parts };
}

/** A table as it is written in a file: rows of cells separated by `|`. */
export function buildTable(...rows: readonly string[]): Table {
  return { sheet: null, rows: rows.map((text, at) => ({ row: at + 1, cells: text.split("|") })) };
}
