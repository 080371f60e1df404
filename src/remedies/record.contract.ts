import { z } from "zod";

/** 修复与赔偿 what all records of this slice share. */
export const Words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

/** 分 money in whole hundredths of a yuan: one amount that a person enters, up to 90 thousand million yuan, so that sums and multiples stay exact. */
export const Fen = z.number().int().min(0).max(9_000_000_000_000);
/** What amounts come to. */
export const Money = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A short line, and a reason that a person gives. */
export const Line = z.string().trim().min(1).max(200);
export const Reason = z.string().trim().min(1).max(400);
/** Name of a part inside a record, made by whoever writes it. */
export const PartId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Who did something and when. */
export const Done = z.object({ by: z.string(), at: z.iso.datetime() });
export type Done = z.infer<typeof Done>;

/** A recorded event with its version; `Event` is what the fold of a kind of record reads. */
export type Recorded<Event> = { readonly version: number; readonly by: string; readonly at: string; readonly event: Event };
