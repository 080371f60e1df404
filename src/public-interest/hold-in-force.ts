import type { ElementAnswer } from "#public-interest/public-interest.contract.ts";
import type { Instrument } from "#public-interest/public-interest-rules.contract.ts";

/**
 * An element that says "no" where the instrument is not in force on the day asked, or where the conduct ended before it took force
 * (`actEndedOn`, YYYY-MM-DD). Where neither can be said (the day of force is not in our sources) nothing is held against the rule.
 */
export function holdInForce(
  cite: string,
  { title, inForce: { from, until } }: Instrument,
  asOf: string,
  actEndedOn: string | null = null,
): ElementAnswer[] {
  const tooEarly = from !== null && (asOf < from || (actEndedOn ?? asOf) < from);
  const over = until !== null && until < asOf;
  if (!tooEarly && !over) return [];
  return [
    {
      id: "in-force",
      cite,
      meaning: {
        zh: `${title.zh}自 ${from ?? "?"} 起施行${until === null ? "" : `，至 ${until}`}；行为终了时或者提出之日不在施行期间。`,
        en: `${title.en}: in force from ${from ?? "?"}${until === null ? "" : ` to ${until}`}, not when the conduct ended or on the day asked.`,
      },
      outcome: "not-met",
      facts: actEndedOn === null ? [] : ["actEndedOn"],
      missing: [],
    },
  ];
}
