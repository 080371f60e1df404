import { z } from "zod";
import type { Tx } from "#database/database.ts";
import { storable } from "#database/storable.ts";
import { CaseNullSet, CheckedLine, NullSetSample } from "#sampling/sampling.contract.ts";
import { tellRecall } from "#sampling/tell-recall.ts";

type NewNullSet = Pick<CaseNullSet, "id" | "caseId" | "countId" | "seed" | "size"> & { readonly by: string; readonly at: Date };

export async function insertNullSet(tx: Tx, { id, caseId, countId, seed, size, by, at }: NewNullSet): Promise<void> {
  await tx
    .insertInto("null_sets")
    .values({
      id,
      case_id: caseId,
      count_id: countId,
      seed,
      size,
      status: "waiting",
      sample: null,
      problem: null,
      requested_by: by,
      requested_at: at,
      finished_at: null,
    })
    .execute();
}

export type NullSetEnding = { readonly sample: NullSetSample } | { readonly problem: { readonly zh: string; readonly en: string } };

/** Ends a waiting null set; answers whether it still waited. Lines come out of seized files: what jsonb refuses is shown as what it is. */
export async function settleNullSet(tx: Tx, id: string, ending: NullSetEnding, at: Date): Promise<boolean> {
  const settled = await tx
    .updateTable("null_sets")
    .set(
      "sample" in ending
        ? { status: "done", sample: storable(ending.sample), finished_at: at }
        : { status: "failed", problem: storable(ending.problem), finished_at: at },
    )
    .where("id", "=", id)
    .where("status", "=", "waiting")
    .executeTakeFirst();
  return settled.numUpdatedRows > 0n;
}

type NewLineChecks = {
  readonly nullSetId: string;
  readonly caseId: string;
  readonly version: number;
  readonly checks: readonly CheckedLine[];
  readonly by: string;
  readonly at: Date;
};

export async function insertLineChecks(tx: Tx, { nullSetId, caseId, version, checks, by, at }: NewLineChecks): Promise<void> {
  const values = { null_set_id: nullSetId, case_id: caseId, version, checks: JSON.stringify(checks), checked_by: by, checked_at: at };
  await tx.insertInto("null_set_checks").values(values).execute();
}

export async function findNullSet(tx: Tx, id: string): Promise<CaseNullSet | undefined> {
  const row = await rows(tx).where("n.id", "=", id).executeTakeFirst();
  return row && present(row);
}

/** Null sets of a case, newest first, 100 at most. */
export async function findNullSets(tx: Tx, caseId: string): Promise<CaseNullSet[]> {
  return (await rows(tx).where("n.case_id", "=", caseId).orderBy("n.requested_at", "desc").orderBy("n.id").limit(100).execute()).map(
    present,
  );
}

function rows(tx: Tx) {
  return tx
    .selectFrom("null_sets as n")
    .innerJoin("persons as p", "p.id", "n.requested_by")
    .leftJoin("null_set_checks as k", (join) =>
      join.onRef("k.null_set_id", "=", "n.id").on("k.version", "=", (eb) =>
        eb
          .selectFrom("null_set_checks as m")
          .select((of) => of.fn.max("m.version").as("version"))
          .whereRef("m.null_set_id", "=", "n.id"),
      ),
    )
    .leftJoin("persons as c", "c.id", "k.checked_by")
    .selectAll("n")
    .select(["p.name as requested_by_name", "k.version", "k.checks", "c.name as checked_by_name"]);
}

function present(row: Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number]): CaseNullSet {
  const sample = row.sample === null ? null : NullSetSample.parse(row.sample);
  const checks = row.checks === null ? [] : z.array(CheckedLine).parse(row.checks);
  return CaseNullSet.parse({
    id: row.id,
    caseId: row.case_id,
    countId: row.count_id,
    seed: row.seed,
    size: row.size,
    status: row.status,
    problem: row.problem,
    sample,
    requestedBy: row.requested_by_name,
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    version: row.version ?? 1,
    checks,
    checkedBy: row.checked_by_name,
    recall: sample === null ? null : tellRecall(sample, checks),
  });
}
