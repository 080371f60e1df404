import { z } from "zod";
import { LawFacts } from "#law/law.contract.ts";
import { FactsForm, readFacts, writeFacts } from "#web/assessment/facts-mapping.ts";

const OWN = "infringing-personal-information";
const Facts = z.record(z.string(), z.unknown());
/** 本页的填写 what is typed on the page of charges; kept in this window only. */
export const ChargesDraft = z.object({
  common: Facts,
  /** facts of a case, as they stood when its page led here */
  fromCase: Facts.nullable(),
  /** offences whose own form was opened from here: what is typed there counts */
  opened: z.array(z.string()),
});
export type ChargesDraft = z.infer<typeof ChargesDraft>;
export const CHARGES_DRAFT = "draft-law-charges";
export const EMPTY_DRAFT: ChargesDraft = { common: {}, fromCase: null, opened: [] };

/** Takes the facts of a case along to the page of charges; whatever was typed there before is left behind. */
export function takeAlong(facts: object): void {
  sessionStorage.setItem(CHARGES_DRAFT, JSON.stringify({ ...EMPTY_DRAFT, fromCase: facts }));
}

/** Fills the form of an offence with the facts its row was held against. */
export function fillForm(offence: string, facts: Readonly<Record<string, unknown>>): void {
  const parsed = LawFacts.safeParse({ ...facts, offence });
  if (!parsed.success) return;
  const form = parsed.data.offence === OWN ? readFacts(parsed.data) : parsed.data;
  sessionStorage.setItem(`draft-law-${offence}`, JSON.stringify(form));
}

/** What was typed in the form of an offence in this window, null where there is nothing. */
export function readForm(offence: string): Readonly<Record<string, unknown>> | null {
  const stored = sessionStorage.getItem(`draft-law-${offence}`);
  if (stored === null) return null;
  try {
    const value: unknown = JSON.parse(stored);
    if (offence === OWN) {
      const form = FactsForm.safeParse(value);
      return form.success ? { ...writeFacts(form.data) } : null;
    }
    const facts = LawFacts.safeParse({ ...Object(value), offence });
    return facts.success ? { ...facts.data } : null;
  } catch {
    // a draft of an older version of the page is not counted
    return null;
  }
}

/** The facts by offence: those of the case and of the forms opened from here, less what the common facts say anew. */
export function factsByOffence({ common, fromCase, opened }: ChargesDraft): Record<string, Record<string, unknown>> {
  const told = (value: unknown) => value !== null && value !== undefined;
  const forms = opened.flatMap((offence): [string, object][] => {
    const facts = readForm(offence);
    return facts === null ? [] : [[offence, facts]];
  });
  const all = new Map<string, object>([...(fromCase === null ? [] : [[OWN, fromCase] as const]), ...forms]);
  return Object.fromEntries(
    [...all].map(([offence, facts]) => [
      offence,
      Object.fromEntries(Object.entries(facts).filter(([name, value]) => name !== "offence" && told(value) && !told(common[name]))),
    ]),
  );
}
