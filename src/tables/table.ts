/** 表 the rows of one sheet or one text table as they stand, each with its own number (1-based), blank rows left out. */
export type Table = {
  /** name of the sheet; null for a table that is a file of its own */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
};
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/** A column that was recognised: its place, from 0, and what it means to the reader; null = nothing. */
export type NamedColumn<Meaning extends string> = { readonly at: number; readonly name: string; readonly means: Meaning | null };

const HEADER_WITHIN = 40;

/**
 * The header of a table: the first row, of the first forty, in which most columns are recognised, at least `least`. Bank statements begin
 * with lines about the account, so the first row is often none. Each meaning is taken by the first column that has it.
 */
export function findHeader<Meaning extends string>(
  table: Table,
  words: Readonly<Record<Meaning, readonly string[]>>,
  least: number,
): { readonly row: number; readonly columns: readonly NamedColumn<Meaning>[] } | null {
  const meanings = new Map<string, Meaning>();
  for (const meaning in words) for (const word of words[meaning]) meanings.set(foldHeader(word), meaning);
  let best: { row: number; columns: NamedColumn<Meaning>[]; known: number } | null = null;
  for (const { row, cells } of table.rows.slice(0, HEADER_WITHIN)) {
    const taken = new Set<Meaning>();
    const columns = cells.map((cell, at): NamedColumn<Meaning> => {
      const meaning = meanings.get(foldHeader(cell));
      if (meaning === undefined || taken.has(meaning)) return { at, name: cell.trim(), means: null };
      taken.add(meaning);
      return { at, name: cell.trim(), means: meaning };
    });
    if (taken.size >= least && (best === null || taken.size > best.known)) best = { row, columns, known: taken.size };
  }
  return best === null ? null : { row: best.row, columns: best.columns };
}

/** Headers are compared without width, case, blanks, signs and brackets: `交易金额（元）` is `交易金额元`. */
export function foldHeader(cell: string): string {
  return cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()[\]{}<>【】《》「」:,.;·_/\\|*"'“”-]/g, "");
}

/** The cell of the column that has this meaning, trimmed; null when there is no such column or nothing in it. */
export function cellOf<Meaning extends string>(
  cells: readonly string[],
  columns: readonly NamedColumn<Meaning>[],
  meaning: Meaning,
): string | null {
  const column = columns.find(({ means }) => means === meaning);
  const cell = column === undefined ? "" : (cells[column.at] ?? "").trim();
  return cell === "" ? null : cell;
}

/**
 * A day as tables write it: `2024-03-01`, `2024/3/1 12:30`, `2024年3月1日`, `20240301`, `20240301123000`, or the serial number of a
 * spreadsheet (days since 1899-12-30). Null when it is none that exists.
 */
export function readDay(cell: string): string | null {
  const text = cell.normalize("NFKC").trim().replace(/^'/, "");
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT].*)?$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6}|\s.*)?$/.exec(text);
  if (parts) return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000);
  return day.toISOString().slice(0, 10);
}

function dayOf(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  if (day.getUTCFullYear() !== year || day.getUTCMonth() !== month - 1 || day.getUTCDate() !== date) return null;
  return day.toISOString().slice(0, 10);
}
