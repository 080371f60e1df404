import { sql } from "kysely";
import { ClueContent, ClueStatus } from "#clues/clues.contract.ts";
import type { Tx } from "#database/database.ts";

export type ClueText = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly status: ClueStatus;
  readonly text: string;
  /** the case documents its sentences stand in */
  readonly documentIds: readonly string[];
};

/** What visible clues say, the last changed first: title, summary and sentences as one text. `only`: this one. Of another slice's use: comparing clues. */
export async function findClueTexts(tx: Tx, chosen: { readonly only: string } | { readonly newest: number }): Promise<ClueText[]> {
  const rows = tx
    .selectFrom("clues as c")
    .select(["c.id", "c.version", "c.title", "c.state"])
    .select(
      sql<unknown>`(select e.data -> 'content' from clue_events e
      where e.clue_id = c.id and e.type in ('registered', 'corrected') order by e.version desc limit 1)`.as("content"),
    );
  const found = await ("only" in chosen
    ? rows.where("c.id", "=", chosen.only)
    : rows.orderBy("c.updated_at", "desc").orderBy("c.id", "desc").limit(chosen.newest)
  ).execute();
  return found.flatMap(({ id, version, title, state, content }) => {
    const said = ClueContent.safeParse(content);
    if (!said.success) return [];
    const { summary, sentences } = said.data;
    const text = [title, summary, ...sentences.map((one) => one.text)].join("\n");
    const documentIds = new Set(sentences.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])));
    return [{ id, version, title, status: ClueStatus.parse(state), text, documentIds: [...documentIds] }];
  });
}
