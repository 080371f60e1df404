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

const RANK = { A: 3, B: 2, C: 1 } as const satisfies Record<Tier, number>;

/**
 * Whether a record is in its tier as a set of identity data (name, resident id and address, by the table with a photograph) and by no
 * other category: then the identifier is the whole key, and nothing it tells belongs to it. The photograph's own column may count as a
 * biometric.
 */
export function isIdentitySet(record: TierFacts, tier: Tier, table: TierTable = TIERS_2017_10): boolean {
  if (tier === "C" || tier !== identityTier(record, table)) return false;
  if (record.findings.some(({ kind }) => kind !== "biometric" && table.kinds[kind] === tier)) return false;
  return holdsIdentity(record, table);
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
  if (card && (record.secret || account)) tier = higher(tier, table.sets["card-with-secret"]);
  if (account && record.moneyAccount) tier = higher(tier, table.sets["payment-account"]);
  const identity = identityTier(record, table);
  return RANK[identity] > RANK[tier] && holdsIdentity(record, table) ? identity : tier;
}

/** 分档依据 the rules that put a record into tier A or B: kinds, or the names of sets; none in tier C. */
export function rulesOfTier(record: TierFacts, tier: Tier, table: TierTable = TIERS_2017_10): string[] {
  if (tier === "C") return [];
  const kinds = new Set(record.findings.map(({ kind }) => kind));
  const rules: string[] = [...kinds].filter((kind) => table.kinds[kind] === tier);
  const account = kinds.has("account-password");
  if (kinds.has("bank-card") && (record.secret || account) && table.sets["card-with-secret"] === tier) rules.push("card-with-secret");
  if (account && record.moneyAccount && table.sets["payment-account"] === tier) rules.push("payment-account");
  if (identityTier(record, table) === tier && holdsIdentity(record, table))
    rules.push(record.photograph ? "identity-set" : "identity-without-photograph");
  return rules;
}

function identityTier(record: TierFacts, table: TierTable): Tier {
  return table.sets[record.photograph ? "identity-set" : "identity-without-photograph"];
}

function holdsIdentity(record: TierFacts, table: TierTable): boolean {
  return table.identitySet.every((kind) => record.findings.some((finding) => finding.kind === kind));
}

function higher(one: Tier, other: Tier): Tier {
  return RANK[one] >= RANK[other] ? one : other;
}
