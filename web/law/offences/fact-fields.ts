import { z } from "zod";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";

/** 事实栏 a question of the form, read from the offence's contract: the form can never lag behind the engine. */
export type FactField =
  | { readonly name: string; readonly kind: "flag" | "count" | "amount" | "day" | "text" }
  | { readonly name: string; readonly kind: "choice" | "choices"; readonly options: readonly string[] }
  | { readonly name: string; readonly kind: "group" | "list"; readonly fields: readonly FactField[] };

/** Facts as the form holds them: `null` is unknown. */
export type FactRecord = Readonly<Record<string, unknown>>;

/** A prosecutor's judgement: asked last. Where nobody judged yet it is unknown like every other fact. */
const JUDGEMENTS: ReadonlySet<string> = new Set(["otherSeriousCircumstances", "otherEspeciallySeriousCircumstances", "other"]);
/** Texts the engine tells apart. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = { service: ["deletion", "false-posting"] };

/** The questions of an offence: its own first, the judgement at the end. Empty for 253-1, which has a form of its own. */
export function fieldsOfOffence(offence: string): readonly FactField[] {
  const shape = OffenceFacts.options.find((option) => option.shape.offence.value === offence)?.shape;
  if (shape === undefined) return [];
  const fields = fieldsOf(shape);
  return [...fields.filter(({ name }) => !JUDGEMENTS.has(name)), ...fields.filter(({ name }) => JUDGEMENTS.has(name))];
}

function fieldsOf(shape: Readonly<Record<string, unknown>>): FactField[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const field = fieldOf(name, schema);
    return name === "offence" || field === null ? [] : [field];
  });
}

function fieldOf(name: string, schema: unknown): FactField | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldOf(name, schema.unwrap());
  if (schema instanceof z.ZodPipe) return fieldOf(name, schema.in);
  if (schema instanceof z.ZodUnion) return fieldOf(name, schema.options[0]);
  if (schema instanceof z.ZodBoolean) return { name, kind: "flag" };
  if (schema instanceof z.ZodNumber) return { name, kind: schema.isInt ? "count" : "amount" };
  if (schema instanceof z.ZodISODate) return { name, kind: "day" };
  const options = OPTIONS[name];
  if (options !== undefined) return { name, kind: "choice", options };
  if (schema instanceof z.ZodString) return { name, kind: "text" };
  if (schema instanceof z.ZodEnum) return { name, kind: "choice", options: schema.options.map(String) };
  if (schema instanceof z.ZodObject) return { name, kind: "group", fields: fieldsOf(schema.shape) };
  if (!(schema instanceof z.ZodArray)) return null;
  const element: unknown = schema.element;
  if (element instanceof z.ZodEnum) return { name, kind: "choices", options: element.options.map(String) };
  return element instanceof z.ZodObject ? { name, kind: "list", fields: fieldsOf(element.shape) } : null;
}

/** Facts of which nothing is known. */
export function unknownFacts(fields: readonly FactField[]): FactRecord {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      return [[field.name, field.kind === "group" ? unknownFacts(field.fields) : null]];
    }),
  );
}
