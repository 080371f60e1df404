import type { OutlineBooks } from "#outlines/outline-elements.contract.ts";
import type { ChangeLinkRequest, ChangeOutlineRequest, EvidenceLink, LinkState, OutlineState } from "#outlines/outlines.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** A link names elements that there are, each once, and evidence of this case. */
export function checkLink(link: EvidenceLink, books: OutlineBooks, evidence: ReadonlySet<string>): Outcome<LinkState> {
  if (!evidence.has(link.evidenceId)) return refuse("not-found", { what: "evidence" });
  const keys = link.elements.map(({ track, element }) => `${track} ${element}`);
  const known = new Set(books.columns.flatMap(({ track, elements }) => elements.map(({ id }) => `${track} ${id}`)));
  const stray = keys.find((key) => !known.has(key));
  if (stray !== undefined)
    return refuse("invalid-input", {
      place: "link.elements",
      expected: "提纲中的要件",
      "expected.en": "elements of the outline",
      found: stray,
    });
  if (new Set(keys).size !== keys.length)
    return refuse("invalid-input", {
      place: "link.elements",
      expected: "各要件一次",
      "expected.en": "each element once",
      found: keys.join(", "),
    });
  return done({ ...link, removed: false });
}

/** Corrects or removes a link; a removed one stays removed. */
export function decideLink(
  state: LinkState,
  change: ChangeLinkRequest["change"],
  books: OutlineBooks,
  evidence: ReadonlySet<string>,
): Outcome<LinkState> {
  if (state.removed) return refuse("wrong-state", { state: "已撤销", "state.en": "removed" });
  return change.type === "remove" ? done({ ...state, removed: true }) : checkLink(change.link, books, evidence);
}

/** What may be done to a written outline in each status: a confirmed one is fixed, a new one takes its place. */
export const CHANGES_OF_STATUS = {
  draft: ["edit", "confirm", "discard"],
  confirmed: [],
  discarded: [],
} as const satisfies Record<OutlineState["status"], readonly ChangeOutlineRequest["change"]["type"][]>;
const STATUS_NAMES = {
  draft: { zh: "草稿", en: "draft" },
  confirmed: { zh: "已确认", en: "confirmed" },
  discarded: { zh: "已弃用", en: "discarded" },
} as const satisfies Record<OutlineState["status"], { zh: string; en: string }>;

export function decideOutline(state: OutlineState, change: ChangeOutlineRequest["change"]): Outcome<OutlineState> {
  const allowed: readonly string[] = CHANGES_OF_STATUS[state.status];
  const { zh, en } = STATUS_NAMES[state.status];
  if (!allowed.includes(change.type)) return refuse("wrong-state", { state: zh, "state.en": en });
  switch (change.type) {
    case "edit":
      return change.content.kind === state.kind
        ? done({ ...change.content, status: "draft" })
        : refuse("invalid-input", { place: "change.content.kind", expected: state.kind, found: change.content.kind });
    case "confirm":
      return done({ ...state, status: "confirmed" });
    case "discard":
      return done({ ...state, status: "discarded" });
    default:
      return change satisfies never;
  }
}
