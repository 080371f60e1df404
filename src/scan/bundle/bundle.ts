import { z } from "zod";
import { CountResult } from "#scan/scan.contract.ts";

/** 固定包 the manifest of a count: everything that was counted and of what, nothing that differs from run to run and no value of the evidence. */
export const BundleManifest = z.object({
  bundle: z.literal("tandem-count"),
  bundleVersion: z.literal(1),
  /** the day after which a date of birth was taken to be wrong; verifying uses the same */
  today: z.iso.date(),
  ...CountResult.omit({ speed: true }).shape,
});
export type BundleManifest = z.infer<typeof BundleManifest>;

/** The manifest of a result; sources by path, so that the order in which evidence was given does not matter. */
export function buildManifest(today: string, { speed: _speed, sources, ...counted }: CountResult): BundleManifest {
  const { tool, options, coverage, ledger, persons, groups, kinds, ...told } = counted;
  const sorted = [...sources].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const figures = { tool, options, coverage, ledger, persons, groups, kinds };
  return { bundle: "tandem-count", bundleVersion: 1, today, ...figures, ...told, sources: sorted };
}

/** A way in which a new count differs from the bundle. */
export type BundleDifference = {
  readonly what: "source-missing" | "source-new" | "source-changed" | "figure";
  /** path of the source, or of the figure (`ledger.tiers.C.valid`) */
  readonly where: string;
  readonly bundle: string | null;
  readonly found: string | null;
};

/** Every difference between a bundle and a new count: sources first (with what changed in them), then figures. */
export function compareManifests(bundle: BundleManifest, now: BundleManifest): BundleDifference[] {
  const differences: BundleDifference[] = [];
  const then = byPath(bundle.sources);
  const here = byPath(now.sources);
  for (const [path, source] of then) {
    const found = here.get(path);
    if (found === undefined) differences.push({ what: "source-missing", where: path, bundle: source.sha256, found: null });
    else if (source.sha256 !== found.sha256 || source.sm3 !== found.sm3 || source.bytes !== found.bytes)
      differences.push({ what: "source-changed", where: path, bundle: source.sha256, found: found.sha256 });
    else collectFigures(source, found, path, differences);
  }
  for (const [path, source] of here)
    if (!then.has(path)) differences.push({ what: "source-new", where: path, bundle: null, found: source.sha256 });
  for (const part of ["options", "coverage", "ledger", "persons", "groups", "kinds"] as const)
    collectFigures(bundle[part], now[part], part, differences);
  // A bundle of before these were told says nothing about them.
  for (const part of ["shapes", "corrections", "definitions", "effects", "authenticity", "workList", "proved"] as const)
    if (bundle[part] !== undefined) collectFigures(bundle[part], now[part], part, differences);
  return differences;
}

/** Sources by path; a path that comes twice (two folders given) gets its number. */
function byPath(sources: BundleManifest["sources"]): Map<string, BundleManifest["sources"][number]> {
  const map = new Map<string, BundleManifest["sources"][number]>();
  for (const source of sources) {
    let path = source.path;
    for (let again = 2; map.has(path); again++) path = `${source.path} (${again})`;
    map.set(path, source);
  }
  return map;
}

/** What sources and columns say only since later; an older bundle lacks it. */
const TOLD_LATER: ReadonlySet<string> = new Set(["because", "table", "inferred"]);

function collectFigures(then: unknown, now: unknown, where: string, differences: BundleDifference[]): void {
  if (isObject(then) && isObject(now)) {
    for (const name of new Set([...Object.keys(then), ...Object.keys(now)]))
      if (then[name] !== undefined || !TOLD_LATER.has(name))
        collectFigures(then[name], now[name], `${where}.${nameOf(then, now, name)}`, differences);
    return;
  }
  if (then !== now) differences.push({ what: "figure", where, bundle: show(then), found: show(now) });
}

/** Entries of `kinds` are named by their kind rather than their number. */
function nameOf(then: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>, name: string): string {
  const entry = then[name] ?? now[name];
  return isObject(entry) && typeof entry["kind"] === "string" ? entry["kind"] : name;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string | null {
  return value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);
}
