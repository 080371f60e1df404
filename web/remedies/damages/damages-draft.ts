import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { type DamagesContent, DamagesContent as Shape } from "#remedies/damages/damages.contract.ts";
import { parseYuan, typeYuan } from "#web/remedies/fen.ts";

/** A part as it is typed: amounts and numbers are text until they are saved. */
export type DraftPart = {
  readonly id: string;
  readonly group: "component" | "factor" | "consequence";
  readonly kind: string;
  readonly label: string;
  readonly amount: string;
  readonly state: string;
  readonly source: FactSource | null;
};
export type DamagesDraft = {
  readonly basis: string;
  readonly parts: readonly DraftPart[];
  readonly discretion: string;
  readonly discretionSource: FactSource | null;
  readonly punitiveNote: string;
};

/** What is kept, as the editor shows it. */
export function beginDraft({ basis, components, consequences, discretionary, punitiveNote }: DamagesContent): DamagesDraft {
  return {
    basis: basis ?? "",
    parts: [
      ...components.map(({ id, kind, label, amount, source }) => ({
        ...{ id, group: "component" as const, kind, label, amount: typeYuan(amount), state: "", source },
      })),
      ...discretionary.factors.map(({ id, factor, finding, number, source }) => ({
        ...{ id, group: "factor" as const, kind: factor, label: finding, amount: number === null ? "" : String(number), state: "", source },
      })),
      ...consequences.map(({ id, kind, label, amount, state, source }) => ({
        ...{ id, group: "consequence" as const, kind, label, amount: typeYuan(amount), state, source },
      })),
    ],
    discretion: typeYuan(discretionary.amount),
    discretionSource: discretionary.source,
    punitiveNote: punitiveNote ?? "",
  };
}

/** Whether the typed amount or number of a part can be read. */
export function isReadable({ group, amount }: DraftPart): boolean {
  return group === "factor" ? /^\s*\d{0,15}\s*$/.test(amount) : parseYuan(amount) !== undefined;
}

/** The content that the draft means; null while an amount cannot be read or words are missing. Pure. */
export function readDraft(title: string, draft: DamagesDraft): DamagesContent | null {
  const { parts, discretion } = draft;
  if (parseYuan(discretion) === undefined || parts.some((part) => !isReadable(part) || part.label.trim() === "")) return null;
  const of = (group: DraftPart["group"]) => parts.filter((part) => part.group === group);
  const read = Shape.safeParse({
    title,
    basis: draft.basis === "" ? null : draft.basis,
    components: of("component").map(({ id, kind, label, amount, source }) => ({ id, kind, label, amount: parseYuan(amount), source })),
    discretionary: {
      amount: parseYuan(discretion),
      source: draft.discretionSource,
      factors: of("factor").map(({ id, kind, label, amount, source }) => ({
        ...{ id, factor: kind, finding: label, number: amount.trim() === "" ? null : Number(amount), source },
      })),
    },
    consequences: of("consequence").map(({ id, kind, label, amount, state, source }) => ({
      ...{ id, kind, label, amount: parseYuan(amount), state, source },
    })),
    punitiveNote: draft.punitiveNote.trim() === "" ? null : draft.punitiveNote,
  });
  return read.success ? read.data : null;
}

/** A new part of a group, with an id that no other has. */
export function addPart(draft: DamagesDraft, group: DraftPart["group"], over: Partial<DraftPart> = {}): DamagesDraft {
  const taken = new Set(draft.parts.map(({ id }) => id));
  let at = draft.parts.length + 1;
  while (taken.has(`p${at}`)) at += 1;
  const kind = { component: "loss", factor: "persons", consequence: "fine" }[group];
  const state = group === "consequence" ? "expected" : "";
  const part = { id: `p${at}`, group, kind, label: "", amount: "", state, source: null, ...over };
  return { ...draft, parts: [...draft.parts, part] };
}

/** A part changed; an amount that is typed over loses the record it came from, as its source would say something else. */
export function changePart(draft: DamagesDraft, id: string, over: Partial<DraftPart>): DamagesDraft {
  return {
    ...draft,
    parts: draft.parts.map((part) => {
      if (part.id !== id) return part;
      const retyped = over.amount !== undefined && over.amount !== part.amount;
      const bound = part.source?.kind === "gains" || part.source?.kind === "count" || part.source?.kind === "deliveries";
      return { ...part, ...over, ...(retyped && bound ? { source: null } : {}) };
    }),
  };
}

export function removePart(draft: DamagesDraft, id: string): DamagesDraft {
  return { ...draft, parts: draft.parts.filter((part) => part.id !== id) };
}
