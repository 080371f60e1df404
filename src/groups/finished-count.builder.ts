import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import { NOW } from "#cases/people.builder.ts";
import { waitingProgress } from "#counts/count.ts";
import type { Tables } from "#database/tables.ts";
import { countBytes } from "#scan/count.builder.ts";

/** A finished count of the case with the figures that the files give, without a worker; of no evidence unless it is named. */
export async function buildFinishedCount(
  owner: Kysely<Tables>,
  actor: Actor,
  caseId: string,
  files: Readonly<Record<string, string>>,
  evidenceIds: readonly string[] = [randomUUID()],
): Promise<string> {
  const id = randomUUID();
  const result = await countBytes(files);
  await owner
    .insertInto("counts")
    .values({
      id,
      case_id: caseId,
      status: "done",
      options: JSON.stringify(result.options),
      evidence_ids: [...evidenceIds],
      requested_by: actor.personId,
      requested_at: NOW,
      finished_at: NOW,
      problem: null,
      progress: JSON.stringify({ ...waitingProgress(0, 1, NOW), status: "done" }),
      result: JSON.stringify(result),
    })
    .execute();
  return id;
}
