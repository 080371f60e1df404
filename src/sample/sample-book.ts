import type { ExclusionReason } from "#scan/scan.contract.ts";

type Tier = "A" | "B" | "C";
type State = "valid" | "damaged" | "invalid";
export type Planted = { readonly kind: string; readonly value: string; readonly state: State };

/** One record as it was planted: what is in it, and what must become of it. The book never looks at the files again. */
export type PlantedRecord = {
  readonly source: string;
  readonly tier: Tier;
  readonly findings: readonly Planted[];
  /** what the record counts as under its key; records with the same key are duplicates */
  readonly key: string;
  readonly becomes: "valid" | ExclusionReason;
};

type Line = { seized: number; valid: number; distinct: number; excluded: Partial<Record<ExclusionReason, number>>; duplicates: number };
export type ExpectedFigures = {
  readonly asOf: string;
  readonly sources: Readonly<Record<string, number>>;
  readonly ledger: { readonly total: Line; readonly tiers: Readonly<Record<Tier, Line>> };
  /** kinds of numbers, names and addresses; the categories show in the tiers */
  readonly kinds: readonly {
    readonly kind: string;
    readonly found: number;
    readonly valid: number;
    readonly damaged: number;
    readonly invalid: number;
    readonly distinct: number;
  }[];
  readonly persons: { readonly atLeast: number; readonly atMost: number };
  readonly groups: { readonly under14: number; readonly under18: number; readonly over60: number; readonly women: number };
};

const IDENTIFIERS = ["resident-id", "mobile"] as const;

/** Categories stand in several columns of a row (room, from, until); whether that is one finding or three is not what the book is for. */
const CATEGORIES: ReadonlySet<string> = new Set(["accommodation", "whereabouts"]);

/** Adds up what was planted. `asOf` is the day on which ages are reckoned (full years, reached on the day after the birthday). */
export function addUp(records: readonly PlantedRecord[], silentSources: readonly string[], asOf: string): ExpectedFigures {
  const tiers = { A: line(records, "A"), B: line(records, "B"), C: line(records, "C") };
  const lines = Object.values(tiers);
  const sum = (of: (one: Line) => number) => lines.reduce((total, one) => total + of(one), 0);
  const excluded: Line["excluded"] = {};
  for (const one of lines) for (const reason of reasonsOf(one)) excluded[reason] = (excluded[reason] ?? 0) + (one.excluded[reason] ?? 0);
  const sources: Record<string, number> = Object.fromEntries(silentSources.map((path) => [path, 0]));
  for (const { source } of records) sources[source] = (sources[source] ?? 0) + 1;
  return {
    asOf,
    sources: Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1))),
    ledger: {
      total: {
        seized: sum((one) => one.seized),
        valid: sum((one) => one.valid),
        distinct: sum((one) => one.distinct),
        excluded,
        duplicates: sum((one) => one.duplicates),
      },
      tiers,
    },
    kinds: kindsOf(records),
    persons: personsOf(records.filter((record) => record.becomes === "valid")),
    groups: groupsOf(records, asOf),
  };
}

function line(records: readonly PlantedRecord[], tier: Tier): Line {
  const seized = records.filter((record) => record.tier === tier);
  const valid = seized.filter((record) => record.becomes === "valid");
  const distinct = new Set(valid.map((record) => record.key)).size;
  const excluded: Line["excluded"] = {};
  for (const { becomes } of seized) if (becomes !== "valid") excluded[becomes] = (excluded[becomes] ?? 0) + 1;
  return { seized: seized.length, valid: valid.length, distinct, excluded, duplicates: valid.length - distinct };
}

function reasonsOf(one: Line): ExclusionReason[] {
  return (["rejected", "anonymised", "test-data", "invalid", "damaged", "not-identifying"] as const).filter(
    (reason) => one.excluded[reason] !== undefined,
  );
}

function kindsOf(records: readonly PlantedRecord[]): ExpectedFigures["kinds"] {
  const kinds = new Map<string, { found: number; valid: number; damaged: number; invalid: number; values: Set<string> }>();
  for (const { kind, state, value } of records.flatMap((record) => record.findings)) {
    if (CATEGORIES.has(kind)) continue;
    const counted = kinds.get(kind) ?? { found: 0, valid: 0, damaged: 0, invalid: 0, values: new Set<string>() };
    counted.found++;
    counted[state]++;
    if (state === "valid") counted.values.add(value);
    kinds.set(kind, counted);
  }
  return [...kinds]
    .map(([kind, { values, ...counted }]) => ({ kind, ...counted, distinct: values.size }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** `atMost`: strongest identifiers; `atLeast`: what is left after joining the identifiers that stand together in one record. */
function personsOf(records: readonly PlantedRecord[]): ExpectedFigures["persons"] {
  const strongest = new Set<string>();
  const groups = new Map<string, string>();
  const rootOf = (value: string): string => {
    const above = groups.get(value) ?? value;
    return above === value ? value : rootOf(above);
  };
  for (const { findings } of records) {
    const values = IDENTIFIERS.flatMap((kind) =>
      findings.filter((one) => one.kind === kind && one.state === "valid").map((one) => `${kind} ${one.value}`),
    );
    const known = values.length > 0 ? values : [nameAndAddress(findings)];
    const [first = ""] = known;
    strongest.add(first);
    for (const value of known) groups.set(rootOf(value), rootOf(first));
  }
  return { atLeast: new Set([...groups.keys()].map(rootOf)).size, atMost: strongest.size };
}

function nameAndAddress(findings: readonly Planted[]): string {
  return findings
    .filter((one) => (one.kind === "name" || one.kind === "address") && one.state === "valid")
    .map((one) => one.value)
    .join(" ");
}

function groupsOf(records: readonly PlantedRecord[], asOf: string): ExpectedFigures["groups"] {
  const ids = new Set(
    records
      .flatMap((record) => record.findings)
      .filter((one) => one.kind === "resident-id" && one.state === "valid")
      .map((one) => one.value),
  );
  const today = asOf.replaceAll("-", "");
  const ages = [...ids].map((id) => {
    const reached = id.slice(10, 14) < today.slice(4);
    return Number(today.slice(0, 4)) - Number(id.slice(6, 10)) - (reached ? 0 : 1);
  });
  return {
    under14: ages.filter((age) => age < 14).length,
    under18: ages.filter((age) => age < 18).length,
    over60: ages.filter((age) => age >= 60).length,
    women: [...ids].filter((id) => Number(id[16]) % 2 === 0).length,
  };
}
