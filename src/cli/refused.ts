/** A request that cannot be answered: which argument or field, what was expected, what came. */
export type Refused = {
  readonly ok: false;
  readonly argument: string;
  readonly expected: { readonly zh: string; readonly en: string };
  readonly found: string;
};
export type Answered = { readonly ok: true; readonly answer: object } | Refused;
