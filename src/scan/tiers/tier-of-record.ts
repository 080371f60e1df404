import type { Kind, Tier } from "#scan/kinds.ts";
import { TIERS_2017_10, type TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** What of a record decides its tier: the kinds found in it, valid or not, and what stands beside them. */
export type TierFacts = {
  readonly findings: readonly { readonly kind: Kind }[];
  /** a photograph of the person stands in the record */
  readonly photograph: boolean;
  /** a balance, a password or a CVV stands in the record: beside a bank card it opens the money (财产信息) */
  readonly secret: boolean;
  /** the account and password are for money (payment, online banking) */
  readonly moneyAccount: boolean;
};

/**
 * Whether a record is tier B as a set of identity data (name, resident id, address and photograph) and no other category of tier B: then
 * the identifier is the whole key, and nothing it tells belongs to it. The photograph's own column may count as a biometric.
 */
export function isIdentitySet(record: TierFacts, tier: Tier, table: TierTable = TIERS_2017_10): boolean {
  if (tier !== "B" || !record.photograph) return false;
  if (record.findings.some(({ kind }) => kind !== "biometric" && table.kinds[kind] === "B")) return false;
  return table.identitySet.every((kind) => record.findings.some((finding) => finding.kind === kind));
}

/**
 * The highest tier of the categories in a record, A over B over C. A bank card alone is C, beside a balance, password or CVV it is
 * property information, A; an account with its password is C unless it pays (law.md 1.5: account and password for payment).
 */
export function tierOfRecord(record: TierFacts, table: TierTable = TIERS_2017_10): Tier {
  let tier: Tier = "C";
  let card = false;
  let account = false;
  for (const { kind } of record.findings) {
    const own = table.kinds[kind];
    if (own === "A") return "A";
    if (own === "B") tier = "B";
    if (kind === "bank-card") card = true;
    if (kind === "account-password") account = true;
  }
  if (card && (record.secret || account)) return "A";
  if (account && record.moneyAccount) return "A";
  if (tier === "C" && record.photograph && table.identitySet.every((kind) => record.findings.some((finding) => finding.kind === kind)))
    return "B";
  return tier;
}
