import { createHash } from "node:crypto";
import { normaliseHeader } from "#scan/columns/normalise-header.ts";
import type { Kind, Lookalike } from "#scan/kinds.ts";

/** What of a table's columns makes its shape: their names as they stand, and what was inferred of each before any person corrected it. */
export type ShapeColumn = { readonly name: string; readonly kind: Kind | Lookalike | null };

const UNNAMED = /^列\d+$/;

/**
 * 表型 the stable name of all tables with the same header words and column meanings: the first 64 bits of a SHA-256, with an `s` before.
 * Tables without a header are alike by what their columns hold; empty columns at the end make no other shape.
 */
export function nameShape(columns: readonly ShapeColumn[]): string {
  const parts = columns.map(({ name, kind }) => [UNNAMED.test(name) ? "" : normaliseHeader(name), kind]);
  while (parts.length > 0 && parts.at(-1)?.every((part) => part === "" || part === null) === true) parts.pop();
  return `s${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16)}`;
}
