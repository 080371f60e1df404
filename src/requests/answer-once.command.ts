import { sql } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import type { Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/**
 * Runs a change once for each request id of a person: the same id again answers what was answered first, and `run` is not called.
 * Refusals are not kept, so that the same form can be sent again, and a refusal changes nothing: what `run` had written before is taken back. Two at once: the second waits for the first transaction.
 * The kept answer is plain JSON, therefore `run` must answer a value of its contract (no dates, no buffers).
 * @param operation stable name such as "open-case"; the same id for another operation is refused as invalid input
 */
export async function answerOnce<T>(
  tx: Tx,
  actor: Actor,
  requestId: string,
  operation: string,
  run: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.personId} ${requestId}`}, 7242001))`.execute(tx);
  const first = await tx
    .selectFrom("requests")
    .select(["operation", "response"])
    .where("person_id", "=", actor.personId)
    .where("request_id", "=", requestId)
    .executeTakeFirst();
  if (first) {
    if (first.operation !== operation)
      return refuse("invalid-input", { place: "requestId", expected: `${operation} 的新编号`, found: `${first.operation} 已用过的编号` });
    return done(parseKept<T>(first.response));
  }
  await sql`savepoint before_run`.execute(tx);
  const outcome = await run();
  if (!outcome.ok) {
    await sql`rollback to savepoint before_run`.execute(tx);
    return outcome;
  }
  await tx
    .insertInto("requests")
    .values({ person_id: actor.personId, request_id: requestId, operation, response: JSON.stringify({ value: outcome.value }) })
    .execute();
  return outcome;
}

/** The row was written by this function for the same operation, hence of the same type; the route's reply shape checks it again on the way out. */
function parseKept<T>(response: object): T {
  if (!("value" in response)) throw new Error("a kept answer without its value");
  return response.value as T;
}
