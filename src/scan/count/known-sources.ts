import { z } from "zod";
import type { SourceReport } from "#scan/scan.contract.ts";
import type { Hashes, KnownHashes } from "#scan/sources/inspect-bytes.ts";

/** Sources as a manifest names them: the `sources` of a bundle's manifest or of an earlier answer of `tandem count --json`, or that list alone. */
const Sources = z.array(
  z.object({
    path: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    sm3: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
);
const Manifest = z.union([Sources, z.object({ sources: Sources })]);

/** What evidence is beside a manifest: paths of sources. `sm3TakenOver`: of sources with the same SHA-256 SM3 was not computed again. */
export type ManifestComparison = {
  readonly same: number;
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly missing: readonly string[];
  readonly sm3TakenOver: true;
};

/** The sources of a manifest; null when it is none. Each path once: of a path that comes twice nothing is known. */
export function parseKnownSources(text: string): KnownHashes | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const manifest = Manifest.safeParse(parsed);
  if (!manifest.success) return null;
  const sources = Array.isArray(manifest.data) ? manifest.data : manifest.data.sources;
  const known = new Map<string, Hashes>();
  const seen = new Set<string>();
  for (const { path, sha256, sm3 } of sources) {
    if (seen.has(path) || sha256 === null || sm3 === null) known.delete(path);
    else known.set(path, { sha256, sm3 });
    seen.add(path);
  }
  return known;
}

/** Holds what was read against what a manifest knows. Sheets of one workbook share its bytes and are compared each. */
export function compareKnown(known: KnownHashes, reports: readonly Pick<SourceReport, "path" | "sha256">[]): ManifestComparison {
  const read = new Set(reports.map(({ path }) => path));
  const changed = reports.filter(({ path, sha256 }) => known.has(path) && known.get(path)?.sha256 !== sha256);
  const added = reports.filter(({ path }) => !known.has(path));
  return {
    same: reports.length - changed.length - added.length,
    changed: pathsOf(changed),
    added: pathsOf(added),
    missing: [...known.keys()].filter((path) => !read.has(path)).sort(),
    sm3TakenOver: true,
  };
}

/** The comparison in the reader's words: one line for all that is the same, one for each source that is not. */
export function tellComparison({ same, changed, added, missing }: ManifestComparison, language: "zh" | "en"): string[] {
  if (language === "zh")
    return [
      `与清单核对：${same}个来源的SHA-256一致（其SM3取自清单），${changed.length}个已变化，${added.length}个清单中没有，${missing.length}个清单中有而未读到。`,
      ...changed.map((path) => `  已变化（SM3已重新计算）：${path}`),
      ...added.map((path) => `  清单中没有：${path}`),
      ...missing.map((path) => `  未读到：${path}`),
    ];
  return [
    `Beside the manifest: ${same} sources with the same SHA-256 (their SM3 is the manifest's), ${changed.length} changed, ${added.length} not in it, ${missing.length} in it and not read.`,
    ...changed.map((path) => `  changed (SM3 computed anew): ${path}`),
    ...added.map((path) => `  not in the manifest: ${path}`),
    ...missing.map((path) => `  not read: ${path}`),
  ];
}

function pathsOf(reports: readonly { readonly path: string }[]): string[] {
  return [...new Set(reports.map(({ path }) => path))].sort();
}
