import { CheckedUnit } from "#sampling/sampling.contract.ts";
import { cellOf, findHeader, type Table } from "#tables/table.ts";

const COLUMNS = {
  stratum: ["stratum", "层", "层号", "分层"],
  unit: ["unit", "编号", "序号", "单元"],
  finding: ["finding", "result", "结论", "核对结果", "结果", "是否真实", "是否真实有效"],
  note: ["note", "备注", "说明"],
} as const;
const FINDINGS = {
  holds: ["holds", "yes", "true", "是", "真实", "有效", "属实"],
  fails: ["fails", "no", "false", "否", "不真实", "无效", "不属实"],
  unclear: ["unclear", "unknown", "不明", "无法判断", "存疑", "待核"],
} as const;

export type ReadChecks =
  | { readonly ok: true; readonly checks: CheckedUnit[] }
  | { readonly ok: false; readonly row: number; readonly zh: string; readonly en: string };

/** Findings as a person noted them in a table: stratum, unit, finding, note. One row that cannot be read makes the whole table unreadable. */
export function readChecks(tables: readonly Table[]): ReadChecks {
  const checks: CheckedUnit[] = [];
  for (const table of tables) {
    const header = findHeader(table, COLUMNS, 3);
    if (header === null)
      return {
        ok: false,
        row: table.rows[0]?.row ?? 1,
        zh: "表头应有层、编号、结论",
        en: "the header must name stratum, unit and finding",
      };
    for (const { row, cells } of table.rows) {
      if (row <= header.row) continue;
      const cell = (meaning: keyof typeof COLUMNS) => cellOf(cells, header.columns, meaning);
      const word = cell("finding")?.toLowerCase() ?? "";
      const finding = (["holds", "fails", "unclear"] as const).find((one) => FINDINGS[one].some((known) => known === word));
      const parsed = CheckedUnit.safeParse({ stratum: cell("stratum"), unit: Number(cell("unit") ?? "x"), finding, note: cell("note") });
      if (!parsed.success)
        return { ok: false, row, zh: "应写明层、编号和结论（是、否、无法判断）", en: "stratum, unit and finding (yes, no, unclear)" };
      checks.push(parsed.data);
    }
  }
  return { ok: true, checks };
}
