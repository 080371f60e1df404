import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../peers/peer.ts";
import type { Half } from "./unseen.ts";

const quote = z.string();
const words = z.array(z.string()).optional();
/** What a writer labelled of a document of his own. A field left out was not labelled and is not measured; null and an empty list say that there is none. */
const InventedLabels = z.object({
  isPersonalInformationCase: z.boolean().optional(),
  pilClue: z.boolean().optional(),
  charges: words,
  citations: z.array(z.object({ law: z.string(), article: z.string(), paragraph: z.number().nullish() })).optional(),
  items: z.object({ totalAsFound: z.number().nullable(), alleged: z.number().nullish() }).nullish(),
  gains: z.object({ amount: z.number() }).nullish(),
  band: z.enum(["serious", "especially-serious"]).nullish(),
  insider: z.boolean().nullish(),
  insiderIndustry: z.string().nullish(),
  industries: words,
  dataSectors: words,
  conducts: words,
  downstream: words,
  groups: words,
  recipients: z.array(z.object({ role: z.string(), quote })).optional(),
  leakSources: z.array(z.object({ way: z.string(), industry: z.string().nullish(), quote })).optional(),
  sensitive: words,
  places: z.array(z.object({ role: z.string(), name: z.string() })).optional(),
  sums: z.array(z.object({ role: z.string(), amount: z.number() })).optional(),
  crimeAmount: z.number().nullish(),
});
const InventedDocument = z.object({ id: z.string().regex(/^[a-z]\d+$/), kind: z.string(), text: z.string(), labels: InventedLabels });
export type InventedDocument = z.infer<typeof InventedDocument>;

const FOLDER = join(ROOT, "bench/reading/invented");

/** The documents of one half (odd numbers I, even II) in the order of their files; empty where there are none. */
export function readInvented(half: Half): InventedDocument[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(join(FOLDER, name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => InventedDocument.parse(JSON.parse(line)))
    .filter(({ id }) => (Number(id.slice(1)) % 2 === 1 ? "I" : "II") === half);
}
