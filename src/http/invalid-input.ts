import type { z } from "zod";
import { type Refusal, refuse } from "#refusals/refusal.ts";

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "是或否",
  array: "列表",
  object: "一组字段",
  record: "一组字段",
  null: "空值",
  undefined: "空缺",
  date: "日期",
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "UUID编号",
  date: "日期（年-月-日，如2026-03-01）",
  datetime: "时间（ISO 8601，如2026-03-01T08:00:00Z）",
  email: "电子邮箱",
  url: "网址",
};

/** The refusal for input that does not fit its contract: names the first place, what was expected there and what came. */
export function refuseUnfit(error: z.ZodError, input: unknown): Refusal {
  const issue = error.issues[0];
  if (!issue) throw new Error("a ZodError without an issue", { cause: error });
  return refuse("invalid-input", {
    place: issue.path.length > 0 ? issue.path.map(String).join(".") : "请求内容",
    expected: describeExpectation(issue),
    found: describeFinding(issue, input),
  });
}

function describeExpectation(issue: Issue): string {
  // A contract that brings its own Chinese sentence knows best.
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "too_small":
      return `${issue.inclusive === false ? "大于" : "不少于"}${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `${issue.inclusive === false ? "小于" : "不超过"}${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_format":
      return FORMATS[issue.format] ?? (issue.pattern ? `符合格式${issue.pattern}的文字` : `${issue.format}格式的文字`);
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `以下之一：${issue.values.map(String).join("、")}`;
    case "not_multiple_of":
      return `${issue.divisor}的倍数`;
    case "unrecognized_keys":
      return "没有多余字段";
    default:
      return "规定的内容";
  }
}

/** What came, short: a secret is never repeated, a long text only measured. */
function describeFinding(issue: Issue, input: unknown): string {
  const value = valueAt(input, issue.path);
  if (value === undefined) return "空缺";
  if (value === null) return "空值";
  if (issue.path.some((part) => /password|token/i.test(String(part)))) return "不符合要求的内容";
  if (typeof value === "string") return value.length <= 40 ? `“${value}”` : `${value.length}个字符的文字`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `${value.length}项的列表`;
  return "一组字段";
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}

function unitOf(origin: string): string {
  if (origin === "string") return "个字符";
  return origin === "array" || origin === "set" ? "项" : "";
}
