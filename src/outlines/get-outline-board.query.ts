import { findLastAssessment } from "#assessments/find-last-assessment.query.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { judgeElements } from "#outlines/judge-elements.ts";
import { type OutlineBooks, PilTrack } from "#outlines/outline-elements.contract.ts";
import type { OutlineBoard } from "#outlines/outlines.contract.ts";
import { findLinks, findOutlines } from "#outlines/outlines.store.ts";
import { presentOutline } from "#outlines/present-outline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Parts = { readonly database: Database; readonly outlineBooks: OutlineBooks };

/** 取证提纲 of a case: elements of both sides with their standing, the links behind them, the outlines written so far. */
export async function getOutlineBoard({ database, outlineBooks }: Parts, asking: Asking, caseId: string): Promise<Outcome<OutlineBoard>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const board = await describeBoard(tx, outlineBooks, asking, caseId);
    if (!board.ok) return board;
    const event = { kind: "work-read" as const, thing: "evidence-outline", found: board.value.links.length };
    await appendEntry(tx, { event, actor, caseId, requestId });
    return board;
  });
}

/** The same in the caller's transaction: what a change answers. */
export async function describeBoard(tx: Tx, books: OutlineBooks, { actor, now }: Asking, caseId: string): Promise<Outcome<OutlineBoard>> {
  const facts = await findCaseFacts(tx, caseId, "none");
  if (!facts) return refuse("not-found", { what: "case" });
  const links = await findLinks(tx, caseId);
  const last = await findLastAssessment(tx, caseId);
  return done({
    columns: judgeElements(books, links, last === undefined ? null : last.answer),
    leftOut: books.leftOut.map(({ id, because }) => ({ id, because })),
    links: links.map(({ caseId: _, ...link }) => link),
    evidence: (await findEvidenceOfCase(tx, caseId)).map(({ id, path }) => ({ id, path })),
    assessment: last === undefined ? null : { id: last.id, status: last.status, on: last.on },
    outlines: (await findOutlines(tx, caseId)).map(presentOutline),
    pairs: books.columns.flatMap(({ track, elements }) => {
      const pil = PilTrack.safeParse(track);
      if (!pil.success) return [];
      return elements.flatMap(({ id, pairs }) => pairs.map((crime) => ({ crime, track: pil.data, element: id })));
    }),
    may: canDo("keep-outlines", actor, facts, officeDay(now)).allowed,
  });
}
