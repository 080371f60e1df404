import type { Kind, Tier } from "#scan/kinds.ts";

/**
 * 信息分级表 the tier table of 法释〔2017〕10号 article 5(1)(3)–(5), in force from 2017-06-01, with guiding cases 192 (face images are
 * tier B) and 193 (name, identity number, photograph and address together are tier B). Data: an amended rule is a new file beside this one.
 * A kind that is not listed is tier C ("the rest", item 5).
 */
export const TIERS_2017_10 = {
  version: "2017-10",
  inForceFrom: "2017-06-01",
  citations: {
    A: "法释〔2017〕10号 第五条第一款第三项",
    B: "法释〔2017〕10号 第五条第一款第四项；指导性案例192号、193号",
    C: "法释〔2017〕10号 第五条第一款第五项",
  },
  kinds: {
    whereabouts: "A",
    "communication-content": "A",
    credit: "A",
    property: "A",
    accommodation: "B",
    "communication-record": "B",
    health: "B",
    biometric: "B",
    transaction: "B",
  },
  /** 身份信息组合: these together with a photograph are tier B; without one they are C, which is argued (a note, no figure) */
  identitySet: ["name", "resident-id", "address"],
  sets: { "identity-set": "B", "identity-without-photograph": "C", "card-with-secret": "A", "payment-account": "A" },
} as const satisfies TierTable;

/** A dated table of tiers; `citations` name the item of the law behind each tier. */
export type TierTable = {
  readonly version: string;
  readonly inForceFrom: string;
  readonly citations: Readonly<Record<Tier, string>>;
  readonly kinds: Readonly<Partial<Record<Kind, Tier>>>;
  readonly identitySet: readonly Kind[];
  /** what several kinds are together */
  readonly sets: Readonly<Record<"identity-set" | "identity-without-photograph" | "card-with-secret" | "payment-account", Tier>>;
};
