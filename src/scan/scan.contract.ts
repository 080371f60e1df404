import { z } from "zod";
import { Correction } from "#scan/corrections/corrections.contract.ts";
import { Decisions, WorkListFigures } from "#scan/decisions/decisions.contract.ts";
import { EXCLUSION_REASONS } from "#scan/exclusion-reasons.ts";

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
export const ExclusionReason = z.enum(EXCLUSION_REASONS);
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

/**
 * 列的含义 what a column of a table holds, and because of what: stable words that `tellEvidence` puts into sentences (`header:sfzh`,
 * `content:0.98`, `beside:orders`, `correction:2`).
 */
export const ColumnReport = z.object({
  name: z.string(),
  kind: z.string().nullable(),
  share: z.number(),
  because: z.array(z.string()).optional(),
  /** what was inferred before a person corrected it */
  inferred: z.string().nullable().optional(),
  /** on the first column of each table of the source: its shape, and how many records it gave */
  table: z.object({ shape: z.string(), records: z.number().int() }).optional(),
});
export type ColumnReport = z.infer<typeof ColumnReport>;

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
  columns: z.array(ColumnReport),
  kinds: z.array(KindCount),
  /** "ocr": what was counted in it, or a part of it, was read by OCR */
  readBy: z.enum(["ocr"]).optional(),
  /** the line of the password file that opened it; never the password */
  passwordLine: z.number().int().optional(),
});
export type SourceReport = z.infer<typeof SourceReport>;

export const CountOptions = z.object({
  item: z.enum(["record", "person"]).default("record"),
  key: z.string().default("auto"),
  asOf: z.iso.date(),
  as: z.enum(["communication-content"]).nullable().default(null),
  /** names and addresses in free text belong to the records beside them; absent: on */
  namesInText: z.enum(["on", "off"]).optional(),
  /** pictures are read by OCR */
  ocr: z.boolean().optional(),
  /** count under every definition side by side, and say what each rule did */
  definitions: z.boolean().optional(),
  /** what persons decided otherwise than the program; part of the options, so that a verification counts the same */
  corrections: z.array(Correction).optional(),
  /** what persons found of single items; likewise */
  decisions: Decisions.optional(),
});
export type CountOptions = z.infer<typeof CountOptions>;

/** 表型 tables with the same header words and column meanings. `share`: the lowest of its tables; `because` of the table first by path. */
export const TableShape = z.object({
  id: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.string().nullable(),
      inferred: z.string().nullable().optional(),
      share: z.number(),
      because: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
    }),
  ),
  sources: z.int(),
  tables: z.int(),
  records: z.int(),
  /** path of the first source by path, to look into */
  example: z.string(),
});
export type TableShape = z.infer<typeof TableShape>;

/** 更正的效果 what a correction (by its number in the options, from 1) changed: columns of how many tables; the records they gave. */
export const CorrectionEffect = z.object({ correction: z.int(), tables: z.int(), records: z.int() });
export type CorrectionEffect = z.infer<typeof CorrectionEffect>;

/** 口径对照 the same records under another item definition and key. */
export const Definition = z.object({
  item: z.enum(["record", "person"]),
  key: z.string(),
  total: LedgerLine,
  tiers: z.object({ A: LedgerLine, B: LedgerLine, C: LedgerLine }),
});
export type Definition = z.infer<typeof Definition>;

/** 规则效果 what one rule did: of `records` it was asked about, how many it took out of the count or merged with another. */
export const RuleEffect = z.object({
  rule: z.string(),
  zh: z.string(),
  en: z.string(),
  records: z.int(),
  removed: z.int(),
});
export type RuleEffect = z.infer<typeof RuleEffect>;

/**
 * 真实性 findings by what can be said of them without asking anybody: `provably-invalid` or `not-disproved`, never true. `because` is the
 * check that failed, or null where all held.
 */
export const AuthenticityCount = z.object({
  verdict: z.enum(["provably-invalid", "not-disproved"]),
  kind: z.string(),
  because: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  findings: z.int(),
});
export type AuthenticityCount = z.infer<typeof AuthenticityCount>;

export const CountResult = z.object({
  tool: z.object({ name: z.literal("tandem"), version: z.string(), rules: z.string(), ocr: z.string().optional() }),
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
  // Older results and bundles lack what follows.
  shapes: z.array(TableShape).optional(),
  corrections: z.array(CorrectionEffect).optional(),
  definitions: z.array(Definition).optional(),
  effects: z.array(RuleEffect).optional(),
  authenticity: z.array(AuthenticityCount).optional(),
  /** items of tiers A and B, each to be looked at by a person */
  workList: WorkListFigures.optional(),
  /** no item of tier A or B is open */
  proved: z.boolean().optional(),
});
export type CountResult = z.infer<typeof CountResult>;
