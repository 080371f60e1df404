import { sql } from "kysely";
import type { Tx } from "#database/database.ts";

export type CapturePeriod = {
  readonly office: string;
  /** moments of attaching: from this one, before that one */
  readonly since: Date;
  readonly before: Date;
  readonly field: string | null;
  readonly industry: string | null;
};

/** The figures of an office's funnel; whoever does not see its queue gets nothing but zeros. */
export async function countCapture(tx: Tx, { office, since, before, field, industry }: CapturePeriod) {
  const answer = await sql<Record<(typeof FIGURES)[number], string>>`
    select d.*, c.*,
      (select count(distinct (w.document_id, w.track, w.field)) from withheld_prompts(${office}) w
        where w.withheld_at >= ${since} and w.withheld_at < ${before} and (${field}::text is null or w.field = ${field})) as withheld
    from count_office_documents(${office}, ${since}, ${before}) d,
      count_office_capture(${office}, ${since}, ${before}, ${field}, ${industry}) c`.execute(tx);
  const [row] = answer.rows;
  if (!row) throw new Error("a query of counts answers a row");
  const many = (name: (typeof FIGURES)[number]) => Number(row[name]);
  return {
    documents: many("documents"),
    read: many("read"),
    hits: many("hits"),
    prompts: many("prompts"),
    waiting: many("waiting"),
    dismissed: many("dismissed"),
    clues: many("clues"),
    accepted: many("accepted"),
    cases: many("cases"),
    withheld: many("withheld"),
  };
}

const FIGURES = ["documents", "read", "hits", "prompts", "waiting", "dismissed", "clues", "accepted", "cases", "withheld"] as const;

type Wanted = CapturePeriod & { readonly step: "documents" | "read" | "hits" | "withheld"; readonly from: number; readonly many: number };

/** Documents behind a figure of the funnel, the last attached first: only those whose case the acting person may read. */
export async function findCaptureDocuments(tx: Tx, { office, since, before, field, industry, step, from, many }: Wanted) {
  let documents = tx
    .selectFrom("case_documents as d")
    .innerJoin("cases as c", "c.id", "d.case_id")
    .innerJoin("evidence_items as e", "e.id", "d.evidence_id")
    .select(["d.id", "d.case_id", "d.attached_at", "c.number", ({ fn }) => fn.coalesce("d.part_name", "e.path").as("name")])
    .select(({ selectFrom, fn }) => [
      step === "withheld"
        ? sql<string>`(select count(distinct (w.track, w.field)) from withheld_prompts(${office}) w where w.document_id = d.id)`.as(
            "prompts",
          )
        : selectFrom("document_prompts as k").select(fn.countAll<string>().as("n")).whereRef("k.document_id", "=", "d.id").as("prompts"),
      selectFrom("document_readings as r")
        .select(fn.countAll<string>().as("n"))
        .whereRef("r.document_id", "=", "d.id")
        .where("r.status", "=", "done")
        .as("readings"),
    ])
    .where("c.office_code", "=", office);
  // what was withheld is counted by the day of the reading, everything else by the day the document was attached
  if (step === "withheld")
    documents = documents.where(
      sql<boolean>`d.id in (select w.document_id from withheld_prompts(${office}) w
        where w.withheld_at >= ${since} and w.withheld_at < ${before} and (${field}::text is null or w.field = ${field}))`,
    );
  else documents = documents.where("d.attached_at", ">=", since).where("d.attached_at", "<", before);
  if (step === "read")
    documents = documents.where(({ exists, selectFrom }) =>
      exists(selectFrom("document_readings as r").select("r.id").whereRef("r.document_id", "=", "d.id").where("r.status", "=", "done")),
    );
  if (step === "hits")
    documents = documents.where(({ exists, selectFrom }) => {
      let prompts = selectFrom("document_prompts as k")
        .innerJoin("clues as q", "q.id", "k.clue_id")
        .select("q.id")
        .whereRef("k.document_id", "=", "d.id");
      if (field !== null) prompts = prompts.where("q.field", "=", field);
      if (industry !== null) prompts = prompts.where("q.industry", "=", industry);
      return exists(prompts);
    });
  return documents.orderBy("d.attached_at", "desc").orderBy("d.id").limit(many).offset(from).execute();
}
