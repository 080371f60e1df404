import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { countHeld } from "#library/documents.store.ts";
import { findImports } from "#library/imports.store.ts";
import type { LibraryState } from "#library/library.contract.ts";
import { canImportJudgments } from "#library/library.policy.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

const NEWEST = 10;

/** 类案库 how much it holds for this person, and the latest imports with how far they are. */
export async function getLibrary(database: Database, { actor, requestId }: Asking): Promise<Outcome<LibraryState>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const imports = await findImports(tx, { newest: NEWEST });
    const held = await countHeld(tx);
    await appendEntry(tx, { event: { kind: "work-read", thing: "library", found: imports.length }, actor, caseId: null, requestId });
    return done({ held, imports, canImport: canImportJudgments(actor).allowed });
  });
}
