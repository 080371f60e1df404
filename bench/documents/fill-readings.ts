import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import { buildJudgments } from "#case-documents/judgment.builder.ts";
import { buildCase } from "#cases/people.builder.ts";
import type { Database } from "#database/database.ts";
import type { Tables } from "#database/tables.ts";
import { buildEvidence, type TestVault } from "#evidence/vault.builder.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { countTerms } from "#reading/terms/count-terms.ts";

/** Lines of one piece of evidence; every so manieth document is a piece of its own. */
const [LINES, EACH] = [5_000, 100];

type Services = { readonly database: Database; readonly owner: Kysely<Tables>; readonly store: TestVault };

/**
 * Stores invented judgments as read before: their bytes in the vault (JSONL files of 5,000 lines, one document in a hundred a file of its own), in ten cases of the
 * person, each with a finished reading and its counts of terms. The rows are those the worker writes; their facts and texts are left out, which a replay does not read.
 */
export async function fillReadings({ database, owner, store }: Services, person: Actor, many: number): Promise<void> {
  const cases: string[] = [];
  for (let at = 0; at < 10; at++) cases.push((await buildCase(database, person)).id);
  const { lexicon } = loadKnowledge();
  const judgments = buildJudgments(many);
  const take = (caseId: string, path: string, content: string) =>
    buildEvidence({ database, vault: store.vault }, person, caseId, path, content).then(({ id }) => id);
  for (let from = 0; from < many; from += LINES) {
    const caseId = cases[(from / LINES) % cases.length] ?? "";
    const rows: object[] = [];
    const lines: string[] = [];
    const batch = randomUUID();
    let bytes = 0;
    for (const [at, { id, text }] of judgments.slice(from, from + LINES).entries()) {
      const counts = countTerms(text, lexicon, []).map(({ list, term, hits }) => ({ list, term, hits }));
      const named = { id: randomUUID(), reading: randomUUID(), caseId, counts };
      if ((from + at) % EACH === 0) {
        rows.push({ ...named, evidence: await take(caseId, `${id}.txt`, text), part: 0, name: null, from: null, to: null });
        continue;
      }
      const line = `${JSON.stringify({ id, text })}\n`;
      const to = bytes + Buffer.byteLength(line);
      rows.push({ ...named, evidence: null, part: lines.length + 1, name: id, from: bytes, to });
      lines.push(line);
      bytes = to;
    }
    const evidence = await take(caseId, `判决-${from}.jsonl`, lines.join(""));
    const about = { caseId, evidence, batch, person: person.personId, office: person.officeCode };
    await insertRows(owner, about, rows);
  }
  await sql`analyze`.execute(owner);
}

type About = Readonly<Record<"caseId" | "evidence" | "batch" | "person" | "office", string>>;

async function insertRows(owner: Kysely<Tables>, { caseId, evidence, batch, person, office }: About, rows: readonly object[]) {
  await sql`insert into document_batches (id, case_id, evidence_id, kind, status, asked_by, asked_at, updated_at, finished_at, entered)
    values (${batch}, ${caseId}, ${evidence}, 'judgment', 'done', ${person}, now(), now(), now(), ${rows.length})`.execute(owner);
  await sql`
    with r as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, reading uuid, evidence uuid, part int, name text, "from" bigint, "to" bigint, counts jsonb)),
      documents as (
        insert into case_documents (id, case_id, evidence_id, kind, attached_by, attached_at, batch_id, part, part_name, part_from, part_to)
        select id, ${caseId}::uuid, coalesce(evidence, ${evidence}::uuid), 'judgment', ${person}::uuid, now(),
          case when part > 0 then ${batch}::uuid end, part, name, "from", "to" from r),
      readings as (
        insert into document_readings (id, document_id, case_id, number, status, progress, asked_by, asked_at, finished_at, result)
        select reading, id, ${caseId}::uuid, 1, 'done', '{}', ${person}::uuid, now(), now(), '{}' from r),
      versions as (
        insert into reading_lexicons (reading_id, document_id, case_id, office_code, version, counted_at)
        select reading, id, ${caseId}::uuid, ${office}, 0, now() from r)
    insert into reading_term_counts (reading_id, case_id, list, term, hits, prompts)
    select r.reading, ${caseId}::uuid, c.list, c.term, c.hits, 0 from r, jsonb_to_recordset(r.counts) as c (list text, term text, hits int)`.execute(
    owner,
  );
}
