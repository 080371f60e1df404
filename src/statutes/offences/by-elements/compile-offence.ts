import type { Element, Offence, OffenceInterpretation, OffenceLimb, OffenceStatute } from "#statutes/offence.contract.ts";
import { type CompiledTest, compileTest, type Tested } from "#statutes/offences/by-elements/compile-test.ts";
import type { Remark } from "#statutes/statutes.contract.ts";

/** An element or limb made ready, with the warning that goes with it where its source was not read in full. */
export type Rule<T extends Element> = { readonly law: T; readonly test: CompiledTest; readonly warning: Remark | null };
/** A rule with what it says of the facts; the ground that is shown is written only for the law that is chosen. */
export type Judged<T extends Element> = { readonly rule: Rule<T>; readonly tested: Tested };
export type CompiledStatute = { readonly law: OffenceStatute; readonly elements: readonly Rule<Element>[] };
export type CompiledInterpretation = {
  readonly law: OffenceInterpretation;
  readonly elements: readonly Rule<Element>[];
  readonly limbs: readonly Rule<OffenceLimb>[];
};
/** 罪名 an offence made ready for facts: its law as the files tell it, its tests compiled. */
export type CompiledOffence = {
  readonly statutes: ReadonlyMap<OffenceStatute, CompiledStatute>;
  readonly interpretations: ReadonlyMap<OffenceInterpretation, CompiledInterpretation>;
  readonly publicProsecution: readonly Rule<Element>[] | null;
  /** the last day on which a version of its law took force */
  readonly lastStart: string;
};

const COMPILED = new WeakMap<Offence, CompiledOffence>();

/** Makes an offence ready, once a loaded offence: changed law is loaded anew and so compiled anew. */
export function compileOffence(offence: Offence): CompiledOffence {
  const known = COMPILED.get(offence);
  if (known !== undefined) return known;
  const { versions, interpretations, publicProsecution } = offence;
  const compiled = {
    statutes: new Map(versions.map((law) => [law, { law, elements: law.elements.map(compileRule) }])),
    interpretations: new Map(
      interpretations.map((law) => [law, { law, elements: law.elements.map(compileRule), limbs: law.limbs.map(compileRule) }]),
    ),
    publicProsecution: publicProsecution?.map(compileRule) ?? null,
    lastStart: [...versions, ...interpretations].reduce((last, { inForce }) => (inForce.from > last ? inForce.from : last), ""),
  };
  COMPILED.set(offence, compiled);
  return compiled;
}

function compileRule<T extends Element>(law: T): Rule<T> {
  const warning = {
    id: `unconfirmed-${law.id}`,
    cite: law.cite,
    zh: "本项标准尚未核对全文，须由办案人员核实。",
    en: "This standard has not been checked against the full text: a person must verify it.",
  };
  return { law, test: compileTest(law.test), warning: law.unconfirmed ? warning : null };
}
