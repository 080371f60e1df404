import type { Clue, ClueAction } from "#clues/clues.contract.ts";

/** What every form of an act on a clue is given; `begun` is the version whose whole content the form sends back. */
export type FormProps = {
  readonly clue: Clue;
  readonly pending: boolean;
  readonly onSubmit: (action: ClueAction, begun?: number) => void;
};
