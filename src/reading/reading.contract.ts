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

export const ReadItems = z.object({
  count: z.number(),
  approximate: z.boolean(),
  tier: z.enum(["A", "B", "C"]).nullable(),
  speaker: Speaker,
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

export const ReadAnswer = z.object({
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
  crimeAmount: z.object({ amount: z.number(), parts: z.array(z.object({ amount: z.number(), ...place })) }).nullable(),
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
