import type { ColumnMeaning } from "#scan/finding.ts";
import { isKind, KIND_NAMES, type Kind } from "#scan/kinds.ts";
import { KEY_ORDER } from "#scan/records/record-key.ts";
import { CATEGORY_KINDS, identifiesAlone } from "#scan/records/seized-record.ts";
import { isFlagColumn } from "#scan/records/table-records.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/**
 * What the table kernel does with the cells of a column: `skip` they say nothing, `empty` nothing may stand there but what is known to
 * hold nothing, `text` searched as free text, else a kind that is judged on its bytes.
 */
export const OPERATIONS = [
  "skip",
  "empty",
  "text",
  "name",
  "resident-id",
  "mobile",
  "bank-card",
  "imei",
  "imsi",
  "qq",
  "iccid",
  "email",
  "plate",
  "landline",
  "address",
  "fact",
] as const;
export type Operation = (typeof OPERATIONS)[number];

export type PlannedColumn = {
  readonly operation: Operation;
  /** place of its kind in KIND_NAMES; 0 for none */
  readonly kind: number;
  readonly otherParty: boolean;
  /** rank among the columns of identifiers, the strongest first */
  readonly order: number;
  /** rank among the columns of the kind that `--key` asks for; null for another kind */
  readonly key: number | null;
  /** whether a cell in which nothing was found may be remembered as holding nothing */
  readonly learns: boolean;
};

/** How the rows of a table are counted on their bytes. Every record it answers for is valid, of tier C, without details. */
export type TablePlan = readonly PlannedColumn[];

const MOST_COLUMNS = 64;
/** Categories of tier C. */
const FACTS: ReadonlySet<string> = new Set(["education", "employment", "religion"]);
const RANK: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((kind, rank) => [kind, rank]));

/**
 * The plan of a table whose columns are resolved, or null where nothing would be gained or the kernel cannot be sure: no column of an
 * identifier it knows, a key it cannot make, a header that could itself be read as values.
 */
export function planTable(
  columns: readonly ColumnMeaning[],
  header: readonly string[] | null,
  { key, tiers }: { readonly key: string; readonly tiers: TierTable },
): TablePlan | null {
  if (columns.length === 0 || columns.length > MOST_COLUMNS || key === "row" || key.startsWith("name")) return null;
  // Every record answered for is of tier C: a table that a person has overridden may say otherwise.
  if ([...OPERATIONS, ...FACTS].some((operation) => isKind(operation) && (tiers.kinds[operation] ?? "C") !== "C")) return null;
  if (tiers.sets["identity-without-photograph"] !== "C") return null;
  if (header?.some((cell) => /\d{5}/.test(cell)) === true) return null; // the row that repeats the header is looked for by the readers
  const operations = columns.map((column) => operationOf(column, columns));
  const ranked = columns
    .map(({ kind, otherParty }, at) => ({ at, otherParty, rank: RANK.get(kind ?? "") ?? KEY_ORDER.length }))
    .filter(({ at }) => identifies(operations[at] ?? "empty"))
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  if (ranked.length === 0) return null;
  const keys = ranked
    .filter(({ at }) => columns[at]?.kind === key)
    .sort((a, b) => Number(a.otherParty) - Number(b.otherParty) || a.at - b.at);
  return columns.map(({ kind, otherParty, name }, at) => {
    const asked = keys.findIndex((column) => column.at === at);
    return {
      operation: operations[at] ?? "empty",
      kind: kind !== null && isKind(kind) ? KIND_NAMES.indexOf(kind) : 0,
      otherParty: otherParty && !CATEGORY_KINDS.has(nameOf(kind)),
      order: Math.max(
        0,
        ranked.findIndex((column) => column.at === at),
      ),
      key: asked < 0 ? null : asked,
      // Columns of one category are one finding, told by the first of them: what stands in the others is no sign of nothing.
      learns: !isFlagColumn(name) && !CATEGORY_KINDS.has(nameOf(kind)),
    };
  });
}

/** Whether what the kernel reads in a column identifies a person by itself. */
export function identifies(operation: Operation): boolean {
  return isKind(operation) && identifiesAlone(operation);
}

function operationOf({ kind, name, mixed }: ColumnMeaning, columns: readonly ColumnMeaning[]): Operation {
  if (isFlagColumn(name) || mixed === true) return "empty";
  if (kind === null) return "text";
  if (!isKind(kind)) return "skip";
  // What several columns of one category say is one finding.
  if (FACTS.has(kind)) return columns.filter((column) => column.kind === kind).length === 1 ? "fact" : "empty";
  return OPERATIONS.find((operation) => operation === kind) ?? "empty";
}

function nameOf(kind: ColumnMeaning["kind"]): Kind {
  return kind !== null && isKind(kind) ? kind : "name";
}
