import { appendEntry } from "#audit/append-entry.command.ts";
import type { Fingerprint } from "#audit/fingerprint.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database, Tx } from "#database/database.ts";
import { findCandidates, findDuplicates } from "#library/candidates.store.ts";
import { countHeld, findDocument, findDocumentRows } from "#library/documents.store.ts";
import { type FindSimilarRequest, LibraryFacts, type SimilarDocument, type SimilarDocuments } from "#library/library.contract.ts";
import { canSearchLibrary } from "#library/library.policy.ts";
import { listSought } from "#library/list-features.ts";
import { presentOrigin } from "#library/present-origin.ts";
import { type Question, type RankedDocument, rankDocuments } from "#library/rank-documents.ts";
import { type LibraryKnowledge, readLibraryText } from "#library/read-library-text.ts";
import { compareFacts } from "#library/tell-facts.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import { tellRules, unpackProfile } from "#similarity/pack-profile.ts";
import { findSharedWords } from "#similarity/tell-match.ts";

export type LibraryParts = { readonly database: Database; readonly fingerprint: Fingerprint; readonly knowledge: LibraryKnowledge };
type Asked = {
  readonly question: Question;
  readonly facts: LibraryFacts;
  readonly name: string | null;
  readonly leftOut: readonly number[];
};

/** 类案检索 the documents of the library most like a text or a document of it. Audited: of a pasted text only a keyed fingerprint is kept. */
export async function findSimilar(parts: LibraryParts, asking: Asking, request: FindSimilarRequest): Promise<Outcome<SimilarDocuments>> {
  const { actor, requestId } = asking;
  const decision = canSearchLibrary(actor);
  if (!decision.allowed) return decision.refusal;
  return parts.database.transact({ as: "person", actor }, async (tx) => {
    const asked = await readQuestion(tx, request, parts.knowledge);
    if ("kind" in asked) return asked;
    const { found, compared } = await searchLibrary(tx, asked, request.scope, request.top, parts.knowledge.model);
    const filters = { scope: request.scope, ...(request.text ? { text: parts.fingerprint(request.text).toString("hex") } : {}) };
    const held = await countHeld(tx);
    await appendEntry(tx, { event: { kind: "work-read", thing: "library", filters, found: found.length }, actor, caseId: null, requestId });
    return done({ asked: { facts: asked.facts, name: asked.name }, intercept: parts.knowledge.model.intercept, found, compared, held });
  });
}

async function readQuestion(tx: Tx, request: FindSimilarRequest, knowledge: LibraryKnowledge): Promise<Asked | Refusal> {
  if (request.text !== undefined) {
    const { profile, fingerprint, likeness, facts } = readLibraryText(request.text, knowledge);
    return { question: { profile, fingerprint, likeness }, facts, name: null, leftOut: [] };
  }
  const by = request.document !== undefined ? { id: request.document } : { caseDocumentId: request.caseDocumentId ?? "" };
  const row = await findDocument(tx, by);
  if (!row) return refuse("not-found", { what: "document" });
  if (row.rules !== tellRules(knowledge.model)) return refuse("wrong-state", OLD_MODEL);
  const profile = unpackProfile(row.profile, row.id, row.fingerprint.toString("hex"));
  const { fingerprint, likeness, name, id } = row;
  return { question: { profile, fingerprint, likeness }, facts: LibraryFacts.parse(row.facts), name, leftOut: [id] };
}

const OLD_MODEL = {
  state: "该文书由旧版模型读入，请技术人员重新导入或者重新阅读",
  "state.en": "read by an older model; have it imported or read again",
};

/** Candidates, exact scores, and what is shown of the best; what is asked about itself is left out. In the caller's transaction. */
export async function searchLibrary(
  tx: Tx,
  { question, facts, leftOut }: Omit<Asked, "name">,
  scope: FindSimilarRequest["scope"],
  top: number,
  model: SimilarityModel,
): Promise<{ readonly found: SimilarDocument[]; readonly compared: number }> {
  const rules = tellRules(model);
  const candidates = await findCandidates(tx, listSought(question.profile, model), scope, rules);
  const duplicates = scope === "all" ? await findDuplicates(tx, question.fingerprint, question.likeness, rules) : [];
  const others = [...duplicates, ...candidates].filter(({ id }) => !leftOut.includes(id));
  const ranked = rankDocuments(question, others, top, model);
  const rows = new Map(
    (
      await findDocumentRows(
        tx,
        ranked.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const found = ranked.flatMap((one) => {
    const row = rows.get(one.id);
    return row === undefined ? [] : [present(one, row, question, facts, model)];
  });
  return { found, compared: new Set(others.map(({ id }) => id)).size };
}

function present(
  { id, profile, score, parts, duplicate }: RankedDocument,
  row: Awaited<ReturnType<typeof findDocumentRows>>[number],
  question: Question,
  asked: LibraryFacts,
  model: SimilarityModel,
): SimilarDocument {
  const facts = LibraryFacts.parse(row.facts);
  return {
    id,
    name: row.name,
    origin: presentOrigin(row),
    score,
    parts,
    duplicate,
    elements: compareFacts(asked, facts),
    words: findSharedWords(question.profile, profile, model),
    items: facts.items,
  };
}
