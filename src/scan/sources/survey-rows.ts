import { inferColumns } from "#scan/columns/infer-columns.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { isKind } from "#scan/kinds.ts";
import { identifiesAlone, identifiesWithName } from "#scan/records/seized-record.ts";
import { type ListRole, pathOfList, splitObject } from "#scan/sources/nested-lists.ts";

const SAMPLE = 200;
const MOST_LISTS = 64;
export const MOST_COLUMNS = 2000;

/** A table, or a list inside its rows: its field names as they came, and for a list some of its rows. */
type Known = {
  readonly names: Set<string>;
  readonly sample: ReadonlyMap<string, string>[];
  readonly around: string | null;
  readonly name: string;
  more: boolean;
};

/** A table to be read: its columns, and whether more of them came than are kept. */
export type SurveyedTable = { readonly columns: readonly string[]; readonly more: boolean };

/** Collects the tables of a text from a first reading of its rows, and decides what the lists inside of rows are. */
export class RowSurvey {
  readonly #known = new Map<string, Known>();
  readonly #roles = new Map<string, ListRole>();
  #lists = 0;
  readonly #today: string;

  /** `today`: ISO date after which no one is born. */
  constructor(today: string) {
    this.#today = today;
  }

  /** Takes a row of a table that stands by itself. */
  add(table: string, row: object): void {
    this.#take(table, row, null, "");
  }

  /** A table whose rows are arrays of values: its columns are what its first rows say. */
  addTable(table: string): void {
    this.#knownAs(table, null, "");
  }

  /** The tables that stand by themselves, in the order in which they came, with the lists in their rows that are rows. */
  tables(): ReadonlyMap<string, ReadonlyMap<string, SurveyedTable>> {
    const tables = new Map<string, Map<string, SurveyedTable>>();
    for (const [path, known] of this.#known) {
      if (known.around !== null && this.roleOf(path) === "cells") continue;
      const home = this.#homeOf(path);
      const inside = tables.get(home) ?? new Map<string, SurveyedTable>();
      const names = this.#columnsOf(path);
      inside.set(path, { columns: names.slice(0, MOST_COLUMNS), more: known.more || names.length > MOST_COLUMNS });
      tables.set(home, inside);
    }
    return tables;
  }

  /** What a list is, by what its first rows hold; a list that was not met is cells. */
  readonly roleOf = (list: string): ListRole => {
    const decided = this.#roles.get(list);
    if (decided !== undefined) return decided;
    const role = decideRole(this.#known.get(list)?.sample ?? [], this.#today);
    this.#roles.set(list, role);
    return role;
  };
  #take(path: string, row: object, around: string | null, name: string): void {
    const known = this.#knownAs(path, around, name);
    if (known === null) return;
    const { cells, lists } = splitObject(row);
    for (const key of cells.keys())
      if (known.names.size < MOST_COLUMNS) known.names.add(key);
      else if (!known.names.has(key)) known.more = true;
    if (around !== null && known.sample.length < SAMPLE) known.sample.push(cells);
    for (const [key, objects] of lists) for (const object of objects) this.#take(pathOfList(path, key), object, path, key);
  }

  #knownAs(path: string, around: string | null, name: string): Known | null {
    const before = this.#known.get(path);
    if (before !== undefined) return before;
    if (around !== null && ++this.#lists > MOST_LISTS) return null;
    const known: Known = { names: new Set(), sample: [], around, name, more: false };
    this.#known.set(path, known);
    return known;
  }

  #homeOf(path: string): string {
    const around = this.#known.get(path)?.around ?? null;
    return around === null ? path : this.#homeOf(around);
  }

  /** Its own fields, those of lists that are cells of it, and for facts those of the row around them. */
  #columnsOf(path: string): string[] {
    const known = this.#known.get(path);
    if (known === undefined) return [];
    const names = new Set(this.#cellsOf(path, known));
    if (known.around !== null && this.roleOf(path) === "facts")
      for (const name of this.#columnsOf(this.#rowAround(known.around))) names.add(name);
    return [...names];
  }

  #cellsOf(path: string, known: Known): string[] {
    const names = [...known.names];
    for (const [list, inner] of this.#known)
      if (inner.around === path && this.roleOf(list) === "cells")
        for (const name of this.#cellsOf(list, inner)) names.push(`${inner.name}.${name}`);
    return names;
  }

  /** The row a list stands in: lists that are cells belong to the row around them. */
  #rowAround(path: string): string {
    const around = this.#known.get(path)?.around ?? null;
    return around !== null && this.roleOf(path) === "cells" ? this.#rowAround(around) : path;
  }
}

/**
 * Objects that identify a person are rows; those that tell something of tier A or B of the person around them are facts. Whom a fact is
 * about stands around it where the object itself names the other side only.
 */
function decideRole(sample: readonly ReadonlyMap<string, string>[], today: string): ListRole {
  const names = [...new Set(sample.flatMap((cells) => [...cells.keys()]))].slice(0, MOST_COLUMNS);
  const rows = sample.map((cells) => names.map((name) => cells.get(name) ?? ""));
  const { columns } = inferColumns([names, ...rows], undefined, true);
  const kinds = columns.flatMap(({ kind, otherParty }) => (kind !== null && isKind(kind) && !otherParty ? [kind] : []));
  const named = kinds.includes("name");
  if (kinds.some((kind) => identifiesAlone(kind) || (named && identifiesWithName(kind)))) return "rows";
  const says = (cell: string) => findInText(cell, today).some(({ state, kind }) => state === "valid" && identifiesAlone(kind));
  if (rows.some((row) => row.some((cell, at) => columns[at]?.kind === null && says(cell)))) return "rows";
  return columns.some(({ detail, kind }) => detail && kind !== null) ? "facts" : "cells";
}
