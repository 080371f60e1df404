import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findClueTexts } from "#clues/find-clue-texts.query.ts";
import type { Tx } from "#database/database.ts";
import { findDocument } from "#library/documents.store.ts";
import type { LibraryParts } from "#library/find-similar.query.ts";
import { searchLibrary } from "#library/find-similar.query.ts";
import type { ClueLikeness } from "#library/library.contract.ts";
import { type LibraryEntry, type LibraryKnowledge, readLibraryText } from "#library/read-library-text.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { compareCases } from "#similarity/compare-cases.ts";

/** From this score on a clue or a document counts as similar: more likely than not, as LeCaRD's judges rated. */
export const SIMILAR_FROM = 0.5;
const NEWEST_CLUES = 300;
const SHOWN = 5;
const MOST_DOCUMENTS = 50;

/**
 * 受理前比对 how many of the clues the person sees, and of the library's documents, are like this clue, and which are the same, before anybody accepts it.
 * The newest 300 clues are compared. Audited.
 */
export async function compareClue(
  { database, knowledge }: LibraryParts,
  { actor, requestId }: Asking,
  clueId: string,
): Promise<Outcome<ClueLikeness>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const [clue] = await findClueTexts(tx, { only: clueId });
    if (!clue) return refuse("not-found", { what: "clue" });
    const asked = readLibraryText(clue.text, knowledge);
    const others = (await findClueTexts(tx, { newest: NEWEST_CLUES })).filter(({ id }) => id !== clueId);
    const clues = others
      .map(({ id, version, title, status, text, documentIds }) => {
        const entry = readCached(`${id} ${version}`, text, knowledge);
        const { score } = compareCases(asked.profile, entry.profile, knowledge.model);
        // of one document each track has a prompt of its own: alike, and no duplicates
        const ofOneDocument = documentIds.some((one) => clue.documentIds.includes(one));
        return { id, title, status, score, duplicate: ofOneDocument ? null : tellDuplicate(asked, entry) };
      })
      .filter(({ score, duplicate }) => score >= SIMILAR_FROM || duplicate !== null)
      .sort((a, b) => Number(b.duplicate !== null) - Number(a.duplicate !== null) || b.score - a.score || (a.id < b.id ? -1 : 1));
    const question = { profile: asked.profile, fingerprint: asked.fingerprint, likeness: asked.likeness };
    // the document it was read from is no other one
    const leftOut = await findOwnDocuments(tx, clue.documentIds);
    const { found } = await searchLibrary(tx, { question, facts: asked.facts, leftOut }, "all", MOST_DOCUMENTS, knowledge.model);
    const documents = found.filter(({ score, duplicate }) => score >= SIMILAR_FROM || duplicate !== null);
    const event = { kind: "work-read" as const, thing: "clue", filters: { compared: "likeness" }, found: clues.length };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    return done({
      clues: { similar: clues.length, items: clues.slice(0, SHOWN), compared: others.length },
      documents: {
        similar: documents.length,
        most: MOST_DOCUMENTS,
        items: documents
          .slice(0, SHOWN)
          .map(({ id, name, origin, score, duplicate, items }) => ({ id, name, origin, score, duplicate, items })),
      },
      from: SIMILAR_FROM,
    });
  });
}

async function findOwnDocuments(tx: Tx, documentIds: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const caseDocumentId of documentIds) {
    const row = await findDocument(tx, { caseDocumentId });
    if (row) found.push(row.id);
  }
  return found;
}

function tellDuplicate(one: LibraryEntry, other: LibraryEntry): "same-text" | "same-elements" | null {
  if (one.fingerprint.equals(other.fingerprint)) return "same-text";
  return one.likeness.equals(other.likeness) ? "same-elements" : null;
}

const MOST_KEPT = 2000;
const kept = new Map<string, LibraryEntry>();

/** A clue of one version always says the same. Who may see it was asked before: only texts that were just read come here. */
function readCached(key: string, text: string, knowledge: LibraryKnowledge): LibraryEntry {
  const known = kept.get(key);
  if (known) return known;
  const entry = readLibraryText(text, knowledge);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? key);
  kept.set(key, entry);
  return entry;
}
