import { expect, test } from "vitest";
import { decideAlternative, foldAlternative } from "#remedies/alternatives/alternative-record.ts";
import type { AlternativeAction, AlternativeEvent } from "#remedies/alternatives/alternatives.contract.ts";
import { loadRemedyBooks } from "#remedies/books/load-remedy-books.query.ts";

const TODAY = "2026-11-24";
const books = loadRemedyBooks();

function keep(ruleId: string, ...actions: AlternativeAction[]) {
  const rule = books.alternatives.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error("no rule");
  const content = { rule: ruleId, promisedBy: "毛山遥", promise: "删除全部", document: "承诺书", until: "2026-11-23" };
  const events: AlternativeEvent[] = [{ type: "begin", content }];
  const fold = () =>
    foldAlternative(
      events.map((event, at) => ({ version: at + 1, by: "林溪", at: "2026-11-20T01:00:00Z", event })),
      rule,
      TODAY,
    );
  const next = (action: AlternativeAction) => decideAlternative(action, fold(), { rule, today: TODAY });
  for (const action of actions) {
    const decided = next(action);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.detail)}`);
    events.push(decided.value);
  }
  return { state: fold(), next };
}
const prove = (proof: string): AlternativeAction => ({ type: "prove", proof, on: "2026-11-20", document: "证明", evidenceId: null });
const accept = (spotCheckOn: string | null): AlternativeAction => ({ type: "accept", note: "核对无误", spotCheckOn });
const look = (result: "clean" | "found-again" | "not-possible", nextOn: string | null = null): AlternativeAction => ({
  ...{ type: "spot-check", on: "2026-11-24", result, how: "复核云盘", document: "抽查记录", nextOn },
});

test("nothing is accepted before its required proofs are there, and a late promise is overdue", () => {
  const promised = keep("technical-service");
  expect(promised.state).toMatchObject({ status: "promised", overdue: true, missing: ["report", "receiver"] });
  expect(promised.next(accept(null))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(promised.next(prove("certificate"))).toMatchObject({ ok: false, kind: "invalid-input" });
  const done = keep("technical-service", prove("report"), prove("receiver"), accept(null)).state;
  expect(done).toMatchObject({ status: "accepted", overdue: false, accepted: { by: "林溪" } });
});

test("a deletion is accepted only with a later day for looking again, and what is found again is accepted no more", () => {
  const proved = keep("delete-data", prove("certificate"));
  expect(proved.next(accept(null))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(proved.next(accept(TODAY))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(keep("delete-data", prove("certificate"), accept("2026-11-25"), look("clean")).state.status).toBe("verified");
  const again = keep("delete-data", prove("certificate"), accept("2026-11-25"), look("found-again"));
  expect(again.state).toMatchObject({ status: "failed", accepted: null });
});

test("a look that was not possible sets another day; a promise that needs none takes none", () => {
  const accepted = keep("delete-data", prove("certificate"), accept("2026-11-25"));
  expect(accepted.next(look("not-possible"))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(accepted.next(look("not-possible", "2026-12-01")).ok).toBe(true);
  expect(keep("apology", prove("publication"), accept(null)).next(look("clean"))).toMatchObject({ ok: false });
  expect(keep("apology", { type: "withdraw", reason: "改为赔偿" }).next(prove("publication"))).toMatchObject({
    ok: false,
    kind: "wrong-state",
  });
});
