import { z } from "zod";
import type { Tx } from "#database/database.ts";
import { evaluateSample } from "#sampling/evaluate-sample.ts";
import { type CaseSample, CheckedUnit, SamplePlan } from "#sampling/sampling.contract.ts";

type NewSample = {
  readonly id: string;
  readonly caseId: string;
  readonly countId: string | null;
  readonly plan: SamplePlan;
  readonly by: string;
  readonly at: Date;
};

export async function insertSample(tx: Tx, { id, caseId, countId, plan, by, at }: NewSample): Promise<void> {
  const values = { id, case_id: caseId, count_id: countId, plan: JSON.stringify(plan), planned_by: by, planned_at: at };
  await tx.insertInto("samples").values(values).execute();
}

type NewChecks = {
  readonly sampleId: string;
  readonly caseId: string;
  readonly version: number;
  readonly checks: readonly CheckedUnit[];
  readonly by: string;
  readonly at: Date;
};

/** @throws a unique violation when the version is there already; the caller holds the sample's lock */
export async function insertChecks(tx: Tx, { sampleId, caseId, version, checks, by, at }: NewChecks): Promise<void> {
  const values = { sample_id: sampleId, case_id: caseId, version, checks: JSON.stringify(checks), checked_by: by, checked_at: at };
  await tx.insertInto("sample_checks").values(values).execute();
}

export async function findSample(tx: Tx, id: string): Promise<CaseSample | undefined> {
  const row = await rows(tx).where("s.id", "=", id).executeTakeFirst();
  return row && present(row);
}

/** Samples of a visible case, newest first, 100 at most. */
export async function findSamples(tx: Tx, caseId: string): Promise<CaseSample[]> {
  return (await rows(tx).where("s.case_id", "=", caseId).orderBy("s.planned_at", "desc").orderBy("s.id").limit(100).execute()).map(present);
}

/** Each sample with its newest findings. */
function rows(tx: Tx) {
  return tx
    .selectFrom("samples as s")
    .innerJoin("persons as p", "p.id", "s.planned_by")
    .leftJoin("sample_checks as k", (join) =>
      join.onRef("k.sample_id", "=", "s.id").on("k.version", "=", (eb) =>
        eb
          .selectFrom("sample_checks as n")
          .select((of) => of.fn.max("n.version").as("version"))
          .whereRef("n.sample_id", "=", "s.id"),
      ),
    )
    .leftJoin("persons as c", "c.id", "k.checked_by")
    .select(["s.id", "s.case_id", "s.count_id", "s.plan", "s.planned_at", "p.name as planned_by_name"])
    .select(["k.version", "k.checks", "k.checked_at", "c.name as checked_by_name"]);
}

/** The evaluation follows from plan and findings alone: it is worked out, not kept. */
function present(row: Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number]): CaseSample {
  const plan = SamplePlan.parse(row.plan);
  const checks = row.checks === null ? [] : z.array(CheckedUnit).parse(row.checks);
  return {
    id: row.id,
    caseId: row.case_id,
    countId: row.count_id,
    plan,
    plannedBy: row.planned_by_name,
    plannedAt: row.planned_at.toISOString(),
    version: row.version ?? 1,
    checks,
    checkedBy: row.checked_by_name,
    checkedAt: row.checked_at?.toISOString() ?? null,
    evaluation: evaluateSample(plan, checks),
  };
}
