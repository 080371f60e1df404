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

/** A prosecutor's judgement, not a fact: asserted or not; what is not asserted is not unknown. */
export const JUDGEMENTS = [
  "otherSeriousCircumstances",
  "otherEspeciallySeriousCircumstances",
] as const satisfies readonly (keyof InfringingFacts)[];

const Conduct = z.object({
  kind: z.enum(["obtain", "sell", "provide", "publish"]),
  recipient: z.string(),
  insider: z.boolean().nullable(),
});
/** `conducts: null` it is unknown what was done with the set, `[]` nothing was done with it. */
const ItemSet = z.object({ id: z.string(), tier: z.enum(["A", "B", "C", ""]), items: z.string(), conducts: z.array(Conduct).nullable() });
/** The form as it is typed: numbers and dates are texts, "" = unknown. Every fact of the contract has its place in it. */
export const FactsForm = z.object({
  accused: z.enum(["natural-person", "unit", ""]),
  actDate: z.string(),
  decisionDate: z.string(),
  /** null = it is unknown whether there are any */
  sets: z.array(ItemSet).nullable(),
  gains: z.string(),
  insiderGains: z.string(),
  profit: z.string(),
  priorCriminalPunishmentDate: z.string(),
  priorAdministrativePenaltyDate: z.string(),
  insiderIndustry: z.string(),
  three: z.record(z.string(), z.boolean().nullable()),
  consequences: z.array(z.string()).nullable(),
});
export type FactsForm = z.infer<typeof FactsForm>;
export type SetForm = NonNullable<FactsForm["sets"]>[number];
export const SetForm = ItemSet;

/** Contract -> form. */
export function readFacts(facts: InfringingFacts): FactsForm {
  return {
    accused: facts.accused ?? "",
    actDate: facts.actDate ?? "",
    decisionDate: facts.decisionDate ?? "",
    sets: facts.sets?.map(readSet) ?? null,
    gains: textOf(facts.gains),
    insiderGains: textOf(facts.insiderGains),
    profit: textOf(facts.profit),
    priorCriminalPunishmentDate: facts.priorCriminalPunishmentDate ?? "",
    priorAdministrativePenaltyDate: facts.priorAdministrativePenaltyDate ?? "",
    insiderIndustry: facts.insiderIndustry ?? "",
    three: Object.fromEntries([...THREE_VALUED, ...JUDGEMENTS].map((name) => [name, facts[name] ?? null])),
    consequences: facts.consequences ?? null,
  };
}

/** Form -> contract: nothing typed is unknown (`null`). */
export function writeFacts(form: FactsForm): InfringingFacts {
  const insiderGains = numberOf(form.insiderGains);
  return Facts.parse({
    offence: "infringing-personal-information",
    accused: form.accused === "" ? null : form.accused,
    actDate: dayOrNull(form.actDate),
    decisionDate: dayOrNull(form.decisionDate),
    sets: form.sets?.map(writeSet) ?? null,
    gains: numberOf(form.gains),
    // not given = all the gains are measured: left out, not sent as unknown
    ...(insiderGains === null ? {} : { insiderGains }),
    profit: numberOf(form.profit),
    priorCriminalPunishmentDate: dayOrNull(form.priorCriminalPunishmentDate),
    priorAdministrativePenaltyDate: dayOrNull(form.priorAdministrativePenaltyDate),
    insiderIndustry: textOrNull(form.insiderIndustry),
    ...Object.fromEntries(THREE_VALUED.map((name) => [name, form.three[name] ?? null])),
    ...Object.fromEntries(JUDGEMENTS.map((name) => [name, form.three[name] ?? null]).filter(([, value]) => value !== null)),
    consequences: form.consequences,
  });
}

/** A missing fact as the engine names it (`gains`, `sets[s1].items`, `sets[s1].conducts[0].recipient`), taken apart. The name is also where the form has it: `fact-` and the name is the element's id. */
export function parseMissing(name: string): { readonly set: string | null; readonly conduct: number | null; readonly fact: string } {
  const inSet = /^sets\[(.*)\]\.(tier|items|conducts)(?:\[(\d+)\]\.(\w+))?$/s.exec(name);
  if (inSet === null) return { set: null, conduct: null, fact: name };
  return {
    set: inSet[1] ?? "",
    conduct: inSet[3] === undefined ? null : Number(inSet[3]),
    fact: inSet[4] ?? inSet[2] ?? name,
  };
}

function readSet(set: NonNullable<InfringingFacts["sets"]>[number]): SetForm {
  const conducts = set.conducts?.map(({ kind, recipient, insider }) => ({ kind, recipient: recipient ?? "", insider: insider ?? null }));
  return { id: set.id, tier: set.tier ?? "", items: textOf(set.items), conducts: conducts ?? null };
}

function writeSet(set: SetForm): NonNullable<InfringingFacts["sets"]>[number] {
  const conducts = set.conducts?.map(({ kind, recipient, insider }) => ({ kind, recipient: textOrNull(recipient), insider }));
  return { id: set.id, tier: set.tier === "" ? null : set.tier, items: numberOf(set.items, true), conducts: conducts ?? null };
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

/** What was typed, as it was typed; blanks alone are nothing. */
function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
