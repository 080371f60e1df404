const DEEPEST = 256;

/**
 * An object as the cells of a row: nested objects become `a.b`, what an array holds is joined in one cell (`a, b`). Field names in the
 * order in which they stand. The object may be nested up to 256 deep; what lies deeper is left out.
 */
export function flattenJson(value: object): Map<string, string> {
  const cells = new Map<string, string>();
  add(cells, "", value, 0);
  return cells;
}

function add(cells: Map<string, string>, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) {
    if (!cells.has(name)) cells.set(name, "");
  } else if (typeof value !== "object") {
    const before = cells.get(name);
    cells.set(name, before === undefined || before === "" ? String(value) : `${before}, ${String(value)}`);
  } else if (depth < DEEPEST) {
    if (Array.isArray(value)) for (const element of value) add(cells, name, element, depth + 1);
    else for (const [key, inner] of Object.entries(value)) add(cells, name === "" ? key : `${name}.${key}`, inner, depth + 1);
  }
}
