import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Fingerprint } from "#audit/fingerprint.ts";
import type { Asking } from "#cases/asking.ts";
import { findClueRows } from "#clues/clue-list.store.ts";
import { type ClueList, ClueStatus, type FindCluesQuery } from "#clues/clues.contract.ts";
import { beginOfDay, endOfDay } from "#clues/day-bounds.ts";
import { presentClue } from "#clues/describe-clue.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 线索队列 one page of the clues the person sees. Audited; of the words searched for only a keyed fingerprint is kept. */
export async function listClues(
  { database, fingerprint }: { readonly database: Database; readonly fingerprint: Fingerprint },
  { actor, requestId }: Asking,
  asked: z.infer<typeof FindCluesQuery>,
): Promise<Outcome<ClueList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const { status, insider, field, track, industry, rule, term, outcome, promptedBy, from, to, caseId, page, size } = asked;
    const words = asked.query?.trim();
    const { counts, rows } = await findClueRows(tx, {
      ...{ status, field, track, industry, rule, term, outcome, promptedBy, caseId, page, size },
      insider: insider === undefined ? undefined : insider === "true",
      since: from === undefined ? undefined : beginOfDay(from),
      before: to === undefined ? undefined : endOfDay(to),
      query: words,
    });
    const many = new Map(counts.map(({ state, many }) => [state, Number(many)]));
    const given = {
      status,
      insider,
      field,
      track,
      industry,
      rule,
      term,
      outcome,
      promptedBy,
      from,
      to,
      caseId,
      query: words ? fingerprint(words).toString("hex") : undefined,
    };
    const filters = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "clue", filters, found: rows.length },
      actor,
      caseId: caseId ?? null,
      requestId,
    });
    const chosen = status === undefined ? [...many.values()].reduce((sum, one) => sum + one, 0) : (many.get(status) ?? 0);
    return done({
      items: rows.map(presentClue),
      total: chosen,
      counts: Object.fromEntries(ClueStatus.options.map((name) => [name, many.get(name) ?? 0])) as ClueList["counts"],
    });
  });
}
