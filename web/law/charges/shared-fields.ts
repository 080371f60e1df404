import { type FactField, fieldsOfOffence } from "#web/law/offences/fact-fields.ts";

const OWN = "infringing-personal-information";
/** What 253-1, which has a form of its own, asks for as the others do. */
const OF_OWN: ReadonlySet<string> = new Set(["accused", "actDate", "decisionDate", "gains"]);
const ALWAYS: ReadonlySet<string> = new Set(["accused", "actDate", "decisionDate"]);

/** 共用事实 the questions that two or more of these offences ask in the same way; those that all ask stand first; `notShared` are names that mean another thing in each. */
export function sharedFields(offences: readonly string[], notShared: readonly string[]): readonly FactField[] {
  const found = new Map<string, { field: FactField; times: number }>();
  for (const offence of offences)
    for (const field of fieldsOfOffence(offence)) {
      const same = found.get(field.name);
      if (same === undefined) found.set(field.name, { field, times: 1 });
      else if (same.field.kind === field.kind) same.times += 1;
    }
  const ofOwn = offences.includes(OWN) ? 1 : 0;
  const shared = [...found.values()].filter(
    ({ field, times }) => ALWAYS.has(field.name) || times + (OF_OWN.has(field.name) ? ofOwn : 0) > 1,
  );
  const fields = shared.map(({ field }) => field).filter(({ name }) => !notShared.includes(name));
  return [...fields.filter(({ name }) => ALWAYS.has(name)), ...fields.filter(({ name }) => !ALWAYS.has(name))];
}
