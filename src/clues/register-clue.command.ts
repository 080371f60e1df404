import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import { evolve } from "#clues/clue.ts";
import type { Clue, ClueContent, ClueEvent, ClueOrigin, RegisterClueRequest } from "#clues/clues.contract.ts";
import { insertClue } from "#clues/clues.store.ts";
import { describeClue } from "#clues/describe-clue.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 登记线索 enters a clue by hand into the queue of the actor's own office. */
export async function registerClue(database: Database, asking: Asking, request: RegisterClueRequest): Promise<Outcome<Clue>> {
  const { actor } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, "register-clue", async () => {
      const decision = canHandleClue("register", actor, actor.officeCode);
      if (!decision.allowed) return decision.refusal;
      if (request.caseId !== null && !(await findCaseFacts(tx, request.caseId, "none"))) return refuse("not-found", { what: "case" });
      const { content, source, caseId } = request;
      const origin: ClueOrigin = { kind: "hand", source };
      const made = { content, origin, caseId, officeCode: actor.officeCode, prompted: false };
      const id = await addClue(tx, asking, made, request.requestId);
      const clue = await describeClue(tx, asking, id);
      if (!clue) throw new Error("a clue that was just registered is not visible to the person who did");
      return done(clue);
    }),
  );
}

type NewClue = {
  readonly content: ClueContent;
  readonly origin: ClueOrigin;
  readonly caseId: string | null;
  readonly officeCode: string;
  readonly prompted: boolean;
};

/** Adds a clue in the caller's transaction (from a document that was read, a bundle, a split); who may was judged there. Answers its id. */
export async function addClue(tx: Tx, { actor, now, requestId }: Asking, made: NewClue, changeId: string): Promise<string> {
  const id = randomUUID();
  const event: ClueEvent = { type: "registered", ...made };
  await insertClue(tx, id, event, evolve(null, event), { personId: actor.personId, at: now, requestId: changeId });
  const noted = { kind: "work-changed" as const, thing: "clue", thingId: id, action: "register", version: 1 };
  await appendEntry(tx, { event: noted, actor, caseId: made.caseId, requestId });
  return id;
}
