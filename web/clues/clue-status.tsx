import { STATUS_NAMES } from "#clues/clue.ts";
import type { ClueStatus } from "#clues/clues.contract.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useWords } from "#web/design/text/language.tsx";

const TONES = {
  prompted: "plain",
  queued: "accent",
  held: "warn",
  accepted: "good",
  dismissed: "quiet",
  merged: "quiet",
  split: "quiet",
  transferred: "quiet",
} as const satisfies Record<ClueStatus, Tone>;

/** A status as a word with a border; dashed while only the machine says so. */
export function ClueStatusMark({ status }: { readonly status: ClueStatus }) {
  const words = useWords();
  const mark = <Mark tone={TONES[status]}>{words(STATUS_NAMES[status])}</Mark>;
  return status === "prompted" ? <span className="clue-suggested">{mark}</span> : mark;
}
