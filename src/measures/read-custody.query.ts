import { createHash } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findSuspects } from "#cases/find-suspects.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { findRunningClocks } from "#deadlines/find-clocks.query.ts";
import type { CustodyDay, CustodyEntry } from "#measures/measures.contract.ts";
import { seesWholeOffice } from "#measures/measures.policy.ts";
import { findMeasuresOfOffice, findSignOffs } from "#measures/measures.store.ts";
import { type CustodyCase, isInForce, reconcileCustody } from "#measures/reconcile-custody.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 在押核对 today's list: of the whole office for who may sign it off, otherwise of the cases the reader sees; with the sign-offs so far. */
export async function readCustody(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  { actor, now, requestId }: Asking,
): Promise<Outcome<CustodyDay>> {
  const today = officeDay(now);
  const whole = seesWholeOffice(actor);
  return database.transact({ as: "person", actor }, async (tx) => {
    const { entries, inForce } = await findCustody(tx, whole ? actor.officeCode : null, calendar, today);
    const signOffs = whole ? await findSignOffs(tx, actor.officeCode) : [];
    const before = signOffs.flatMap((one) => one.entries);
    const event = { kind: "work-read" as const, thing: "custody", found: entries.length };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    return done({
      ...{ today, scope: whole ? ("office" as const) : ("mine" as const), inForce },
      entries: entries.map((entry) => ({ ...entry, explainedBefore: before.find(({ key }) => key === entry.key)?.explanation ?? null })),
      ...{ hash: hashOf(today, entries), signOffs },
    });
  });
}

/** The entries of an office's cases (null: of those the acting person sees) and how many measures were in force. */
export async function findCustody(
  tx: Tx,
  officeCode: string | null,
  calendar: Calendar,
  today: string,
): Promise<{ readonly entries: readonly CustodyEntry[]; readonly inForce: number }> {
  const measures = await findMeasuresOfOffice(tx, officeCode);
  const clocks = await findRunningClocks(tx, officeCode);
  const cases = new Map([...measures, ...clocks].map(({ caseId, caseNumber, caseTitle }) => [caseId, { caseId, caseNumber, caseTitle }]));
  const suspects = await findSuspects(tx, [...cases.keys()]);
  const files: CustodyCase[] = [...cases.values()]
    .sort((one, other) => one.caseNumber.localeCompare(other.caseNumber, "zh", { numeric: true }))
    .map((file) => ({
      ...file,
      suspects: suspects.filter((one) => one.caseId === file.caseId),
      measures: measures.filter((one) => one.caseId === file.caseId),
      clocks: clocks.filter((one) => one.caseId === file.caseId),
    }));
  return {
    entries: files.flatMap((file) => reconcileCustody(file, calendar, today)),
    inForce: measures.filter(({ state }) => isInForce(state, today)).length,
  };
}

/** SHA-256 over the day and what the list says, so that a signature is of this list and no other. */
export function hashOf(day: string, entries: readonly CustodyEntry[]): string {
  const said = entries.map(({ key, caseNumber, person, day: of }) => [key, caseNumber, person, of]);
  return createHash("sha256")
    .update(JSON.stringify([day, said]))
    .digest("hex");
}
