import type { WrittenOutline } from "#outlines/outlines.contract.ts";
import type { OutlineRow } from "#outlines/outlines.store.ts";
import { writeOutlineText } from "#outlines/write-outline-text.ts";

/** The fields of a written outline that go out, with its text. */
export function presentOutline({ id, version, caseId, state, reason, changedBy, changedAt }: OutlineRow): WrittenOutline {
  return { id, version, caseId, state, reason, changedBy, changedAt, text: writeOutlineText(state) };
}
