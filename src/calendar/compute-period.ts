import type { Length, PeriodAnswer, PeriodRequest, PeriodRule } from "#calendar/calendar.contract.ts";
import { addDays, addMonths, addYears, isPlainDate } from "#calendar/plain-date.ts";
import { type DayNature, natureOfDay, type RestDays } from "#calendar/rest-days.ts";
import { tellPeriod } from "#calendar/tell-period.ts";

/** The rules by id in the order of the tables, and the rest days of every year that has a table. */
export type Calendar = { readonly rules: ReadonlyMap<string, PeriodRule>; readonly restDays: RestDays };
export type Language = "zh" | "en";
export type WrongPeriod = {
  readonly ok: false;
  readonly argument: "RULE" | "--from" | "--extend" | "--suspended";
  readonly expected: { readonly zh: string; readonly en: string };
  readonly found: string;
};

/** How the last day came about, before it is told in words. */
export type PeriodCourse = {
  readonly rule: PeriodRule;
  readonly request: PeriodRequest;
  readonly length: Length;
  readonly natural: string;
  readonly due: string;
  /** the days that were passed over, with what they are */
  readonly passed: readonly { readonly day: string; readonly nature: DayNature }[];
  readonly rolls: boolean;
  readonly lastDay: DayNature;
};

/**
 * 计算期间 the last day of a statutory period, with each step of the reckoning. The day of the trigger is not counted; months by
 * 法释〔2021〕1号 第二百零二条, an extension in days after the months; the last day a rest day → the next working day, never in custody
 * (刑事诉讼法 第一百零五条). Where a year's rest days are not known the day is not moved, and a warning says so.
 */
export function computePeriod(
  request: PeriodRequest,
  { rules, restDays }: Calendar,
  language: Language,
): { readonly ok: true; readonly answer: PeriodAnswer } | WrongPeriod {
  const rule = rules.get(request.rule);
  if (rule === undefined)
    return wrong("RULE", { zh: "期间规则的编号（tandem period --list）", en: "the id of a rule (tandem period --list)" }, request.rule);
  if (!isPlainDate(request.from)) return wrong("--from", { zh: "日期（如 2026-01-31）", en: "a date (such as 2026-01-31)" }, request.from);
  const refused = refuseExtension(rule, request.extend);
  if (refused !== null) return refused;
  const suspended = request.suspended ?? 0;
  if (suspended > 0 && rule.suspension === undefined)
    return wrong(
      "--suspended",
      { zh: "0（该期间没有法定的不计入事由）", en: "0 (the law leaves no day of this period out)" },
      String(suspended),
    );
  const length = (request.urgent ? rule.urgent : undefined) ?? (request.ruling ? rule.ruling : undefined) ?? rule.length;
  const natural = addDays(endOf(request.from, length, rule, request.extend), suspended);
  const longest = rule.longest === undefined ? null : endOf(request.from, rule.longest, rule, 0);
  if (!isPlainDate(natural) || (longest !== null && !isPlainDate(longest)))
    return wrong(
      "--from",
      { zh: "期间在 9999 年之内届满的日期", en: "a date from which the period ends within the year 9999" },
      request.from,
    );
  const rolls = rule.custody === "never" || (rule.custody === "if-detained" && !request.detained);
  const passed = rolls ? restDaysFrom(natural, restDays) : [];
  const due = passed.length === 0 ? natural : addDays(natural, passed.length);
  const course: PeriodCourse = { rule, request, length, natural, due, passed, rolls, lastDay: natureOfDay(natural, restDays) };
  const { steps, warnings, notes } = tellPeriod(course, natureOfDay(due, restDays), language);
  return {
    ok: true,
    answer: {
      rule: rule.id,
      from: request.from,
      startsOn: rule.direction === "before" ? request.from : addDays(request.from, 1),
      natural,
      due,
      rolled: due !== natural,
      dueAtMost: longest,
      steps,
      warnings,
      notes,
      cite: [
        ...rule.cite,
        ...countingRules(rule, length, rolls),
        ...(suspended === 0 ? [] : new Set((rule.suspension ?? []).map(({ cite }) => cite))),
      ],
    },
  };
}

function endOf(from: string, length: Length, rule: PeriodRule, extend: number): string {
  if (rule.direction === "before") return addDays(from, "days" in length ? -length.days : 0);
  const unit = rule.extension?.unit;
  if ("months" in length) {
    // Months add up to one number of months; days come after the months, on the day before any holiday is looked at.
    const months = addMonths(from, length.months + (unit === "months" ? extend : 0));
    return unit === "days" ? addDays(months, extend) : months;
  }
  return "years" in length ? addYears(from, length.years) : addDays(from, length.days + extend);
}

function restDaysFrom(day: string, restDays: RestDays): { day: string; nature: DayNature }[] {
  const passed: { day: string; nature: DayNature }[] = [];
  for (let next = day; ; next = addDays(next, 1)) {
    const nature = natureOfDay(next, restDays);
    if (nature !== "rest" && nature !== "expected-rest") return passed;
    passed.push({ day: next, nature });
  }
}

function refuseExtension({ extension, id }: PeriodRule, extend: number): WrongPeriod | null {
  if (extend === 0) return null;
  if (extension === undefined)
    return wrong("--extend", { zh: `${id} 没有延长期限`, en: `no extension: ${id} cannot be extended` }, String(extend));
  if (extension.most === null || extend <= extension.most) return null;
  const { most, unit, when } = extension;
  return wrong(
    "--extend",
    { zh: `不超过 ${most} ${unit === "days" ? "日" : "个月"}（${when.zh}）`, en: `${most} ${unit} at most (${when.en})` },
    String(extend),
  );
}

function countingRules({ id }: PeriodRule, length: Length, rolls: boolean): string[] {
  const criminal = id.startsWith("CR-");
  const counting = criminal ? "刑事诉讼法 第一百零五条" : id.startsWith("PI-") ? "民事诉讼法 第八十五条" : null;
  return [
    ...(counting === null || (!rolls && !criminal) ? [] : [counting]),
    ...("months" in length ? ["法释〔2021〕1号 第二百零二条"] : []),
  ];
}

function wrong(argument: WrongPeriod["argument"], expected: WrongPeriod["expected"], found: string): WrongPeriod {
  return { ok: false, argument, expected, found };
}
