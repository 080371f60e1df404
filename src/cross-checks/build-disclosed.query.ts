import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findClue } from "#clues/find-clue.query.ts";
import { canHandleContact } from "#cross-checks/contact.policy.ts";
import { findColleague, findOfficeName } from "#cross-checks/contact-people.store.ts";
import type { Disclosed, Disclosure } from "#cross-checks/cross-checks.contract.ts";
import type { Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** What a side has chosen to show, in the words of this moment. Refuses a contact person who does not speak for the office. */
export async function buildDisclosed(
  tx: Tx,
  { actor }: Asking,
  clueId: string,
  place: string,
  { contactId, phone, title, caseNumber, summary }: Disclosure,
): Promise<Outcome<Disclosed>> {
  const colleague = await findColleague(tx, contactId);
  if (!colleague || !canHandleContact({ ...actor, ...colleague, personId: contactId }, actor.officeCode).allowed)
    return refuse("invalid-input", {
      place: `${place}.contactId`,
      expected: "本院的检察官或者院领导",
      "expected.en": "a prosecutor or leader of this office",
      found: colleague?.name ?? "无此人 / nobody",
    });
  const clue = title || caseNumber ? await findClue(tx, clueId, "none") : undefined;
  const facts = caseNumber && clue?.caseId ? await findCaseFacts(tx, clue.caseId, "none") : undefined;
  return done({
    office: await findOfficeName(tx, actor.officeCode),
    contact: colleague.name,
    phone,
    title: title ? (clue?.content.title ?? null) : null,
    caseNumber: facts?.number ?? null,
    summary,
  });
}
