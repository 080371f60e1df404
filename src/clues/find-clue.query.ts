import type { ClueState } from "#clues/clue.ts";
import { findClueState } from "#clues/clues.store.ts";
import type { Tx } from "#database/database.ts";

/** The clue for another slice's transaction (a transfer that moves it); undefined when there is none or it is not visible. */
export function findClue(tx: Tx, id: string, lock: "update" | "none"): Promise<ClueState | undefined> {
  return findClueState(tx, id, lock);
}
