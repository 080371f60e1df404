import type { Length } from "#calendar/calendar.contract.ts";
import type { Language, PeriodCourse } from "#calendar/compute-period.ts";
import { addDays, weekdayOf } from "#calendar/plain-date.ts";
import type { DayNature } from "#calendar/rest-days.ts";

const WEEKDAYS = { zh: "日一二三四五六", en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] } as const;

/** 说明 the reckoning of a period as sentences, and what a reader must be warned of. */
export function tellPeriod(
  course: PeriodCourse,
  dueNature: DayNature,
  language: Language,
): {
  steps: string[];
  warnings: string[];
  notes: string[];
} {
  const zh = language === "zh";
  const { rule, request, length, natural, due, passed, rolls, lastDay } = course;
  const steps = [
    zh ? `${request.from}：${rule.trigger.zh}` : `${request.from}: ${rule.trigger.en}`,
    rule.direction === "before"
      ? zh
        ? `自该日向前 ${tellLength(length, language)}，至 ${tellDay(natural, language)}`
        : `${tellLength(length, language)} before that day: ${tellDay(natural, language)}`
      : zh
        ? `开始的当日不计算，从 ${addDays(request.from, 1)} 起算 ${tellLength(length, language)}`
        : `the day itself is not counted: ${tellLength(length, language)} from ${addDays(request.from, 1)}`,
  ];
  if (request.extend > 0 && rule.extension !== undefined) steps.push(tellExtension(course, language));
  if ((request.suspended ?? 0) > 0) steps.push(tellSuspension(course, language));
  if (rule.direction !== "before")
    steps.push(zh ? `期间的最后一日为 ${tellDay(natural, language)}` : `the last day is ${tellDay(natural, language)}`);
  if (passed.length > 0)
    steps.push(
      zh
        ? `最后一日是节假日或者休息日（${passed.length} 日），顺延至其后的第一个工作日 ${tellDay(due, language)}`
        : `the last day is a holiday or rest day (${passed.length} in a row): it moves to ${tellDay(due, language)}`,
    );
  else if (rolls && dueNature === "work" && isWeekend(natural))
    steps.push(zh ? "该日是调休上班日，不顺延" : "that weekend day is worked (adjusted working day): it does not move");
  else if (!rolls && rule.custody !== "not-a-deadline" && (lastDay === "rest" || lastDay === "expected-rest"))
    steps.push(
      zh ? "在押期间的期限不因节假日延长，应当在节假日前办结" : "in custody a period is never extended by a holiday: act before it",
    );
  return { steps, warnings: warningsOf(course, dueNature, zh), notes: notesOf(course, language) };
}

function warningsOf({ rule, request, passed, rolls, due }: PeriodCourse, dueNature: DayNature, zh: boolean): string[] {
  const warnings: string[] = [];
  const year = due.slice(0, 4);
  if (rolls && dueNature === "unknown")
    warnings.push(
      zh ? `${year} 年的节假日安排未载入：日期没有顺延，请核对` : `rest days of ${year} are not loaded: the day was not moved, check it`,
    );
  else if (rolls && (dueNature.startsWith("expected") || passed.some(({ nature }) => nature === "expected-rest")))
    warnings.push(
      zh
        ? `${year} 年的节假日安排尚未公布或者未载入：只按周末计算，公布后须重新计算`
        : `the holiday notice of ${year} is not loaded: only weekends were taken as rest days; reckon again when it is`,
    );
  if (request.urgent && rule.urgent === undefined)
    warnings.push(
      zh ? `${rule.id} 没有法定的紧急期限，按一般期限计算` : `${rule.id} has no statutory urgent period: the ordinary one was used`,
    );
  if (request.ruling && rule.ruling === undefined)
    warnings.push(zh ? `${rule.id} 不区分判决和裁定` : `${rule.id} does not tell judgments from rulings`);
  if (rule.unconfirmed) warnings.push(zh ? "该规则的出处尚未核对全文" : "the source of this rule has not been seen in full");
  return warnings;
}

function notesOf({ rule }: PeriodCourse, language: Language): string[] {
  const { alternative, note, restart, maximum } = rule;
  const other =
    alternative === undefined
      ? []
      : [`${alternative.when[language]}${language === "zh" ? "：" : ": "}${tellLength(alternative.length, language)}`];
  return [...other, ...[note, restart, maximum?.note].flatMap((words) => (words === undefined ? [] : [words[language]]))];
}

function tellExtension({ rule, request }: PeriodCourse, language: Language): string {
  const { extension } = rule;
  if (extension === undefined) return "";
  const step = extension.steps?.find(({ upTo }) => upTo === null || request.extend <= upTo);
  const reason = (step?.by ?? extension.when)[language];
  const added = tellLength(extension.unit === "days" ? { days: request.extend } : { months: request.extend }, language);
  return language === "zh" ? `延长 ${added}：${reason}（须有延长的文书）` : `extended by ${added}: ${reason} (needs its document)`;
}

function tellSuspension({ rule, request }: PeriodCourse, language: Language): string {
  const grounds = (rule.suspension ?? []).map(({ when }) => when[language]).join(language === "zh" ? "、" : ", ");
  const days = tellLength({ days: request.suspended ?? 0 }, language);
  return language === "zh"
    ? `不计入 ${days}：${grounds}（须有文书），届满日相应后移`
    : `${days} not counted: ${grounds} (needs its document); the end moves by as many`;
}

function tellLength(length: Length, language: Language): string {
  if ("days" in length) return language === "zh" ? `${length.days} 日` : `${length.days} day${length.days === 1 ? "" : "s"}`;
  if ("months" in length) return language === "zh" ? `${length.months} 个月` : `${length.months} month${length.months === 1 ? "" : "s"}`;
  return language === "zh" ? `${length.years} 年` : `${length.years} years`;
}

function tellDay(day: string, language: Language): string {
  const weekday = weekdayOf(day);
  return language === "zh" ? `${day}（星期${WEEKDAYS.zh[weekday]}）` : `${day} (${WEEKDAYS.en[weekday]})`;
}

function isWeekend(day: string): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}
