import type { z } from "zod";
import type { Refused } from "#cli/refused.ts";

/** A value that does not have the asked shape, as a refusal: the field, what was expected there, what stood there. */
export function refuseShape(value: unknown, error: z.ZodError): Refused {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error("zod refused without an issue");
  const found = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : showValue(valueAt(value, issue.path));
  return { ok: false, argument: fieldOf(issue.path) || "REQUEST", expected: expectedBy(issue), found };
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
    case "invalid_union": {
      // What any of the branches would have taken.
      const branches = issue.errors.flatMap(([first]) => (first === undefined ? [] : [expectedBy(first)]));
      const told = { zh: branches.map(({ zh }) => zh), en: branches.map(({ en }) => en) };
      return branches.length === 0
        ? { zh: issue.message, en: issue.message }
        : { zh: [...new Set(told.zh)].join("或者"), en: [...new Set(told.en)].join(" or ") };
    }
    case "unrecognized_keys":
      return { zh: "契约规定的字段", en: "the fields of the contract" };
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

/** Short enough for one line. */
export function showValue(value: unknown): string {
  const text = value === undefined ? "（缺失 missing）" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
