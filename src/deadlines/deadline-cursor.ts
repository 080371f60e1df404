import { z } from "zod";

/** Where a page of open clocks ended: its last clock in the order of the list (custody first, then by day, then by id). */
export type DeadlineCursor = { readonly custody: boolean; readonly due: string; readonly id: string };

const Text = z.string().regex(/^[01]\.\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/);

export function writeCursor({ custody, due, id }: DeadlineCursor): string {
  return `${custody ? 1 : 0}.${due}.${id}`;
}

/** The cursor as a query names it. Its parts are checked: what is no day or id is refused as a shape. */
export const Cursor = Text.transform((text) => {
  const [custody = "", due = "", id = ""] = text.split(".");
  return { custody: custody === "1", due, id };
}).pipe(z.object({ custody: z.boolean(), due: z.iso.date(), id: z.uuid() }));
