type Of = {
  readonly rule?: string;
  readonly term?: string;
  readonly office?: string | undefined;
  readonly track?: string | undefined;
  readonly field?: string | undefined;
  readonly outcome: "any" | "waiting" | "clue" | "accepted" | "dismissed";
  readonly industry?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The address of the queue with the prompts behind a figure. */
export function addressOfPrompts({ office, ...rest }: Of): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...rest, promptedBy: office }))
    if (value !== undefined && value !== "") query.set(name, value);
  return `/clues?${query}`;
}
