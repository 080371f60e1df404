const DEEPEST = 256;

/** The fields of an object as cells, and the lists of objects that stand in it, by the names of the fields they stand in. */
export type SplitObject = { readonly cells: Map<string, string>; readonly lists: Map<string, object[]> };

/**
 * What a list inside a row is: its objects are rows of their own; facts about the row they stand in (each is a row with the fields of the
 * row around it); or, where they tell of nobody, cells of the row around them.
 */
export type ListRole = "rows" | "facts" | "cells";

/** The text of an XML element beside its attributes and children: it has the name of the element. */
export const OWN_TEXT = "#text";

/**
 * Takes an object apart: nested objects become `a.b`, what an array of values holds is joined in one cell (`a, b`), arrays of objects are
 * lists. Field names in the order in which they stand. What is nested deeper than 256 is left out.
 */
export function splitObject(value: object): SplitObject {
  const split: SplitObject = { cells: new Map(), lists: new Map() };
  take(split, "", value, 0);
  return split;
}

/** An object as the cells of one row, the objects of its lists joined into them. */
export function flattenJson(value: object): Map<string, string> {
  const { cells, lists } = splitObject(value);
  for (const [name, objects] of lists) for (const object of objects) join(cells, name, flattenJson(object));
  return cells;
}

/**
 * The rows of an object that stands in a table: itself, and those of its lists by their roles. A row whose facts are rows of their own is
 * not given once more.
 */
export function expandRow(
  table: string,
  value: object,
  roleOf: (list: string) => ListRole,
  give: (table: string, cells: Map<string, string>) => void,
  around: ReadonlyMap<string, string> | null = null,
): void {
  const { cells: own, lists } = splitObject(value);
  const cells = around === null ? own : besides(own, around, table);
  const apart: { list: string; role: ListRole; objects: readonly object[] }[] = [];
  const takeLists = (found: SplitObject["lists"], prefix: string, path: string, depth: number) => {
    for (const [name, objects] of found) {
      const list = pathOfList(path, name);
      const role = roleOf(list);
      if (role !== "cells") apart.push({ list, role, objects });
      else
        for (const object of objects) {
          const inner = splitObject(object);
          join(cells, prefix + name, inner.cells);
          if (depth < DEEPEST) takeLists(inner.lists, `${prefix}${name}.`, list, depth + 1);
        }
    }
  };
  takeLists(lists, "", table, 0);
  if (!apart.some(({ role }) => role === "facts")) give(table, cells);
  for (const { list, role, objects } of apart)
    for (const object of objects) expandRow(list, object, roleOf, give, role === "facts" ? cells : null);
}

/**
 * The cells of a fact with those of the row it stands in. Where both say something under one name (the id of a guest and of a stay) the
 * fact's own stands under the name of its list: `stays.id`.
 */
function besides(own: ReadonlyMap<string, string>, around: ReadonlyMap<string, string>, table: string): Map<string, string> {
  const list = table.slice(table.lastIndexOf(".") + 1);
  const cells = new Map<string, string>();
  for (const [name, cell] of own) add(cells, cell !== "" && (around.get(name) ?? "") !== "" ? `${list}.${name}` : name, cell);
  for (const [name, cell] of around) add(cells, name, cell);
  return cells;
}

/** The name of a list inside a table: the path of field names from the root. */
export function pathOfList(table: string, name: string): string {
  return table === "" ? name : `${table}.${name}`;
}

function take(split: SplitObject, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) {
    if (!split.cells.has(name)) split.cells.set(name, "");
  } else if (typeof value !== "object") add(split.cells, name, String(value));
  else if (depth >= DEEPEST) return;
  else if (!Array.isArray(value))
    for (const [key, inner] of Object.entries(value))
      take(split, key === OWN_TEXT && name !== "" ? name : name === "" ? key : `${name}.${key}`, inner, depth + 1);
  else
    for (const element of value)
      if (typeof element !== "object" || element === null || Array.isArray(element)) take(split, name, element, depth + 1);
      else {
        const list = split.lists.get(name);
        if (list === undefined) split.lists.set(name, [element]);
        else list.push(element);
      }
}

function join(cells: Map<string, string>, name: string, inner: ReadonlyMap<string, string>): void {
  for (const [key, cell] of inner) add(cells, key === OWN_TEXT ? name : `${name}.${key}`, cell);
}

function add(cells: Map<string, string>, name: string, value: string): void {
  const before = cells.get(name);
  if (before === undefined || before === "") cells.set(name, value);
  else if (value !== "") cells.set(name, `${before}, ${value}`);
}
