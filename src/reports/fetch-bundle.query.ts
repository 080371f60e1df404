import { createHash } from "node:crypto";
import type { Asking } from "#cases/asking.ts";
import { STATUS_NAMES } from "#counts/count.ts";
import type { Count } from "#counts/counts.contract.ts";
import { getCount } from "#counts/get-count.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { type BundleManifest, buildManifest } from "#scan/bundle/bundle.ts";

export type CountBundle = {
  readonly count: Count;
  readonly manifest: BundleManifest;
  /** the bytes of manifest.json, as `tandem count --bundle` writes them */
  readonly text: string;
  readonly sha256: string;
};

/** 固定包 the bundle of a finished count: the same bytes whenever it is asked for. Refused for a count that has no figures yet. */
export async function fetchBundle(database: Database, asking: Asking, countId: string): Promise<Outcome<CountBundle>> {
  const found = await getCount(database, asking, countId);
  if (!found.ok) return found;
  const { result } = found.value;
  if (result === null)
    return refuse("wrong-state", { state: STATUS_NAMES[found.value.status].zh, "state.en": STATUS_NAMES[found.value.status].en });
  const manifest = buildManifest(result.options.asOf, result);
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return done({ count: found.value, manifest, text, sha256: createHash("sha256").update(text).digest("hex") });
}
