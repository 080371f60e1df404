/** Tells the person at the terminal what is being done. */
export type Say = (line: { readonly zh: string; readonly en: string }) => void;
