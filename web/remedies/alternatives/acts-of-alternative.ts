import { ALTERNATIVE_ACTS } from "#remedies/alternatives/alternative-record.ts";
import type { AlternativeAction, AlternativeState } from "#remedies/alternatives/alternatives.contract.ts";
import { SpotCheckResult } from "#remedies/alternatives/alternatives.contract.ts";
import type { AlternativeRule } from "#remedies/books/books.contract.ts";
import type { Words } from "#web/design/text/text.ts";
import type { Act } from "#web/remedies/act-bar.tsx";
import type { alternativesText } from "#web/remedies/alternatives/alternatives.text.ts";
import type { remediesText } from "#web/remedies/remedies.text.ts";
import type { Field } from "#web/remedies/remedy-form.tsx";

type Knowing = {
  readonly today: string;
  readonly items: readonly (readonly [string, string])[];
  readonly t: (key: keyof typeof alternativesText) => string;
  readonly r: (key: keyof typeof remediesText) => string;
  readonly words: (words: Words) => string;
};

/** What may be done to a promise in its status, by the table the server reads. Pure. */
export function actsOfAlternative({ status }: AlternativeState, rule: AlternativeRule, { today, items, t, r, words }: Knowing): Act[] {
  const on: Field = { name: "on", label: r("on"), kind: "date", start: today, max: today };
  const document: Field = { name: "document", label: r("document"), kind: "text" };
  const reason: Field = { name: "reason", label: r("reason"), kind: "area" };
  const wrap = (action: AlternativeAction) => ({ kind: "alternative" as const, action });
  const all: Record<AlternativeAction["type"], Omit<Act, "key" | "label">> = {
    prove: {
      fields: [
        { name: "proof", label: t("proof"), kind: "choice", options: rule.proofs.map(({ id, name }) => [id, words(name)]) },
        on,
        document,
        { name: "evidence", label: t("evidence"), kind: "choice", options: [["", t("noEvidence")], ...items] },
      ],
      build: (typed) =>
        wrap({
          ...{ type: "prove", proof: typed.text("proof"), on: typed.text("on"), document: typed.text("document") },
          evidenceId: typed.orNull("evidence"),
        }),
    },
    accept: {
      fields: [
        { name: "note", label: t("note"), kind: "area" },
        ...(rule.spotCheck ? [{ name: "spotCheckOn", label: t("spotCheckOn"), kind: "date" as const }] : []),
      ],
      build: (typed) => wrap({ type: "accept", note: typed.text("note"), spotCheckOn: typed.orNull("spotCheckOn") }),
    },
    return: { fields: [reason], build: (typed) => wrap({ type: "return", reason: typed.text("reason") }) },
    "spot-check": {
      fields: [
        on,
        { name: "result", label: t("result"), kind: "choice", options: SpotCheckResult.options.map((one) => [one, t(one)]) },
        { name: "how", label: t("how"), kind: "area" },
        document,
        { name: "nextOn", label: t("nextOn"), kind: "date", optional: true },
      ],
      build: (typed) =>
        wrap({
          ...{ type: "spot-check", on: typed.text("on"), result: SpotCheckResult.parse(typed.text("result")) },
          ...{ how: typed.text("how"), document: typed.text("document"), nextOn: typed.orNull("nextOn") },
        }),
    },
    withdraw: { fields: [reason], build: (typed) => wrap({ type: "withdraw", reason: typed.text("reason") }) },
  };
  const allowed: readonly AlternativeAction["type"][] = ALTERNATIVE_ACTS[status];
  return allowed.filter((key) => key !== "spot-check" || rule.spotCheck).map((key) => ({ key, label: t(key), ...all[key] }));
}
