import { z } from "zod";
import { InfringingFacts as Facts, type InfringingFacts } from "#statutes/statutes.contract.ts";

/** The three-valued facts of the form, in the order of the law. */
export const THREE_VALUED = [
  "lawfulBusinessPurchase",
  "trackUsedForCrime",
  "knewRecipientCommitsCrimes",
  "priorCriminalPunishment",
  "priorAdministrativePenalty",
  "firstOffender",
  "gainsReturned",
  "repents",
] as const satisfies readonly (keyof InfringingFacts)[];

const Conduct = z.object({
  kind: z.enum(["obtain", "sell", "provide", "publish"]),
  recipient: z.string(),
  insider: z.boolean().nullable(),
});
const ItemSet = z.object({ id: z.string(), tier: z.enum(["A", "B", "C", ""]), items: z.string(), conducts: z.array(Conduct) });
/** The form as it is typed: numbers and dates are texts, "" = unknown. */
export const FactsForm = z.object({
  accused: z.enum(["natural-person", "unit", ""]),
  actDate: z.string(),
  decisionDate: z.string(),
  sets: z.array(ItemSet),
  gains: z.string(),
  insiderGains: z.string(),
  profit: z.string(),
  priorAdministrativePenaltyDate: z.string(),
  three: z.record(z.string(), z.boolean().nullable()),
  consequences: z.array(z.string()).nullable(),
});
export type FactsForm = z.infer<typeof FactsForm>;
export type SetForm = FactsForm["sets"][number];

/** Contract -> form. */
export function readFacts(facts: InfringingFacts): FactsForm {
  return {
    accused: facts.accused ?? "",
    actDate: facts.actDate ?? "",
    decisionDate: facts.decisionDate ?? "",
    sets: (facts.sets ?? []).map((set) => ({
      id: set.id,
      tier: set.tier ?? "",
      items: textOf(set.items),
      conducts: (set.conducts ?? []).map(({ kind, recipient, insider }) => ({
        kind,
        recipient: recipient ?? "",
        insider: insider ?? null,
      })),
    })),
    gains: textOf(facts.gains),
    insiderGains: textOf(facts.insiderGains),
    profit: textOf(facts.profit),
    priorAdministrativePenaltyDate: facts.priorAdministrativePenaltyDate ?? "",
    three: Object.fromEntries(THREE_VALUED.map((name) => [name, facts[name] ?? null])),
    consequences: facts.consequences ?? null,
  };
}

/** Form -> contract. Nothing typed is unknown (`null`), a set without conducts is one of which it is unknown what was done with it. */
export function writeFacts(form: FactsForm): InfringingFacts {
  return Facts.parse({
    offence: "infringing-personal-information",
    accused: form.accused === "" ? null : form.accused,
    actDate: dayOrNull(form.actDate),
    decisionDate: dayOrNull(form.decisionDate),
    sets: form.sets.map((set) => ({
      id: set.id,
      tier: set.tier === "" ? null : set.tier,
      items: numberOf(set.items, true),
      conducts:
        set.conducts.length === 0
          ? null
          : set.conducts.map(({ kind, recipient, insider }) => ({
              kind,
              recipient: recipient.trim() === "" ? null : recipient.trim(),
              insider,
            })),
    })),
    gains: numberOf(form.gains),
    ...(numberOf(form.insiderGains) === null ? {} : { insiderGains: numberOf(form.insiderGains) }),
    profit: numberOf(form.profit),
    priorAdministrativePenaltyDate: dayOrNull(form.priorAdministrativePenaltyDate),
    ...Object.fromEntries(THREE_VALUED.map((name) => [name, form.three[name] ?? null])),
    consequences: form.consequences,
  });
}

/** The field a missing fact is typed into: `sets[0].items` and the like lead to the sets. */
export function fieldOf(missing: string): string {
  return missing.split(/[.[]/)[0] ?? missing;
}

function textOf(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function numberOf(text: string, whole = false): number | null {
  const value = Number(text.replaceAll(/[,，\s]/g, ""));
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) return null;
  return whole ? Math.floor(value) : value;
}

function dayOrNull(text: string): string | null {
  return z.iso.date().safeParse(text).success ? text : null;
}
