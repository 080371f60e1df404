import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { buildDisclosed } from "#cross-checks/build-disclosed.query.ts";
import { presentHits } from "#cross-checks/check-clue.query.ts";
import { canHandleContact } from "#cross-checks/contact.policy.ts";
import { checkUntil, STATUS_NAMES } from "#cross-checks/contact.ts";
import { findContactRows, insertContact, insertContactEvent } from "#cross-checks/contacts.store.ts";
import type { AskContactRequest, Contact } from "#cross-checks/cross-checks.contract.ts";
import { findClueNames, findHitRows } from "#cross-checks/cross-checks.store.ts";
import { describeContact } from "#cross-checks/describe-contact.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/**
 * 请求联系 asks the office behind a hit to talk. It reads kinds, purpose and the asker's level; what this side chose to show is kept and seen when it agrees. The audit
 * names one's own clue, never the contact: from the entries of two offices nobody can tell that they belong together.
 */
export async function askContact(
  database: Database,
  asking: Asking,
  clueId: string,
  request: AskContactRequest,
): Promise<Outcome<Contact>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const asked = await answerOnce(tx, actor, request.requestId, `ask-contact ${clueId}`, async () => {
      const [clue] = await findClueNames(tx, [clueId]);
      if (!clue) return refuse("not-found", { what: "clue" });
      const decision = canHandleContact(actor, clue.office_code);
      if (!decision.allowed) return decision.refusal;
      const checked = checkUntil("until", request.until, officeDay(now));
      if (!checked.ok) return checked;
      const hits = await presentHits(tx, asking, await findHitRows(tx, [clueId]));
      if (!hits.some(({ id }) => id === request.hit)) return refuse("not-found", { what: "hit" });
      const disclosed = await buildDisclosed(tx, asking, clueId, "disclosure", request.disclosure);
      if (!disclosed.ok) return disclosed;
      const id = randomUUID();
      const answer = await insertContact(tx, id, clueId, request, now);
      if (answer === "no-hit") return refuse("not-found", { what: "hit" });
      if (answer === "open") return refuse("wrong-state", { state: STATUS_NAMES.asked.zh, "state.en": STATUS_NAMES.asked.en });
      const [row] = await findContactRows(tx, actor.officeCode, { id });
      if (!row) throw new Error("a contact that was just asked for is not visible to the side that asked");
      const { purpose, traits, asking_level: level, until } = row;
      await insertContactEvent(
        tx,
        {
          contactId: id,
          version: 1,
          side: "asking",
          event: { type: "asked", purpose, traits, level, until },
          words: { reason: request.reason, disclosed: disclosed.value },
        },
        { personId: actor.personId, at: now, requestId: request.requestId },
      );
      const noted = { kind: "work-changed" as const, thing: "clue-contact", thingId: clueId, action: "contact-asked", version: 1 };
      await appendEntry(tx, { event: noted, actor, caseId: clue.case_id, requestId });
      return done(id);
    });
    if (!asked.ok) return asked;
    const contact = await describeContact(tx, asking, asked.value);
    if (!contact) throw new Error("a contact is not visible to the side that asked for it");
    return done(contact);
  });
}
