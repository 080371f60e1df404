import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { Database } from "#database/database.ts";
import type { CustodySignOff, SignOffRequest } from "#measures/measures.contract.ts";
import { canSignOff } from "#measures/measures.policy.ts";
import { findSignOffs, insertSignOff, lockSignOffs } from "#measures/measures.store.ts";
import { findCustody, hashOf } from "#measures/read-custody.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/**
 * 签署当日核对 today's list as it was shown, by a named person of the office. Refused while an entry has no explanation, and where the list is
 * another by now; who signs twice the same list is told that it is signed.
 */
export async function signOffCustody(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  { actor, now, requestId }: Asking,
  request: SignOffRequest,
): Promise<Outcome<CustodySignOff>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, "sign-off-custody", async () => {
      const decision = canSignOff(actor);
      if (!decision.allowed) return decision.refusal;
      if (request.day !== today)
        return refuse("invalid-input", {
          place: "day",
          expected: `今天（${today}）`,
          "expected.en": `today (${today})`,
          found: request.day,
        });
      await lockSignOffs(tx, actor.officeCode);
      const { entries, inForce } = await findCustody(tx, actor.officeCode, calendar, today);
      const hash = hashOf(today, entries);
      if (hash !== request.hash) return refuse("list-changed");
      const ofToday = (await findSignOffs(tx, actor.officeCode)).filter(({ day }) => day === today);
      const same = ofToday.find((one) => one.hash === hash);
      if (same !== undefined)
        return refuse("already-exists", {
          what: `${today} 的签署（${same.signedBy}）`,
          "what.en": `the sign-off of ${today} (${same.signedBy})`,
        });
      const open = entries.filter(({ key }) => (request.explanations[key] ?? "").trim() === "");
      if (open.length > 0) return refuse("custody-open", { open: open.length });
      const explained = entries.map(({ key, kind, caseNumber }) => ({
        key,
        kind,
        caseNumber,
        explanation: request.explanations[key] ?? "",
      }));
      const number = Math.max(0, ...ofToday.map((one) => one.number)) + 1;
      await insertSignOff(tx, actor.officeCode, { day: today, number, hash, entries: explained, inForce }, actor.personId, now);
      const [signed] = await findSignOffs(tx, actor.officeCode);
      if (signed === undefined) throw new Error("a sign-off is not visible to the person who signed");
      await appendEntry(tx, {
        event: { kind: "custody-signed-off", day: today, entries: entries.length, hash },
        ...{ actor, caseId: null, requestId },
      });
      return done(signed);
    }),
  );
}
