import type { z } from "zod";
import { type Refusal, refuse } from "#refusals/refusal.ts";

type Issue = z.core.$ZodIssue;

type Words = { readonly zh: string; readonly en: string };

const TYPES: Readonly<Record<string, Words>> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "是或否", en: "yes or no" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "一组字段", en: "a set of fields" },
  record: { zh: "一组字段", en: "a set of fields" },
  null: { zh: "空值", en: "null" },
  undefined: { zh: "空缺", en: "nothing" },
  date: { zh: "日期", en: "a date" },
};

const FORMATS: Readonly<Record<string, Words>> = {
  uuid: { zh: "UUID编号", en: "a UUID" },
  date: { zh: "日期（年-月-日，如2026-03-01）", en: "a date (year-month-day, such as 2026-03-01)" },
  datetime: { zh: "时间（ISO 8601，如2026-03-01T08:00:00Z）", en: "a time (ISO 8601, such as 2026-03-01T08:00:00Z)" },
  email: { zh: "电子邮箱", en: "an email address" },
  url: { zh: "网址", en: "a web address" },
};

/** The refusal for input that does not fit its contract: names the first place, what was expected there and what came. */
export function refuseUnfit(error: z.ZodError, input: unknown): Refusal {
  const issue = error.issues[0];
  if (!issue) throw new Error("a ZodError without an issue", { cause: error });
  const place = issue.path.map(String).join(".");
  const [expected, found] = [describeExpectation(issue), describeFinding(issue, input)];
  return refuse("invalid-input", {
    ...(place === "" ? { place: "请求内容", "place.en": "the request" } : { place }),
    expected: expected.zh,
    "expected.en": expected.en,
    found: found.zh,
    "found.en": found.en,
  });
}

function describeExpectation(issue: Issue): Words {
  // A contract that brings its own Chinese words knows best; English ones stand behind a stroke.
  if (/\p{Script=Han}/u.test(issue.message)) {
    const [zh = "", en = zh] = issue.message.split(" / ");
    return { zh, en };
  }
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? same(issue.expected);
    case "too_small": {
      const [zh, en] = issue.inclusive === false ? ["大于", "more than"] : ["不少于", "at least"];
      return { zh: `${zh}${issue.minimum}${unitOf(issue.origin).zh}`, en: `${en} ${issue.minimum}${unitOf(issue.origin).en}` };
    }
    case "too_big": {
      const [zh, en] = issue.inclusive === false ? ["小于", "less than"] : ["不超过", "at most"];
      return { zh: `${zh}${issue.maximum}${unitOf(issue.origin).zh}`, en: `${en} ${issue.maximum}${unitOf(issue.origin).en}` };
    }
    case "invalid_format":
      return (
        FORMATS[issue.format] ??
        (issue.pattern
          ? { zh: `符合格式${issue.pattern}的文字`, en: `text of the form ${issue.pattern}` }
          : { zh: `${issue.format}格式的文字`, en: `text of the form ${issue.format}` })
      );
    case "invalid_value": {
      const [first, ...more] = issue.values.map(String);
      if (more.length === 0) return same(first ?? "");
      return { zh: `以下之一：${[first, ...more].join("、")}`, en: `one of ${[first, ...more].join(", ")}` };
    }
    case "not_multiple_of":
      return { zh: `${issue.divisor}的倍数`, en: `a multiple of ${issue.divisor}` };
    case "unrecognized_keys":
      return { zh: "没有多余字段", en: "no other fields" };
    default:
      return { zh: "规定的内容", en: "what the contract says" };
  }
}

/** What came, short: a secret is never repeated, a long text only measured. */
function describeFinding(issue: Issue, input: unknown): Words {
  const value = valueAt(input, issue.path);
  if (value === undefined) return { zh: "空缺", en: "nothing" };
  if (value === null) return { zh: "空值", en: "null" };
  if (issue.path.some((part) => /password|token/i.test(String(part)))) return { zh: "不符合要求的内容", en: "something that does not do" };
  if (typeof value === "string") {
    return value.length <= 40
      ? { zh: `“${value}”`, en: `“${value}”` }
      : { zh: `${value.length}个字符的文字`, en: `text of ${value.length} characters` };
  }
  if (typeof value === "number" || typeof value === "boolean") return same(String(value));
  if (Array.isArray(value)) return { zh: `${value.length}项的列表`, en: `a list of ${value.length}` };
  return { zh: "一组字段", en: "a set of fields" };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}

function unitOf(origin: string): Words {
  if (origin === "string") return { zh: "个字符", en: " characters" };
  return origin === "array" || origin === "set" ? { zh: "项", en: " items" } : { zh: "", en: "" };
}

function same(words: string): Words {
  return { zh: words, en: words };
}
