import type { Tx } from "#database/database.ts";
import { type Delivery, type DeliveryCount, DeliveryTable } from "#deliveries/deliveries.contract.ts";

type NewTable = {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly deliveries: readonly Delivery[];
  readonly count: DeliveryCount;
  readonly by: string;
  readonly at: Date;
};

export async function insertDeliveryTable(tx: Tx, table: NewTable): Promise<void> {
  await tx
    .insertInto("delivery_tables")
    .values({
      id: table.id,
      case_id: table.caseId,
      name: table.name,
      deliveries: JSON.stringify(table.deliveries),
      count: JSON.stringify(table.count),
      recorded_by: table.by,
      recorded_at: table.at,
    })
    .execute();
}

export async function findDeliveryTable(tx: Tx, id: string): Promise<DeliveryTable | undefined> {
  const row = await rows(tx).where("d.id", "=", id).executeTakeFirst();
  return row && present(row);
}

/** Tables of a visible case, newest first, 100 at most. */
export async function findDeliveryTables(tx: Tx, caseId: string): Promise<DeliveryTable[]> {
  return (await rows(tx).where("d.case_id", "=", caseId).orderBy("d.recorded_at", "desc").orderBy("d.id").limit(100).execute()).map(
    present,
  );
}

function rows(tx: Tx) {
  return tx
    .selectFrom("delivery_tables as d")
    .innerJoin("persons as p", "p.id", "d.recorded_by")
    .selectAll("d")
    .select("p.name as recorded_by_name");
}

function present(row: Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number]): DeliveryTable {
  return DeliveryTable.parse({
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    deliveries: row.deliveries,
    count: row.count,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at.toISOString(),
  });
}
