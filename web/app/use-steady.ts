import { useState } from "react";

/**
 * What is shown where nobody has chosen: the first of a list, and that one as long as it is in the list. A list that is read anew may begin with
 * another one (a colleague's count, a track whose predecessor ended); what stands under somebody's hand is not exchanged for it.
 * @returns the id shown, null while there is none; and what puts another one there
 */
export function useSteady(ids: readonly string[]): readonly [string | null, (id: string | null) => void] {
  const [kept, keep] = useState<string | null>(null);
  const shown = kept !== null && ids.includes(kept) ? kept : (ids[0] ?? null);
  if (shown !== null && shown !== kept) keep(shown);
  return [shown, keep];
}
