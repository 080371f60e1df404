import { tellEvidence } from "#scan/columns/tell-evidence.ts";
import type { ColumnReport, SourceReport, TableShape } from "#scan/scan.contract.ts";

type Group = {
  readonly id: string;
  example: string;
  columns: readonly ColumnReport[];
  readonly shares: number[];
  readonly sources: Set<string>;
  tables: number;
  records: number;
};

/**
 * 表型 the shapes of all tables of a count, the ones with most records first: thousands of sheets of one form are one shape to look at.
 * Does not depend on the order of the reports.
 */
export function groupShapes(reports: readonly Pick<SourceReport, "path" | "columns">[]): TableShape[] {
  const groups = new Map<string, Group>();
  for (const { path, columns } of reports)
    for (const { shape, records, columns: own } of cutTables(columns)) {
      let group = groups.get(shape);
      if (group === undefined) {
        group = {
          id: shape,
          example: path,
          columns: own,
          shares: own.map(({ share }) => share),
          sources: new Set(),
          tables: 0,
          records: 0,
        };
        groups.set(shape, group);
      } else if (path < group.example) {
        group.example = path;
        group.columns = own;
      }
      for (const [at, { share }] of own.entries()) group.shares[at] = Math.min(group.shares[at] ?? share, share);
      group.sources.add(path);
      group.tables++;
      group.records += records;
    }
  return [...groups.values()].map(presentGroup).sort((a, b) => b.records - a.records || (a.id < b.id ? -1 : 1));
}

/** The tables of a source: each begins with the column that carries its shape. */
export function cutTables(columns: readonly ColumnReport[]): { shape: string; records: number; columns: ColumnReport[] }[] {
  const tables: { shape: string; records: number; columns: ColumnReport[] }[] = [];
  for (const column of columns) {
    if (column.table !== undefined) tables.push({ ...column.table, columns: [] });
    tables.at(-1)?.columns.push(column);
  }
  return tables;
}

function presentGroup({ id, example, columns, shares, sources, tables, records }: Group): TableShape {
  return {
    id,
    columns: columns.map(({ name, kind, inferred, because = [] }, at) => ({
      name,
      kind,
      ...(inferred === undefined ? {} : { inferred }),
      share: shares[at] ?? 0,
      because: because.map((code) => ({ code, ...tellEvidence(code) })),
    })),
    sources: sources.size,
    tables,
    records,
    example,
  };
}
