import { z } from "zod";

/** Answers of `tandem read` (the command line's contract, section 5). Every value has the place it was read from, in UTF-16 code units of the text. */
const place = { from: z.number().int(), to: z.number().int() };

export const ReadRequest = z.object({ id: z.union([z.string().max(200), z.number()]), text: z.string() });

/** 谁说的 whose words a part of a document holds. A defence claim is not a finding. */
export const Speaker = z.enum(["prosecution", "defence", "evidence", "court", "result", "law", "other"]);
export type Speaker = z.infer<typeof Speaker>;

export const Industry = z.enum([
  "finance",
  "telecom",
  "internet",
  "recruitment",
  "property",
  "hotel",
  "medical",
  "education",
  "courier",
  "transport",
  "government",
  "automotive",
  "insurance",
  "other",
]);
export type Industry = z.infer<typeof Industry>;

export const CitedProvision = z.object({
  law: z.string(),
  /** `253之一` */
  article: z.string(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  ...place,
});
export type CitedProvision = z.infer<typeof CitedProvision>;

/**
 * 条数依据 who says a number of items (alleged by the prosecution, found by the court, claimed by the defence, told by evidence; `refused` where the court
 * does not find it) and what was counted:
 * `deduplicated` says so in words, `raw` that it was not, `sampled` a part that was drawn, `seized` what was taken from devices, `traded` what changed hands.
 */
export const ItemBasis = z.enum([
  "alleged",
  "found",
  "claimed",
  "evidence",
  "refused",
  "deduplicated",
  "raw",
  "sampled",
  "seized",
  "traded",
]);
export type ItemBasis = z.infer<typeof ItemBasis>;

export const ReadItems = z.object({
  count: z.number(),
  approximate: z.boolean(),
  tier: z.enum(["A", "B", "C"]).nullable(),
  speaker: Speaker,
  basis: z.array(ItemBasis).optional(),
  /** where the document names no total: what was added up */
  parts: z.array(z.object({ count: z.number(), ...place })).optional(),
  ...place,
});
export type ReadItems = z.infer<typeof ReadItems>;

export const ReadAmount = z.object({ amount: z.number(), currency: z.string(), approximate: z.boolean(), speaker: Speaker, ...place });
export type ReadAmount = z.infer<typeof ReadAmount>;

export const ClueTrack = z.enum(["incidental-civil-pil", "civil-pil", "administrative-pil", "criminal", "recommendation"]);
export type ClueTrack = z.infer<typeof ClueTrack>;
export const ReadClue = z.object({
  track: ClueTrack,
  field: z.string(),
  /** 0 to 1; the weights of the reasons add up to it */
  score: z.number(),
  reasons: z.array(z.object({ term: z.string(), sign: z.string(), weight: z.number(), ...place })),
});
export type ReadClue = z.infer<typeof ReadClue>;

/** Where a word of one of the lists was read. */
const Mention = z.object({
  list: z.enum(["charges", "industries", "sectors", "groups", "conducts", "downstream"]),
  value: z.string(),
  ...place,
});
export type Mention = z.infer<typeof Mention>;

/** 信息去向 to whom information was sold or given: the role by its words, where a name stands, and how many they are where the text counts them. */
export const ReadRecipient = z.object({
  role: z.enum(["unspecified", "named", "online", "reseller", "customer", "unit", "criminal", "other"]),
  name: z.object(place).nullable(),
  number: z.number().nullable(),
  approximate: z.boolean(),
  speaker: Speaker,
  ...place,
});
export type ReadRecipient = z.infer<typeof ReadRecipient>;

/** 信息来源 how and where from it was taken, in the document's words; `industry` where the words name one, `not-found-out` where the document says so. */
export const ReadLeakSource = z.object({
  way: z.enum(["system", "account", "post", "place", "person", "purchase", "exchange", "crawling", "deception", "not-found-out"]),
  industry: Industry.nullable(),
  speaker: Speaker,
  ...place,
});
export type ReadLeakSource = z.infer<typeof ReadLeakSource>;

export const SensitiveKind = z.enum([
  "whereabouts",
  "communication-content",
  "credit",
  "property",
  "accommodation",
  "communication-record",
  "health",
  "transaction",
  "biometric",
  "religion",
  "specific-identity",
  "financial-account",
  "minors-under-14",
]);
export type SensitiveKind = z.infer<typeof SensitiveKind>;

/** 敏感信息 a kind the law names. The tier is the default of the law's table; the number of items and the tier in the case are decided by persons. */
export const ReadSensitive = z.object({
  kind: SensitiveKind,
  tier: z.enum(["A", "B"]).nullable(),
  /** named in art. 28 of the personal information protection law */
  isArticle28: z.boolean(),
  speaker: Speaker,
  ...place,
});
export type ReadSensitive = z.infer<typeof ReadSensitive>;

/** 地点 names of divisions (down to the county) and of organs. */
export const ReadPlace = z.object({
  role: z.enum(["court", "procuratorate", "act", "arrest"]),
  name: z.string(),
  speaker: Speaker,
  ...place,
});
export type ReadPlace = z.infer<typeof ReadPlace>;

/** 金额 every sum of money that is told of somebody, by what it is; totals apart from parts. */
export const ReadSum = z.object({
  role: z.enum(["gains", "price", "fine", "refund", "compensation", "bail", "seized", "loss", "taken", "paid", "other"]),
  amount: z.number(),
  most: z.number().nullable(),
  currency: z.string(),
  approximate: z.boolean(),
  standing: z.enum(["total", "part"]).nullable(),
  speaker: Speaker,
  ...place,
});
export type ReadSum = z.infer<typeof ReadSum>;

export const ReadDate = z.object({ value: z.string(), from: z.number().int(), to: z.number().int() });
export type ReadDate = z.infer<typeof ReadDate>;

/**
 * 罪名的时间 a charge of personal information whose name belongs to a time: `fits` holds it against the days of the acts and of the document.
 * `check`: a person must look (an act of the old time under the new name); `unconfirmed`: the rule that decides it has not been read in full.
 */
export const ReadChargeName = z.object({
  name: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  acts: z.object({ first: z.string(), last: z.string() }).nullable(),
  documentDate: z.string().nullable(),
  fits: z.enum(["yes", "no", "check", "unknown"]),
  unconfirmed: z.boolean(),
  cite: z.string(),
  ...place,
});
export type ReadChargeName = z.infer<typeof ReadChargeName>;

/** What `tandem read` says beyond the contract. */
export const ToldFacts = z.object({
  recipients: z.array(ReadRecipient),
  leakSources: z.array(ReadLeakSource),
  sensitive: z.array(ReadSensitive),
  places: z.array(ReadPlace),
  sums: z.array(ReadSum),
  dates: z.array(ReadDate),
  chargeNames: z.array(ReadChargeName),
});
export type ToldFacts = z.infer<typeof ToldFacts>;

export const ReadAnswer = ToldFacts.extend({
  charges: z.array(z.string()),
  /** `facts`: the document names no charge; the first of `suggestedCharges` stands in `charges` and nobody has said it */
  chargesFrom: z.enum(["document", "facts"]).nullable(),
  /** likely charges by the words of the facts, where the document names none; each score is its bias and its words' weights */
  suggestedCharges: z.array(
    z.object({ name: z.string(), score: z.number(), words: z.array(z.object({ word: z.string(), weight: z.number(), ...place })) }),
  ),
  citations: z.array(CitedProvision),
  /** the total first, as the court found it where the text has one; then every other number of items */
  items: z.array(ReadItems),
  gains: ReadAmount.nullable(),
  /** the amount of the crime as its facts tell it (a total that is named, or its parts added up), in yuan */
  crimeAmount: z
    .object({
      amount: z.number(),
      parts: z.array(z.object({ amount: z.number(), ...place })),
      /** each sum of money with what spoke most for (above 0) or against its being a part; the first forty of the text */
      weighed: z
        .array(
          z.object({
            amount: z.number(),
            ...place,
            isPart: z.boolean(),
            score: z.number(),
            signs: z.array(z.object({ sign: z.string(), weight: z.number() })),
          }),
        )
        .optional(),
    })
    .nullable(),
  insider: z.object({ value: z.boolean(), industry: Industry.nullable(), speaker: Speaker, ...place }).nullable(),
  /** where the information leaked from, as the document says */
  industries: z.array(Industry),
  /** whose customers, pupils or owners the information is about, wherever it leaked */
  sectors: z.array(Industry),
  groups: z.array(z.string()),
  conducts: z.array(z.string()),
  downstream: z.array(z.string()),
  band: z.object({ value: z.enum(["serious", "especially-serious"]), speaker: Speaker, ...place }).nullable(),
  clues: z.array(ReadClue),
  mentions: z.array(Mention),
});
export type ReadAnswer = z.infer<typeof ReadAnswer>;
