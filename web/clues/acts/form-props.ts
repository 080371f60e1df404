import type { Clue, ClueAction } from "#clues/clues.contract.ts";

/** What every form of an act on a clue is given. */
export type FormProps = { readonly clue: Clue; readonly pending: boolean; readonly onSubmit: (action: ClueAction) => void };
