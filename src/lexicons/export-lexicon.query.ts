import { stringify } from "yaml";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { RouteFile } from "#http/route.ts";
import { foldLexicon } from "#lexicons/fold-lexicon.ts";
import { canKeepLexicon } from "#lexicons/lexicon.policy.ts";
import { findLexiconEvents } from "#lexicons/lexicons.store.ts";
import { LexiconOverlay } from "#reading/terms/change-terms.ts";
import type { Lexicon } from "#reading/terms/lexicon.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 导出词库 the changes of one version (the live one unless another is asked for) as YAML: `tandem read --lexicon FILE` reads with it as the worker does. */
export async function exportLexicon(
  { database, lexicon }: { readonly database: Database; readonly lexicon: Lexicon },
  { actor, requestId }: Asking,
  wanted: number | undefined,
): Promise<Outcome<RouteFile>> {
  const decision = canKeepLexicon("look", actor);
  if (!decision.allowed) return decision.refusal;
  const { officeCode } = actor;
  return database.transact({ as: "person", actor }, async (tx) => {
    const { versions } = foldLexicon(await findLexiconEvents(tx, officeCode));
    const version = wanted ?? versions.length;
    if (version > versions.length) return refuse("not-found", { what: "version" });
    const changes = versions[version - 1]?.content ?? [];
    const overlay = LexiconOverlay.parse({ office: officeCode, version, shipped: lexicon.version, changes });
    const event = { kind: "work-read" as const, thing: "lexicon", filters: { version: String(version) }, found: changes.length };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    const name = `lexicon-${officeCode}-v${version}.yaml`;
    return done({ name, contentType: "application/yaml; charset=utf-8", bytes: Buffer.from(stringify(overlay)) });
  });
}
