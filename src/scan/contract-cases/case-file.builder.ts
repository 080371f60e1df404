import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

/**
 * Shapes of the case files of this folder: written from the words of the command line's contract alone, so that they can
 * contradict the code. `{id1}` and the like stand for the invented values of values.cases.yaml.
 */
export type FileSpec =
  | string
  | {
      text: string;
      encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | undefined;
      bom?: boolean | undefined;
      encrypted?: boolean | undefined;
      spoilt?: boolean | undefined;
    }
  | { zip: { [member: string]: FileSpec }; names?: "utf-8" | "gbk" | undefined; cut?: number | undefined; damage?: boolean | undefined }
  | { xlsx: { [sheet: string]: Cell[][] }; hidden?: string[] | undefined; strings?: "shared" | "inline" | undefined }
  | { tar: { [member: string]: FileSpec }; cut?: number | undefined }
  | { base64: string; cut?: number | undefined }
  | { sqlite: string[] }
  | { empty: true }
  | { noise: number };
export type Cell = string | number | null | { v: string };

const Cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ v: z.string() })]);
const File: z.ZodType<FileSpec> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({
      text: z.string(),
      encoding: z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]).optional(),
      bom: z.boolean().optional(),
      encrypted: z.boolean().optional(),
      /** every � of the text becomes a byte that no encoding has */
      spoilt: z.boolean().optional(),
    }),
    z.strictObject({
      zip: z.record(z.string(), File),
      names: z.enum(["utf-8", "gbk"]).optional(),
      cut: z.number().optional(),
      damage: z.boolean().optional(),
    }),
    z.strictObject({
      xlsx: z.record(z.string(), z.array(z.array(Cell))),
      hidden: z.array(z.string()).optional(),
      strings: z.enum(["shared", "inline"]).optional(),
    }),
    z.strictObject({ tar: z.record(z.string(), File), cut: z.number().optional() }),
    z.strictObject({ base64: z.string(), cut: z.number().optional() }),
    /** the statements that make the database */
    z.strictObject({ sqlite: z.array(z.string()) }),
    z.strictObject({ empty: z.literal(true) }),
    z.strictObject({ noise: z.number() }),
  ]),
);

const Source = z.strictObject({
  status: z.enum(["scanned", "partly", "unreadable"]).optional(),
  format: z.string().optional(),
  encoding: z.string().nullable().optional(),
  records: z.number().optional(),
  problem: z.boolean().optional(),
  columns: z.record(z.string(), z.string().nullable()).optional(),
  /** [found, valid, damaged, invalid] */
  kinds: z.record(z.string(), z.array(z.number()).length(4)).optional(),
});

export const CountExpectation = z.strictObject({
  exit: z.number().optional(),
  /** tier: "seized → valid → distinct (reason n, reason n)"; tiers not named are empty, `total` alone where the tier is not the point */
  ledger: z
    .record(z.enum(["A", "B", "C", "total"]), z.string())
    .or(z.partialRecord(z.enum(["A", "B", "C", "total"]), z.string()))
    .optional(),
  /** [found, valid, damaged, invalid, distinct]; kinds not named are not looked at */
  kinds: z.record(z.string(), z.array(z.number()).length(5)).optional(),
  noKinds: z.array(z.string()).optional(),
  onlyKinds: z.boolean().optional(),
  /** "atLeast..atMost" */
  persons: z.string().optional(),
  groups: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  /** every source by its path: when given, there are no others */
  sources: z.record(z.string(), Source).optional(),
  coverage: z.record(z.string(), z.number()).optional(),
});

export const CountCase = z.strictObject({
  name: z.string(),
  tests: z.string(),
  reading: z.string().optional(),
  files: z.record(z.string(), File),
  paths: z.array(z.string()).optional(),
  options: z.array(z.string()).optional(),
  expect: CountExpectation,
});
export type CountCase = z.infer<typeof CountCase>;

/** One value in a column that is plainly of a kind: `is` is valid, damaged, invalid, none, or "valid as KIND". */
const CellTable = z.strictObject({
  column: z.string(),
  kind: z.string(),
  padding: z.array(z.string()),
  tests: z.string(),
  values: z.array(z.strictObject({ value: z.string(), is: z.string(), why: z.string().optional(), reading: z.string().optional() })),
});
export type CellTable = z.infer<typeof CellTable>;

/** One line of free text: `finds` lists what is found, "resident-id valid, mobile damaged" or "nothing"; `records` the records it makes. */
const LineTable = z.strictObject({
  tests: z.string(),
  lines: z.array(
    z.strictObject({
      text: z.string(),
      finds: z.string(),
      records: z.number().optional(),
      why: z.string().optional(),
      reading: z.string().optional(),
    }),
  ),
});
export type LineTable = z.infer<typeof LineTable>;

/** Names under which a column of `values` is a column of `kind`. */
const HeaderTable = z.strictObject({ kind: z.string(), values: z.array(z.string()), names: z.array(z.string()) });

const CountFile = z.strictObject({
  theme: z.string(),
  cases: z.array(CountCase).default([]),
  headers: z.array(HeaderTable).default([]),
  cells: z.array(CellTable).default([]),
  lines: z.array(LineTable).default([]),
});

export const AssessCase = z.strictObject({
  name: z.string(),
  tests: z.string(),
  reading: z.string().optional(),
  /** what differs from the base facts of the file */
  facts: z.record(z.string(), z.unknown()),
  without: z.array(z.string()).optional(),
  expect: z.strictObject({
    exit: z.number().optional(),
    band: z.string().optional(),
    /** null: the answer carries none */
    bandAtMost: z.string().nullable().optional(),
    counts: z.record(z.string(), z.number()).optional(),
    grounds: z.record(z.string(), z.string()).optional(),
    missing: z.array(z.string()).optional(),
    notMissing: z.array(z.string()).optional(),
    consequence: z.unknown().optional(),
    version: z.string().optional(),
    mentions: z.array(z.string()).optional(),
  }),
});
export type AssessCase = z.infer<typeof AssessCase>;

const AssessFile = z.strictObject({ theme: z.string(), base: z.record(z.string(), z.unknown()), cases: z.array(AssessCase) });
const Values = z.strictObject({ about: z.string(), values: z.record(z.string(), z.string()) });

const here = dirname(fileURLToPath(import.meta.url));

/** The invented values by name. */
export function readValues(): Readonly<Record<string, string>> {
  return Values.parse(parse(readFileSync(join(here, "values.cases.yaml"), "utf8"))).values;
}

/** A case file of `tandem count` with its values put in. */
export function readCountCases(file: string): z.infer<typeof CountFile> {
  return CountFile.parse(readYaml(file));
}

/** A case file of `tandem assess`. */
export function readAssessCases(file: string): z.infer<typeof AssessFile> {
  return AssessFile.parse(readYaml(file));
}

function readYaml(file: string): unknown {
  const values = readValues();
  const text = readFileSync(join(here, file), "utf8").replace(/\{([a-z]\w*)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${file}: no value is called ${whole}`);
    return value;
  });
  return parse(text);
}
