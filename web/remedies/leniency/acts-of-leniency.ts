import {
  Exemption,
  Hearer,
  type LeniencyAction,
  type LeniencyContent,
  type LeniencyState,
  MainPenalty,
} from "#remedies/leniency/leniency.contract.ts";
import { LENIENCY_ACTS } from "#remedies/leniency/leniency-record.ts";
import type { Act } from "#web/remedies/act-bar.tsx";
import type { leniencyText } from "#web/remedies/leniency/leniency.text.ts";
import type { remediesText } from "#web/remedies/remedies.text.ts";
import type { Field, Typed } from "#web/remedies/remedy-form.tsx";

type T = (key: keyof typeof leniencyText) => string;
type Knowing = {
  readonly today: string;
  readonly suspects: readonly (readonly [string, string])[];
  readonly ledgers: readonly (readonly [string, string])[];
  readonly t: T;
  readonly r: (key: keyof typeof remediesText) => string;
};
const FACTS = ["minor", "especiallySerious", "firstOffence", "allGainsReturned", "repentance"] as const;

/** The fields of the facts, with what is known; null starts as unknown. Pure. */
export function fieldsOfFacts(content: LeniencyContent | null, { suspects, ledgers, t }: Knowing): Field[] {
  const three = (value: boolean | null | undefined) => (value === true ? "yes" : value === false ? "no" : "unknown");
  return [
    { name: "partyId", label: t("person"), kind: "choice", options: suspects, ...(content === null ? {} : { start: content.partyId }) },
    ...FACTS.map((name) => ({ name, label: t(name), kind: "three" as const, start: three(content?.[name]) })),
    {
      ...{ name: "compensationId", label: t("compensation"), kind: "choice" as const, start: content?.compensationId ?? "" },
      options: [["", t("noCompensation")] as const, ...ledgers],
    },
  ];
}

export function readFacts(typed: Typed): LeniencyContent {
  return {
    ...{ partyId: typed.text("partyId"), minor: typed.three("minor"), especiallySerious: typed.three("especiallySerious") },
    ...{ firstOffence: typed.three("firstOffence"), allGainsReturned: typed.three("allGainsReturned") },
    ...{ repentance: typed.three("repentance"), compensationId: typed.orNull("compensationId") },
  };
}

/** What may be done in the status of a record, by the table the server reads. Pure. */
export function actsOfLeniency(state: LeniencyState, knowing: Knowing): Act[] {
  const { today, t, r } = knowing;
  const on: Field = { name: "on", label: r("on"), kind: "date", start: today, max: today };
  const document: Field = { name: "document", label: r("document"), kind: "text" };
  const reason: Field = { name: "reason", label: r("reason"), kind: "area" };
  const view = (name: string, label: string): Field => ({ name, label, kind: "area", optional: true });
  const wrap = (action: LeniencyAction) => ({ kind: "leniency" as const, action });
  const all: Record<LeniencyAction["type"], Omit<Act, "key" | "label">> = {
    revise: {
      fields: [...fieldsOfFacts(state.content, knowing), reason],
      build: (typed) => wrap({ type: "revise", content: readFacts(typed), reason: typed.text("reason") }),
    },
    hear: {
      fields: [
        { name: "who", label: t("who"), kind: "choice", options: Hearer.options.map((one) => [one, t(one)]) },
        { name: "name", label: t("name"), kind: "text" },
        on,
        view("law", t("viewsLaw")),
        view("leniency", t("viewsLeniency")),
        view("procedure", t("viewsProcedure")),
        view("other", t("viewsOther")),
        document,
      ],
      build: (typed) =>
        wrap({
          ...{ type: "hear", who: Hearer.parse(typed.text("who")), name: typed.text("name"), on: typed.text("on") },
          views: {
            ...{ law: typed.text("law"), leniency: typed.text("leniency") },
            ...{ procedure: typed.text("procedure"), other: typed.text("other") },
          },
          document: typed.text("document"),
        }),
    },
    "find-voluntary": {
      fields: [
        { name: "voluntary", label: t("voluntary"), kind: "three", start: "unknown" },
        { name: "how", label: t("how"), kind: "area" },
      ],
      build: (typed) => wrap({ type: "find-voluntary", voluntary: typed.three("voluntary"), how: typed.text("how") }),
    },
    propose: {
      fields: [
        {
          ...{ name: "main", label: t("main"), kind: "choice", start: "fixed-term" },
          options: MainPenalty.options.map((one) => [one, one === "exempt" ? t("exemptPenalty") : t(one)]),
        },
        { name: "from", label: t("from"), kind: "number", optional: true, min: "1", max: "300" },
        { name: "to", label: t("to"), kind: "number", optional: true, min: "1", max: "300" },
        { name: "rangeReason", label: t("rangeReason"), kind: "text", optional: true },
        { name: "fine", label: t("fine"), kind: "yuan", optional: true },
        { name: "accessory", label: t("accessory"), kind: "text", optional: true },
        { name: "probation", label: t("probation"), kind: "three", start: "unknown" },
      ],
      build: (typed) =>
        wrap({
          type: "propose",
          proposal: {
            ...{ main: MainPenalty.parse(typed.text("main")), fromMonths: typed.numberOrNull("from") },
            ...{ toMonths: typed.numberOrNull("to"), rangeReason: typed.orNull("rangeReason"), fine: typed.fenOrNull("fine") },
            ...{ accessory: typed.text("accessory"), probation: typed.three("probation") },
          },
        }),
    },
    sign: {
      fields: [
        on,
        document,
        {
          ...{ name: "counsel", label: t("counselKind"), kind: "choice" },
          options: [
            ["defender", t("defender")],
            ["duty-lawyer", t("duty-lawyer")],
            ["", t("noCounsel")],
          ],
        },
        { name: "counselName", label: t("counselName"), kind: "text", optional: true },
        { name: "representative", label: t("representativeName"), kind: "text", optional: true },
      ],
      build: (typed) => {
        const [kind, name] = [typed.text("counsel"), typed.text("counselName")];
        const isThere = (kind === "defender" || kind === "duty-lawyer") && name !== "";
        return wrap({
          ...{ type: "sign", on: typed.text("on"), document: typed.text("document") },
          ...{ counsel: isThere ? { kind, name } : null, representative: typed.orNull("representative") },
        });
      },
    },
    exempt: {
      fields: [
        { name: "ground", label: t("ground"), kind: "choice", options: Exemption.options.map((one) => [one, t(one)]) },
        document,
        reason,
      ],
      build: (typed) =>
        wrap({
          ...{ type: "exempt", ground: Exemption.parse(typed.text("ground")) },
          ...{ document: typed.text("document"), reason: typed.text("reason") },
        }),
    },
    regret: {
      fields: [
        on,
        {
          ...{ name: "after", label: t("after"), kind: "choice" },
          options: (["statement", "non-prosecution"] as const).map((one) => [one, t(one)]),
        },
        reason,
        document,
      ],
      build: (typed) =>
        wrap({
          ...{ type: "regret", on: typed.text("on"), reason: typed.text("reason"), document: typed.text("document") },
          after: typed.text("after") === "non-prosecution" ? "non-prosecution" : "statement",
        }),
    },
  };
  const allowed: readonly LeniencyAction["type"][] = LENIENCY_ACTS[state.status];
  return allowed.map((key) => ({ key, label: t(key), ...all[key] }));
}
