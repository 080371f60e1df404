import type { Tx } from "#database/database.ts";
import { Office } from "#offices/offices.contract.ts";
import { insertOffice } from "#offices/offices.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 录入检察院 adds an office below its parent, which must be there already. For set-up and the sample; no route leads here. */
export async function addOffice(tx: Tx, office: Office): Promise<Outcome<Office>> {
  const parsed = Office.parse(office);
  return (await insertOffice(tx, parsed)) ? done(parsed) : refuse("already-exists", { what: `代码为${parsed.code}的检察院` });
}
