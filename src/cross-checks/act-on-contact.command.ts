import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { buildDisclosed } from "#cross-checks/build-disclosed.query.ts";
import { canHandleContact } from "#cross-checks/contact.policy.ts";
import { decideContact, evolve, fold } from "#cross-checks/contact.ts";
import { findContactEvents, findContactRows, holdContact, insertContactEvent, projectContact } from "#cross-checks/contacts.store.ts";
import type { ActOnContactRequest, Contact } from "#cross-checks/cross-checks.contract.ts";
import { describeContact } from "#cross-checks/describe-contact.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 答复、撤回、终止联系 one act of one's own side. With the agreement each side sees what the other chose to show; with the end neither does any more. */
export async function actOnContact(
  database: Database,
  asking: Asking,
  id: string,
  { requestId: changeId, expectedVersion, action }: ActOnContactRequest,
): Promise<Outcome<Contact>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    // Only that it was done is kept as the first answer: what the other side showed must not outlive its consent there.
    const acted = await answerOnce(tx, actor, changeId, `act-on-contact ${id}`, async () => {
      const [before] = await findContactRows(tx, actor.officeCode, { id });
      if (!before) return refuse("not-found", { what: "contact" });
      const decision = canHandleContact(actor, before.office_code);
      if (!decision.allowed) return decision.refusal;
      await holdContact(tx, id);
      const [row] = await findContactRows(tx, actor.officeCode, { id });
      if (!row) return refuse("not-found", { what: "contact" });
      const state = fold((await findContactEvents(tx, id)).map(({ event }) => event));
      if (expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
      const decided = decideContact(action, state, { side: row.side, today: officeDay(now) });
      if (!decided.ok) return decided;
      const disclosed =
        action.type === "agree" ? await buildDisclosed(tx, asking, row.clue_id, "action.disclosure", action.disclosure) : done(null);
      if (!disclosed.ok) return disclosed;
      const after = evolve(state, decided.value);
      const words = { reason: action.reason, disclosed: disclosed.value };
      const act = { contactId: id, version: after.version, side: row.side, event: decided.value, words };
      await insertContactEvent(tx, act, { personId: actor.personId, at: now, requestId: changeId });
      await projectContact(tx, id, after, now);
      // Of one's own clue: the entries of two offices do not tell that they belong together.
      const noted = {
        kind: "work-changed" as const,
        thing: "clue-contact",
        thingId: row.clue_id,
        action: `contact-${decided.value.type}`,
        version: after.version,
      };
      await appendEntry(tx, { event: noted, actor, caseId: row.case_id, requestId });
      return done(id);
    });
    if (!acted.ok) return acted;
    const contact = await describeContact(tx, asking, id);
    if (!contact) throw new Error("a contact is not visible any more to the side that acted on it");
    return done(contact);
  });
}
