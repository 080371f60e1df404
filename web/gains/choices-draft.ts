import { z } from "zod";
import { type CountedLine, GainsChoices, type Treatment } from "#gains/gains.contract.ts";
import { TREATMENTS_OF } from "#gains/treat-line.ts";

const Chosen = z.object({ deduct: z.enum(["", "yes", "no"]), reason: z.string() });
const Rate = z.object({ currency: z.string(), rate: z.string(), on: z.string(), source: z.string() });
/** The choices while they are made: what lacks its reason, day or source is not yet a choice. */
export const ChoicesDraft = z.object({
  own: z.array(z.string()),
  decisions: GainsChoices.shape.decisions,
  refunds: Chosen,
  costs: Chosen,
  rates: z.array(Rate),
});
export type ChoicesDraft = z.infer<typeof ChoicesDraft>;
export type RateDraft = ChoicesDraft["rates"][number];
type Decision = ChoicesDraft["decisions"][number];

/** Choices that were kept -> the draft that continues them; `null` begins with nothing chosen. */
export function draftOf(kept: GainsChoices | null): ChoicesDraft {
  const chosen = (choice: GainsChoices["refunds"] | undefined) =>
    choice == null
      ? { deduct: "" as const, reason: "" }
      : { deduct: choice.deduct ? ("yes" as const) : ("no" as const), reason: choice.reason };
  return {
    own: kept?.own ?? [],
    decisions: kept?.decisions ?? [],
    refunds: chosen(kept?.refunds),
    costs: chosen(kept?.costs),
    rates: kept?.rates ?? [],
  };
}

/** The draft as it may be sent: half a choice (no reason, a rate without its day or source) is left out, never guessed. */
export function choicesOf(draft: ChoicesDraft): GainsChoices {
  const choice = ({ deduct, reason }: ChoicesDraft["refunds"]) =>
    deduct === "" || reason.trim() === "" ? null : { deduct: deduct === "yes", reason };
  return {
    own: draft.own,
    decisions: draft.decisions,
    refunds: choice(draft.refunds),
    costs: choice(draft.costs),
    rates: draft.rates.flatMap((rate) => {
      const whole = GainsChoices.shape.rates.safeParse([rate]);
      return whole.success ? whole.data : [];
    }),
  };
}

/** Decides a line, once: a later decision of the same line stands in the place of the earlier one, as the newest. */
export function decide(draft: ChoicesDraft, decision: Decision): ChoicesDraft {
  return { ...draft, decisions: [...draft.decisions.filter(({ line }) => line !== decision.line), decision] };
}

/** The presumed lines among those shown, each confirmed as what it was presumed to be, for one reason; open and decided ones stay as they are. */
export function confirmPresumed(
  draft: ChoicesDraft,
  lines: readonly Pick<CountedLine, "id" | "treatment" | "presumed" | "refersTo">[],
  reason: string,
): ChoicesDraft {
  return lines.reduce(
    (so, { id, treatment, presumed, refersTo }) =>
      !presumed || treatment === "open" || so.decisions.some(({ line }) => line === id)
        ? so
        : decide(so, { line: id, treatment, refersTo: mayReferTo(treatment) ? refersTo : null, reason }),
    draft,
  );
}

/** Takes back the decision of a line, and what others said of it as the line they take back. */
export function takeBack(draft: ChoicesDraft, line: string): ChoicesDraft {
  return {
    ...draft,
    decisions: draft.decisions.filter((one) => one.line !== line).map((one) => (one.refersTo === line ? { ...one, refersTo: null } : one)),
  };
}

/** What a person may decide about a line, in the order of the keys; a contradictory choice is not offered (the server refuses it as well). */
export function treatmentsFor({
  direction,
  takesBack,
  amount,
}: Pick<CountedLine, "direction" | "takesBack" | "amount">): readonly Treatment[] {
  const allowed: readonly Treatment[] = TREATMENTS_OF[direction];
  return allowed.filter((treatment) => {
    if (amount === null) return treatment === "unrelated" || treatment === "failed" || treatment === "duplicate";
    if (direction === "in") return takesBack ? treatment !== "gain" : treatment !== "reversal";
    if (direction === "out") return takesBack ? !["cost", "refund", "reversal"].includes(treatment) : treatment !== "cost-returned";
    return true;
  });
}

/** Treatments that may say which line they take back. */
export function mayReferTo(treatment: Treatment): boolean {
  return treatment === "refund" || treatment === "reversal" || treatment === "cost-returned";
}
