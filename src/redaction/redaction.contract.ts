import { z } from "zod";

/** What `tandem redact` is asked in bulk, a line each. */
export const RedactRequest = z.object({ id: z.union([z.string().max(200), z.number()]), text: z.string() });

/** 一处替换 one replacement: where it stood (UTF-16 code units of the text as given) and what stands there now; never what stood there. */
export const Replacement = z.object({
  from: z.number().int(),
  to: z.number().int(),
  kind: z.string(),
  replacement: z.string(),
  because: z.object({ zh: z.string(), en: z.string() }),
});
export type Replacement = z.infer<typeof Replacement>;

/** 公开稿 a document made fit for publication. A person checks it before it leaves: what no rule saw is not replaced. */
export const RedactAnswer = z.object({
  id: z.union([z.string(), z.number()]).nullable(),
  text: z.string(),
  replaced: z.array(Replacement),
  /** how many of each kind */
  counts: z.record(z.string(), z.number().int()),
});
export type RedactAnswer = z.infer<typeof RedactAnswer>;
