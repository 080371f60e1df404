import { isUtf8 } from "node:buffer";
import { parseRow } from "#scan/sources/walk-json.ts";

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
 * lists, a JSON written into a field as text is read as what it holds. Field names in the order in which they stand. What is nested deeper than 256 is left out.
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
  } else if (typeof value === "string") {
    const packed = depth < DEEPEST ? parsePacked(value) : null;
    if (packed === null) add(split.cells, name, value);
    else take(split, name, packed, depth + 1);
  } else if (typeof value !== "object") add(split.cells, name, String(value));
  else if (depth >= DEEPEST) return;
  else if (!Array.isArray(value))
    for (const [key, inner] of fieldsOf(value))
      take(split, key === OWN_TEXT && name !== "" ? name : name === "" ? key : `${name}.${key}`, inner, depth + 1);
  else if (isRichText(value)) add(split.cells, name, value.map((piece) => (typeof piece === "string" ? piece : piece.text)).join(""));
  else
    for (const element of value)
      if (typeof element !== "object" || element === null || Array.isArray(element)) take(split, name, element, depth + 1);
      else {
        const list = split.lists.get(name);
        if (list === undefined) split.lists.set(name, [element]);
        else list.push(element);
      }
}

/** A JSON that was written into a field of a JSON as text (the body of an answer in a HAR); null for any other text. */
function parsePacked(text: string): object | null {
  if (!/^\s*(?:\{\s*"|\[\s*[[{])/.test(text)) return null;
  return parseRow(text);
}

/** The fields of an object, what a program wrote of them twice or packed as they were meant. */
function fieldsOf(value: object): [string, unknown][] {
  const fields: [string, unknown][] = Object.entries(value);
  const named = new Map(fields);
  // Telegram's text again, cut into its parts.
  const entities = named.get("text_entities");
  if (named.has("text") && Array.isArray(entities) && entities.every(isTextPart)) return fields.filter(([key]) => key !== "text_entities");
  const [text, type] = [named.get("text"), named.get("mimeType")];
  if (named.get("encoding") !== "base64" || typeof text !== "string" || typeof type !== "string" || !/json|text|xml|form/.test(type))
    return fields;
  const bytes = Buffer.from(text, "base64");
  return isUtf8(bytes) ? fields.map(([key, inner]) => (key === "text" ? [key, bytes.toString("utf8")] : [key, inner])) : fields;
}

/** A text written as a list of its parts: `["call ", {"type": "phone", "text": "…"}]`. Without words between them its objects are a list. */
function isRichText(value: readonly unknown[]): value is (string | { readonly text: string })[] {
  return value.every(isTextPart) && value.some((part) => typeof part === "object") && value.some((part) => typeof part === "string");
}

function isTextPart(part: unknown): boolean {
  if (typeof part === "string") return true;
  if (typeof part !== "object" || part === null || !("type" in part) || !("text" in part)) return false;
  return typeof part.type === "string" && typeof part.text === "string";
}

function join(cells: Map<string, string>, name: string, inner: ReadonlyMap<string, string>): void {
  for (const [key, cell] of inner) add(cells, key === OWN_TEXT ? name : `${name}.${key}`, cell);
}

function add(cells: Map<string, string>, name: string, value: string): void {
  const before = cells.get(name);
  if (before === undefined || before === "") cells.set(name, value);
  else if (value !== "") cells.set(name, `${before}, ${value}`);
}
