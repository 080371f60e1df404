import type { ProcedureTable } from "#procedures/procedure-table.contract.ts";

/** What one table says must hang together: references hit, every state can be reached, every open state can be left. null: it does. */
export function checkProcedureTable(
  { initial, states, steps }: ProcedureTable,
  rules: ReadonlySet<string>,
): { readonly id: string; readonly sentence: string } | null {
  const known = new Map(states.map((state) => [state.id, state]));
  const stepIds = new Set(steps.map(({ id }) => id));
  if (known.size !== states.length) return { id: initial, sentence: "two states have the same id" };
  if (stepIds.size !== steps.length) return { id: initial, sentence: "two steps have the same id" };
  if (!known.has(initial)) return { id: initial, sentence: `initial: expected one of the states, found ${initial}` };
  for (const step of steps) {
    const refuse = (sentence: string) => ({ id: step.id, sentence: `${step.id}: ${sentence}` });
    for (const state of [...step.from, ...(step.to === null ? [] : [step.to])])
      if (!known.has(state)) return refuse(`expected one of the states, found ${state}`);
    const fields = new Set(step.fields.map(({ id }) => id));
    for (const field of step.fields)
      if ((field.kind === "choice") !== (field.choices !== undefined)) return refuse(`field ${field.id}: choices belong to a choice`);
    const asked = [
      ...step.needs.flatMap((need) => ("field" in need ? [need.field] : [])),
      ...step.starts.flatMap(({ when, from, detained, urgent, ruling }) => [when?.field, from, detained, urgent, ruling]),
    ].filter((field) => field !== undefined);
    for (const field of asked) if (!fields.has(field)) return refuse(`expected a field of this step, found ${field}`);
    const named = step.needs.flatMap((need) => {
      if (need.kind === "fewer-than") return [need.step];
      if (need.kind === "taken") return [...need.anyOf, ...(need.sinceLast === undefined ? [] : [need.sinceLast])];
      if (need.kind === "not-taken") return [...need.steps, ...(need.sinceLast === undefined ? [] : [need.sinceLast])];
      return [];
    });
    for (const other of named) if (!stepIds.has(other)) return refuse(`expected one of the steps, found ${other}`);
    const clocks = [
      ...step.starts.map(({ rule }) => rule),
      ...step.ends,
      ...step.needs.flatMap((need) => ("rule" in need ? [need.rule] : [])),
    ];
    for (const rule of clocks) if (!rules.has(rule)) return refuse(`expected a period rule, found ${rule}`);
  }
  const reached = new Set([initial]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of steps) if (to !== null && from.some((state) => reached.has(state))) reached.add(to);
  }
  const lost = states.find((state) => !reached.has(state.id));
  if (lost !== undefined) return { id: lost.id, sentence: `${lost.id}: no step leads to this state` };
  const stuck = states.find((state) => !state.final && !steps.some(({ from, to }) => to !== null && from.includes(state.id)));
  return stuck === undefined ? null : { id: stuck.id, sentence: `${stuck.id}: no step leads out of this state, and it is not final` };
}
