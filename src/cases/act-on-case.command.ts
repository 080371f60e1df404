import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import { type ActOnCaseRequest, CaseDetail } from "#cases/cases.contract.ts";
import { describeCase } from "#cases/describe-case.query.ts";
import { recordAction } from "#cases/record-action.command.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 变更案件 one action on a case in a transaction of its own; answers the case as it is afterwards. */
export async function actOnCase(
  database: Database,
  asking: Asking,
  caseId: string,
  { requestId: changeId, expectedVersion, action }: z.infer<typeof ActOnCaseRequest>,
): Promise<Outcome<CaseDetail>> {
  return database.transact({ as: "person", actor: asking.actor }, (tx) =>
    answerOnce(tx, asking.actor, changeId, `act-on-case ${caseId}`, async () => {
      const recorded = await recordAction(tx, asking, caseId, action, { changeId, expectedVersion });
      return recorded.ok ? done(CaseDetail.parse(await describeCase(tx, asking, caseId))) : recorded;
    }),
  );
}
