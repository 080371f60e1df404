import type { CompensationAction, CompensationState } from "#remedies/compensation/compensation.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import type { Act } from "#web/remedies/act-bar.tsx";
import type { compensationText } from "#web/remedies/compensation/compensation.text.ts";
import { splitMonthly } from "#web/remedies/compensation/instalments.ts";
import { typeYuan } from "#web/remedies/fen.ts";
import type { remediesText } from "#web/remedies/remedies.text.ts";
import type { Field } from "#web/remedies/remedy-form.tsx";

type Words = {
  readonly t: (key: keyof typeof compensationText) => string;
  readonly r: (key: keyof typeof remediesText) => string;
  readonly kinds: readonly (readonly [string, string])[];
};

/** What may be booked on a ledger as it stands: nothing is spent where nothing is held, nothing taken back twice. Pure. */
export function actsOfCompensation(state: CompensationState, today: string, { t, r, kinds }: Words): Act[] {
  const on: Field = { name: "on", label: r("on"), kind: "date", start: today, max: today };
  const amount: Field = { name: "amount", label: r("amount"), kind: "yuan" };
  const document: Field = { name: "document", label: r("document"), kind: "text" };
  const kind: Field = { name: "kind", label: t("accountKind"), kind: "choice", options: kinds };
  const name: Field = { name: "account", label: t("accountName"), kind: "text", start: state.held[0]?.account.name ?? "" };
  const from: Field = {
    ...{ name: "from", label: t("fromAccount"), kind: "choice" },
    options: state.held.map(({ account, amount: there }, at) => [String(at), `${account.name} · ${formatFen(there)}`]),
  };
  const accountAt = (at: string) => state.held[Number(at)]?.account ?? { kind: "", name: "" };
  const wrap = (action: CompensationAction) => ({ kind: "compensation" as const, action });
  const open = state.entries.filter(({ type, reversedBy }) => reversedBy === null && type !== "reverse");
  const acts: Act[] = [
    {
      key: "pay",
      label: t("pay"),
      fields: [on, amount, kind, name, document, { name: "over", label: t("over"), kind: "text", optional: true }],
      build: (typed) =>
        wrap({
          ...{ type: "pay", on: typed.text("on"), amount: typed.fen("amount"), document: typed.text("document") },
          account: { kind: typed.text("kind"), name: typed.text("account") },
          overReason: typed.orNull("over"),
        }),
    },
  ];
  if (state.held.length > 0)
    acts.push(
      {
        key: "spend",
        label: t("spend"),
        fields: [on, amount, from, { name: "purpose", label: t("purpose"), kind: "text" }, document],
        build: (typed) =>
          wrap({
            ...{ type: "spend", on: typed.text("on"), amount: typed.fen("amount"), document: typed.text("document") },
            ...{ account: accountAt(typed.text("from")), purpose: typed.text("purpose") },
          }),
      },
      {
        key: "hand-over",
        label: t("hand-over"),
        fields: [on, amount, from, kind, { ...name, start: "" }, document],
        build: (typed) =>
          wrap({
            ...{ type: "hand-over", on: typed.text("on"), amount: typed.fen("amount"), document: typed.text("document") },
            ...{ account: accountAt(typed.text("from")), to: { kind: typed.text("kind"), name: typed.text("account") } },
          }),
      },
    );
  if (state.unpaid > state.inExecution)
    acts.push({
      key: "enforce",
      label: t("enforce"),
      fields: [
        on,
        { ...amount, start: typeYuan(state.unpaid - state.inExecution) },
        { name: "court", label: t("court"), kind: "text" },
        document,
      ],
      build: (typed) =>
        wrap({
          ...{ type: "enforce", on: typed.text("on"), amount: typed.fen("amount"), document: typed.text("document") },
          court: typed.text("court"),
        }),
    });
  acts.push({
    key: "reschedule",
    label: t("reschedule"),
    fields: [
      { name: "due", label: t("due"), kind: "yuan", start: typeYuan(state.content.due) },
      { name: "first", label: t("firstOn"), kind: "date", start: state.content.instalments[0]?.on ?? today },
      { name: "many", label: t("many"), kind: "number", min: "1", max: "120", start: String(state.content.instalments.length) },
      document,
      { name: "reason", label: r("reason"), kind: "area" },
    ],
    build: (typed) =>
      wrap({
        ...{ type: "reschedule", due: typed.fen("due"), document: typed.text("document"), reason: typed.text("reason") },
        instalments: splitMonthly(typed.fen("due"), typed.text("first"), typed.numberOrNull("many") ?? 1),
      }),
  });
  if (open.length > 0)
    acts.push({
      key: "reverse",
      label: t("reverse"),
      fields: [
        {
          ...{ name: "entry", label: t("entry"), kind: "choice" },
          options: open.map(({ number, type, amount: many }) => [
            String(number),
            `#${number} ${t(type)} ${many === null ? "" : formatFen(many)}`,
          ]),
        },
        { name: "reason", label: r("reason"), kind: "area" },
      ],
      build: (typed) => wrap({ type: "reverse", entry: Number(typed.text("entry")), reason: typed.text("reason") }),
    });
  return acts;
}
