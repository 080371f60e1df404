import { sql } from "kysely";
import type { FactDecision } from "#case-documents/case-documents.contract.ts";
import type { Page } from "#case-documents/cut-pages.ts";
import type { Tx } from "#database/database.ts";

const AT_ONCE = 200;

export async function insertPages(tx: Tx, readingId: string, caseId: string, pages: readonly Page[]): Promise<void> {
  for (let from = 0; from < pages.length; from += AT_ONCE)
    await tx
      .insertInto("document_pages")
      .values(pages.slice(from, from + AT_ONCE).map((page) => ({ reading_id: readingId, case_id: caseId, ...page })))
      .execute();
}

/** Pages of a reading from a number on. */
export async function findPages(tx: Tx, readingId: string, from: number, many: number): Promise<Page[]> {
  return tx
    .selectFrom("document_pages")
    .select(["number", "begins", "text"])
    .where("reading_id", "=", readingId)
    .where("number", ">=", from)
    .orderBy("number")
    .limit(many)
    .execute();
}

/** The words between two places, from the pages that hold them. */
export async function findPassages(
  tx: Tx,
  readingId: string,
  places: readonly { readonly from: number; readonly to: number }[],
): Promise<string[]> {
  if (places.length === 0) return [];
  const least = Math.min(...places.map(({ from }) => from));
  const most = Math.max(...places.map(({ to }) => to));
  const pages = await tx
    .selectFrom("document_pages")
    .select(["begins", "text"])
    .where("reading_id", "=", readingId)
    .where("begins", "<", most)
    .where(sql<number>`begins + 2 * length(text)`, ">=", least)
    .orderBy("number")
    .execute();
  return places.map(({ from, to }) =>
    pages
      .filter(({ begins, text }) => begins < to && begins + text.length > from)
      .map(({ begins, text }) => text.slice(Math.max(0, from - begins), Math.max(0, to - begins)))
      .join(""),
  );
}

type NewDecision = {
  readonly documentId: string;
  readonly caseId: string;
  readonly seq: number;
  readonly key: string;
  readonly textSha256: string;
  readonly decision: FactDecision;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertFactEvent(tx: Tx, event: NewDecision): Promise<void> {
  await tx
    .insertInto("document_fact_events")
    .values({
      document_id: event.documentId,
      case_id: event.caseId,
      seq: event.seq,
      fact_key: event.key,
      text_sha256: Buffer.from(event.textSha256, "hex"),
      decision: event.decision,
      reason: event.reason,
      decided_by: event.by,
      decided_at: event.at,
    })
    .execute();
}

/** What persons said of facts of a document, oldest first. */
export async function findFactEvents(tx: Tx, documentId: string) {
  const rows = await tx
    .selectFrom("document_fact_events as e")
    .innerJoin("persons as p", "p.id", "e.decided_by")
    .select(["e.seq", "e.fact_key", "e.text_sha256", "e.decision", "e.reason", "e.decided_at", "p.name as by"])
    .where("e.document_id", "=", documentId)
    .orderBy("e.seq")
    .execute();
  return rows.map(({ seq, fact_key, text_sha256, decision, reason, decided_at, by }) => ({
    seq,
    key: fact_key,
    textSha256: text_sha256.toString("hex"),
    decision,
    reason,
    at: decided_at,
    by,
  }));
}

/** The documents of a case about whose facts somebody has decided, by the time of the first decision. */
export async function findDecidedDocuments(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("document_fact_events")
    .select(["document_id", ({ fn }) => fn.min("decided_at").as("first")])
    .where("case_id", "=", caseId)
    .groupBy("document_id")
    .orderBy("first")
    .execute();
  return rows.map(({ document_id }) => document_id);
}

export async function insertPrompt(
  tx: Tx,
  prompt: { documentId: string; caseId: string; track: string; field: string; clueId: string; readingId: string },
): Promise<void> {
  const { documentId, caseId, track, field, clueId, readingId } = prompt;
  await tx
    .insertInto("document_prompts")
    .values({ document_id: documentId, case_id: caseId, track, field, clue_id: clueId, reading_id: readingId })
    .execute();
}

/** Prompts of the documents with the status of their clues. */
export async function findPrompts(tx: Tx, documentIds: readonly string[]) {
  if (documentIds.length === 0) return [];
  return tx
    .selectFrom("document_prompts as k")
    .innerJoin("clues as q", "q.id", "k.clue_id")
    .select(["k.document_id", "k.track", "k.field", "k.clue_id", "q.state"])
    .where("k.document_id", "in", [...documentIds])
    .orderBy("q.registered_at")
    .orderBy("k.field")
    .orderBy("k.track")
    .execute();
}
