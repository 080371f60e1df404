import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { fold, type LegalDocumentState } from "#legal-documents/legal-document.ts";
import { type DocumentStatus, LegalDocumentEvent } from "#legal-documents/legal-documents.contract.ts";

type By = { readonly personId: string; readonly at: Date; readonly requestId: string };
/** What lists show of a document beside its state. */
type Shown = { readonly addressee: string | null; readonly missing: number };

/** Adds a document and its first event. */
export async function insertDocument(tx: Tx, id: string, event: LegalDocumentEvent, state: LegalDocumentState, shown: Shown, by: By) {
  await tx
    .insertInto("legal_documents")
    .values({
      id,
      case_id: state.caseId,
      procedure_id: state.procedureId,
      office_code: state.officeCode,
      to_office: state.toOffice,
      kind: state.kind,
      drafted_by: by.personId,
      ...projection(state, shown),
      updated_at: by.at,
    })
    .execute();
  await insertDocumentEvent(tx, id, 1, event, by);
}

/** Records one event. The key (document, version) makes two events of one version impossible. */
export async function insertDocumentEvent(tx: Tx, id: string, version: number, event: LegalDocumentEvent, by: By): Promise<void> {
  const { type, ...data } = LegalDocumentEvent.parse(event);
  await tx
    .insertInto("legal_document_events")
    .values({ document_id: id, version, type, data: JSON.stringify(data), person_id: by.personId, at: by.at, request_id: by.requestId })
    .execute();
}

/** Brings the projection to the state after an event, in the caller's transaction. */
export async function projectDocument(tx: Tx, id: string, state: LegalDocumentState, shown: Shown, now: Date): Promise<void> {
  await tx
    .updateTable("legal_documents")
    .set({ ...projection(state, shown), updated_at: now })
    .where("id", "=", id)
    .execute();
}

function projection({ status, issued, version }: LegalDocumentState, { addressee, missing }: Shown) {
  return { status, number: issued?.number ?? null, issued: issued !== null, addressee, missing, version };
}

/** The document as the fold of its events; undefined when there is none or it is not visible. `lock` holds the row until the end. */
export async function findDocumentState(tx: Tx, id: string, lock: "update" | "none"): Promise<LegalDocumentState | undefined> {
  const query = tx.selectFrom("legal_documents").select("id").where("id", "=", id);
  const row = await (lock === "update" ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return fold((await findDocumentEvents(tx, id)).map(({ event }) => event));
}

/** Recorded events, oldest first, with the names of those who caused them. */
export async function findDocumentEvents(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("legal_document_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.document_id", "=", id)
    .orderBy("e.version")
    .execute();
  return rows.map(({ version, type, data, at, by }) => ({ version, at, by, event: LegalDocumentEvent.parse({ ...data, type }) }));
}

type Filter = { readonly caseId: string } | { readonly id: string } | { readonly officeCode: string; readonly status: DocumentStatus };

/** Documents of a case, last changed first; one by its id; those of an office in one status, the longest unchanged first. */
export async function findDocumentRows(tx: Tx, filter: Filter) {
  const query = tx
    .selectFrom("legal_documents as d")
    .innerJoin("offices as o", "o.code", "d.office_code")
    .innerJoin("persons as p", "p.id", "d.drafted_by")
    .leftJoin("cases as c", "c.id", "d.case_id")
    .select(["d.id", "d.kind", "d.status", "d.number", "d.case_id", "d.office_code", "d.addressee", "d.missing", "d.updated_at"])
    .select(["o.name_zh", "o.name_en", "p.name as drafted_by_name", "c.number as case_number"]);
  if ("id" in filter) return query.where("d.id", "=", filter.id).execute();
  if ("caseId" in filter)
    return query.where("d.case_id", "=", filter.caseId).orderBy("d.updated_at", "desc").orderBy("d.id").limit(500).execute();
  const { officeCode, status } = filter;
  return query
    .where("d.office_code", "=", officeCode)
    .where("d.status", "=", status)
    .orderBy("d.updated_at")
    .orderBy("d.id")
    .limit(200)
    .execute();
}

/** Gives the next number of the document's office for the word and year; other transactions wait until this one ends. */
export async function giveNumber(
  tx: Tx,
  id: string,
  { shortName, word, on }: { readonly shortName: string; readonly word: string; readonly on: string },
): Promise<string> {
  const year = Number(on.slice(0, 4));
  const query = sql<{ number: string }>`select give_document_number(${id}, ${shortName}, ${word}, ${year}, ${on}) as number`;
  const [row] = (await query.execute(tx)).rows;
  if (row === undefined) throw new Error("no number was given");
  return row.number;
}

/** Marks the number of a withdrawn document as void; it stays in the register. */
export async function voidNumber(tx: Tx, id: string, reason: string): Promise<void> {
  await tx
    .updateTable("legal_document_numbers")
    .set({ voided: reason })
    .where("document_id", "=", id)
    .where("voided", "is", null)
    .execute();
}

/** Numbers of an office, newest first. */
export async function findNumbers(tx: Tx, officeCode: string, year: number | undefined) {
  let query = tx
    .selectFrom("legal_document_numbers as n")
    .innerJoin("persons as p", "p.id", "n.given_by")
    .select(["n.number", "n.kind", "n.document_id", "n.given_on", "n.voided", "p.name as by"])
    .where("n.office_code", "=", officeCode);
  if (year !== undefined) query = query.where("n.year", "=", year);
  return query.orderBy("n.year", "desc").orderBy("n.word").orderBy("n.running", "desc").limit(1000).execute();
}

/** Keeps the DOCX that went out. */
export async function insertFile(tx: Tx, id: string, docx: Buffer, sha256: Buffer): Promise<void> {
  await tx.insertInto("legal_document_files").values({ document_id: id, docx, sha256 }).execute();
}

/** The DOCX of a document that was issued; undefined before. */
export async function findFile(tx: Tx, id: string): Promise<Buffer | undefined> {
  return (await tx.selectFrom("legal_document_files").select("docx").where("document_id", "=", id).executeTakeFirst())?.docx;
}

/** Name of an office, of the one above it, and the short name it set itself. */
export async function findOffice(tx: Tx, code: string) {
  const row = await tx
    .selectFrom("offices as o")
    .leftJoin("offices as u", "u.code", "o.parent_code")
    .select(["o.code", "o.name_zh", "o.name_en", "u.name_zh as parent"])
    .where("o.code", "=", code)
    .executeTakeFirst();
  if (!row) return undefined;
  const short = await tx
    .selectFrom("office_short_names")
    .select(["short_name", "version"])
    .where("office_code", "=", code)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return { ...row, shortName: short?.short_name ?? null, shortNameVersion: short?.version ?? 0 };
}

/** Keeps one more version of an office's short name and answers which; two at once wait for each other. */
export async function insertShortName(tx: Tx, officeCode: string, shortName: string, by: string, at: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${officeCode}, 7242080))`.execute(tx);
  const version = ((await findOffice(tx, officeCode))?.shortNameVersion ?? 0) + 1;
  await tx
    .insertInto("office_short_names")
    .values({ office_code: officeCode, version, short_name: shortName, set_by: by, set_at: at })
    .execute();
  return version;
}
