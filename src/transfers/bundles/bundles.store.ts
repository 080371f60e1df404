import type { Tx } from "#database/database.ts";

export async function isPartner(tx: Tx, fingerprint: string): Promise<boolean> {
  return (
    (await tx.selectFrom("transfer_partners").select("fingerprint").where("fingerprint", "=", fingerprint).executeTakeFirst()) !== undefined
  );
}

type Partner = {
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly office: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertPartner(tx: Tx, { fingerprint, publicKey, office, by, at }: Partner): Promise<void> {
  await tx
    .insertInto("transfer_partners")
    .values({ fingerprint, public_key: publicKey, office, trusted_by: by, trusted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type TakenIn = {
  readonly bundleId: string;
  readonly kind: "transfer" | "receipt";
  readonly fingerprint: string;
  readonly officeCode: string;
  readonly clueId: string | null;
  readonly transferId: string | null;
  readonly by: string;
  readonly at: Date;
};

/** Notes that a bundle was taken in; false when it was before, by whatever office. */
export async function insertBundle(
  tx: Tx,
  { bundleId, kind, fingerprint, officeCode, clueId, transferId, by, at }: TakenIn,
): Promise<boolean> {
  const inserted = await tx
    .insertInto("transfer_bundles")
    .values({
      bundle_id: bundleId,
      kind,
      fingerprint,
      office_code: officeCode,
      clue_id: clueId,
      transfer_id: transferId,
      imported_by: by,
      imported_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows !== 0n;
}
