import type { z } from "zod";
import type { Refused } from "#cli/answer-requests.ts";

/** A value that does not have the asked shape, as a refusal: the field, what was expected there, what stood there. */
export function refuseShape(value: unknown, error: z.ZodError): Refused {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error("zod refused without an issue");
  const expected = expectationOf(issue);
  const path = issue.path.map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${String(step)}`));
  return { ok: false, argument: path.join("") || "REQUEST", expected, found: showFound(issue, value) };
}

function expectationOf(issue: z.core.$ZodIssue): { zh: string; en: string } {
  switch (issue.code) {
    case "invalid_value": {
      const values = issue.values.map(String);
      return { zh: `${values.join("、")} 之一`, en: `one of ${values.join(", ")}` };
    }
    case "unrecognized_keys":
      return { zh: "契约规定的字段", en: "the fields of the contract" };
    case "invalid_type":
      return { zh: issue.expected, en: issue.expected };
    default:
      return { zh: issue.message, en: issue.message };
  }
}

function showFound(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(", ");
  const found = issue.path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[String(step)] : undefined), value);
  return found === undefined ? "—" : (JSON.stringify(found) ?? String(found)).slice(0, 120);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
