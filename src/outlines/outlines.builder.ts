import { loadOutlineBooks } from "#outlines/load-outline-books.query.ts";
import type { LinkState, LinkView } from "#outlines/outlines.contract.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";

export const BOOKS = loadOutlineBooks(loadPublicInterestRules());

/** A link that says of one item that it serves the elements named as `track/element`. */
export function buildLink(id: string, strength: LinkState["strength"], keys: readonly string[], removed = false): LinkView {
  const elements = BOOKS.columns.flatMap(({ track, elements: all }) =>
    all.flatMap(({ id: element }) => (keys.includes(`${track}/${element}`) ? [{ track, element }] : [])),
  );
  const state = { evidenceId: id, elements, page: null, row: null, where: null, proves: `作用${id}`, strength, removed };
  return { id, version: 1, state, path: `证据${id}.xlsx`, changedBy: "检察官", changedAt: "2026-11-24T04:00:00.000Z", reason: null };
}
