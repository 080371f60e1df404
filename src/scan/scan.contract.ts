import { z } from "zod";

/** Shapes of `tandem count --json` (the command line's contract, section 1). More fields may come; none is renamed or dropped. */
export const Format = z.enum([
  "csv",
  "tsv",
  "txt",
  "xlsx",
  "xls",
  "ods",
  "sqlite",
  "sql",
  "json",
  "jsonl",
  "xml",
  "html",
  "eml",
  "mbox",
  "docx",
  "pdf",
  "image",
  "zip",
  "7z",
  "rar",
  "tar",
  "gz",
  "bz2",
  "xz",
  "unknown",
]);
export type Format = z.infer<typeof Format>;

export const Encoding = z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]);
export type Encoding = z.infer<typeof Encoding>;

/** 扣除原因 why a seized record is not valid, in the order in which they apply: the first one counts. */
export const ExclusionReason = z.enum(["rejected", "anonymised", "test-data", "invalid", "damaged", "not-identifying"]);
export type ExclusionReason = z.infer<typeof ExclusionReason>;

export const LedgerLine = z.object({
  seized: z.number().int(),
  valid: z.number().int(),
  distinct: z.number().int(),
  excluded: z.partialRecord(ExclusionReason, z.number().int()),
  duplicates: z.number().int(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

export const KindCount = z.object({
  kind: z.string(),
  found: z.number().int(),
  valid: z.number().int(),
  damaged: z.number().int(),
  invalid: z.number().int(),
});
export type KindCount = z.infer<typeof KindCount>;

export const SourceReport = z.object({
  path: z.string(),
  format: Format,
  encoding: Encoding.nullable(),
  bytes: z.number().int(),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  status: z.enum(["scanned", "partly", "unreadable"]),
  problem: z.object({ kind: z.string(), zh: z.string(), en: z.string() }).nullable(),
  records: z.number().int(),
  columns: z.array(z.object({ name: z.string(), kind: z.string().nullable(), share: z.number() })),
  kinds: z.array(KindCount),
});
export type SourceReport = z.infer<typeof SourceReport>;

export const CountOptions = z.object({
  item: z.enum(["record", "person"]).default("record"),
  key: z.string().default("auto"),
  asOf: z.iso.date(),
  as: z.enum(["communication-content"]).nullable().default(null),
});
export type CountOptions = z.infer<typeof CountOptions>;

export const CountResult = z.object({
  tool: z.object({ name: z.literal("tandem"), version: z.string(), rules: z.string() }),
  options: CountOptions,
  coverage: z.object({
    sources: z.number().int(),
    scanned: z.number().int(),
    partly: z.number().int(),
    unreadable: z.number().int(),
    bytes: z.number().int(),
    bytesScanned: z.number().int(),
  }),
  sources: z.array(SourceReport),
  kinds: z.array(KindCount.extend({ distinct: z.number().int() })),
  ledger: z.object({ total: LedgerLine, tiers: z.object({ A: LedgerLine, B: LedgerLine, C: LedgerLine }) }),
  persons: z.object({ atLeast: z.number().int(), atMost: z.number().int() }),
  groups: z.object({
    asOf: z.iso.date(),
    under14: z.number().int(),
    under18: z.number().int(),
    over60: z.number().int(),
    women: z.number().int(),
  }),
  speed: z.object({ seconds: z.number(), bytesPerSecond: z.number() }),
});
export type CountResult = z.infer<typeof CountResult>;
