import type { z } from "zod";
import { InfringingFacts } from "#statutes/statutes.contract.ts";

/** Offences the engine can hold facts against. */
const OFFENCES = ["infringing-personal-information"] as const;

/** Facts that are malformed: which field, what was expected, what came. */
export type WrongFacts = {
  readonly ok: false;
  readonly field: string;
  readonly expected: { readonly zh: string; readonly en: string };
  readonly found: string;
};
export type ParsedFacts = { readonly ok: true; readonly facts: InfringingFacts } | WrongFacts;

/** Facts as they came (parsed JSON) to facts the engine takes; missing and `null` fields stay unknown. */
export function parseFacts(value: unknown): ParsedFacts {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, field: "FACTS", expected: { zh: "一个 JSON 对象", en: "a JSON object" }, found: show(value) };
  }
  const offence = "offence" in value ? value.offence : undefined;
  if (!OFFENCES.some((known) => known === offence)) {
    return { ok: false, field: "offence", expected: { zh: OFFENCES.join("、"), en: OFFENCES.join(", ") }, found: show(offence) };
  }
  const parsed = InfringingFacts.safeParse(value);
  if (parsed.success) return { ok: true, facts: parsed.data };
  const issue = parsed.error.issues[0];
  if (!issue) throw new Error("zod refused without an issue");
  return { ok: false, field: fieldOf(issue.path), expected: expectedBy(issue), found: show(valueAt(value, issue.path)) };
}

function expectedBy(issue: z.core.$ZodIssue): { zh: string; en: string } {
  switch (issue.code) {
    case "invalid_value": {
      const values = issue.values.map(String);
      return { zh: `${values.join("、")} 之一`, en: `one of ${values.join(", ")}` };
    }
    case "too_small":
      return { zh: `不小于 ${issue.minimum}`, en: `at least ${issue.minimum}` };
    case "too_big":
      return { zh: `不大于 ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case "invalid_format":
      return { zh: "日期 YYYY-MM-DD 或 null", en: "a date YYYY-MM-DD or null" };
    case "invalid_type":
      return { zh: TYPES[issue.expected] ?? issue.expected, en: issue.expected === "int" ? "a whole number or null" : issue.expected };
    default:
      return { zh: issue.message, en: issue.message };
  }
}

const TYPES: Readonly<Record<string, string>> = {
  int: "整数或 null",
  number: "数字或 null",
  string: "文字",
  boolean: "true、false 或 null",
  array: "数组",
  object: "对象",
};

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`),
    "",
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, step) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, step) : undefined),
    value,
  );
}

/** Short enough for one line; facts hold no personal data of the evidence. */
function show(value: unknown): string {
  const text = value === undefined ? "（缺失 missing）" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
