import type { Calendar } from "#calendar/compute-period.ts";
import type { ProcedureTable, Step, StepField } from "#procedures/procedure-table.contract.ts";
import type { Replay, ReplayedClock } from "#procedures/replay-steps.ts";
import { sentenceOf } from "#refusals/refusal.ts";

type Language = "zh" | "en";
type Words = { readonly zh: string; readonly en: string };

/** A replay as data for the command line: both languages, the table's names beside its ids. */
export type DescribedReplay = ReturnType<typeof describeReplay>;

/** What the table says to a sequence of steps. Names and sentences in both languages. */
export function describeReplay(table: ProcedureTable, { steps, state, clocks, next }: Replay, { rules }: Calendar) {
  const stateOf = (id: string) => ({ id, name: table.states.find((one) => one.id === id)?.name ?? { zh: id, en: id } });
  const nameOf = (id: string): Words => table.steps.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  const clockOf = ({ rule, from, detained, due, endedOn, step }: ReplayedClock) => ({
    rule,
    act: rules.get(rule)?.act ?? { zh: rule, en: rule },
    ...{ from, detained, due, endedOn, step, unconfirmed: rules.get(rule)?.unconfirmed === true },
  });
  return {
    kind: table.kind,
    name: table.name,
    openedOn: state.openedOn,
    accepted: steps.filter(({ refusal }) => refusal === null).length,
    refused: steps.filter(({ refusal }) => refusal !== null).length,
    steps: steps.map(({ number, step, on, refusal, started, ended, state: after }) => ({
      ...{ number, step, name: nameOf(step), on },
      verdict: refusal === null ? ("accepted" as const) : ("refused" as const),
      reason:
        refusal === null
          ? null
          : {
              kind: refusal.kind,
              sentence: { zh: sentenceOf(refusal, "zh"), en: sentenceOf(refusal, "en") },
              cite: citeOf(table, step, refusal.detail["cite"]),
            },
      clocks: started.map(clockOf),
      ended,
      state: stateOf(after),
    })),
    state: { ...stateOf(state.state), final: table.states.find(({ id }) => id === state.state)?.final ?? false },
    clocks: clocks.map(clockOf),
    next: next.map(({ step, open }) => ({
      step: step.id,
      ...{ name: step.name, decidedBy: step.decidedBy, cite: step.cite, unconfirmed: step.unconfirmed === true },
      fields: step.fields.map(({ id, kind, required }) => ({ id, kind, required })),
      open: open.map(({ sentence, cite }) => ({ sentence, cite })),
    })),
  };
}

/** A table of steps for people. */
export function printTable({ kind, name, standard, states, steps }: ProcedureTable, language: Language): string {
  const nameOf = (id: string) => states.find((one) => one.id === id)?.name[language] ?? id;
  const lines = steps.flatMap((step) => {
    const { id, from, to, needs } = step;
    const way = `${from.map(nameOf).join(language === "zh" ? "、" : ", ")} → ${to === null ? "=" : nameOf(to)}`;
    return [
      `  ${id}  ${step.name[language]}  [${way}]`,
      ...needs.map(({ sentence, cite }) => `      ! ${sentence[language]}（${cite}）`),
      ...askedBy(step, language),
      ...step.starts.map(({ rule }) => `      + ${rule}`),
      ...step.ends.map((rule) => `      - ${rule}`),
      `      ${step.cite.join("；")}${step.unconfirmed ? UNCONFIRMED[language] : ""}`,
    ];
  });
  return `${kind}  ${name[language]}\n  ${standard[language]}\n${lines.join("\n")}\n`;
}

/** A checked sequence for people. */
export function printReplay({ kind, name, steps, state, clocks, next }: DescribedReplay, language: Language): string {
  const words = TEXT[language];
  const lines = [
    `${kind}  ${name[language]}`,
    ...steps.flatMap((step) => [
      `  ${step.number}. ${step.on}  ${step.name[language]}  ${words[step.verdict]}`,
      ...(step.reason === null
        ? []
        : [`      ! ${step.reason.sentence[language]}${step.reason.kind === "condition-not-met" ? "" : step.reason.cite.join("；")}`]),
      ...step.clocks.map(
        ({ rule, act, due, unconfirmed }) => `      + ${due}  ${act[language]}（${rule}）${unconfirmed ? UNCONFIRMED[language] : ""}`,
      ),
    ]),
    `${words.state}  ${state.name[language]}`,
    ...clocks.filter(({ endedOn }) => endedOn === null).map(({ rule, act, due }) => `  ${due}  ${act[language]}（${rule}）`),
    ...(next.length === 0 ? [] : [words.next]),
    ...next.flatMap((step) => [
      `  ${step.step}  ${step.name[language]}${step.unconfirmed ? UNCONFIRMED[language] : ""}`,
      ...step.open.map(({ sentence, cite }) => `      ! ${sentence[language]}（${cite}）`),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The source of a refusal: that of the condition where it names one, else those of the step. */
function citeOf({ steps }: ProcedureTable, step: string, cite: string | number | undefined): readonly string[] {
  return typeof cite === "string" ? [cite] : (steps.find(({ id }) => id === step)?.cite ?? []);
}

function askedBy({ fields }: Step, language: Language): string[] {
  const told = ({ id, name, required }: StepField) => `${name[language]}（${id}${required ? ` *` : ""}）`;
  return fields.length === 0 ? [] : [`      ? ${fields.map(told).join(language === "zh" ? "、" : ", ")}`];
}

const UNCONFIRMED = { zh: "（依据待核实）", en: " (source unconfirmed)" } as const;
const TEXT = {
  zh: { accepted: "可以办理", refused: "不予办理", state: "办理后状态", next: "下一步" },
  en: { accepted: "accepted", refused: "refused", state: "state afterwards", next: "what may come next" },
} as const;
