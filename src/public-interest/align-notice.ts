import type { Calendar } from "#calendar/compute-period.ts";
import { addDays } from "#calendar/plain-date.ts";
import { computeNotice, findLatestSafeStart } from "#public-interest/find-latest-safe-start.ts";
import type { NoticeAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { type Prosecution, reckonProsecution } from "#public-interest/reckon-prosecution.ts";

type Words = { readonly zh: string; readonly en: string };
type Verdict = NoticeAnswer["verdict"];
/** Verdicts with which the incidental suit is at risk, so that the way out is shown; an unknown notice is at risk once the latest safe day has passed. */
const AT_RISK: readonly Verdict[] = ["same-day", "too-late", "missed"];

/**
 * 公告与起诉日 whether the thirty-day notice ends before the prosecution, the latest safe day to start, the risk in words and the way out
 * (法释〔2019〕18号, 检察公益诉讼解释 第五条, 办案规则 第十六条). Days are YYYY-MM-DD; `asOf` is today.
 */
export function alignNotice(
  facts: PublicInterestFacts,
  rules: PublicInterestRules["notice"],
  calendar: Calendar,
  asOf: string,
): NoticeAnswer {
  const prosecution = reckonProsecution(facts, calendar);
  const notice = noticeOf(facts, calendar, asOf);
  const latest = prosecution === null ? null : findLatestSafeStart(prosecution.on, calendar);
  const latestSameDay = prosecution === null ? null : findLatestSafeStart(addDays(prosecution.on, 1), calendar);
  const verdict = judge(facts, prosecution, notice, latest, asOf);
  const words = {
    start: notice?.on,
    ends: notice?.ends,
    prosecution: prosecution?.on,
    limit: prosecution?.limit,
    latest,
    sameDay: latestSameDay,
    todayEnds: computeNotice(asOf, calendar, "zh").due,
    most: prosecution?.cappedAt?.toString(),
  };
  return {
    verdict,
    says: fill(rules.verdicts[verdict], words),
    prosecution:
      prosecution === null
        ? null
        : {
            on: prosecution.on,
            because: prosecution.because,
            custodyAssumed: prosecution.custodyAssumed,
            limit: prosecution.limit,
            limitIfExtended: prosecution.limitIfExtended,
            cite: [...prosecution.cite],
          },
    published: notice === null ? null : { on: notice.on, ends: notice.ends, planned: notice.planned },
    latestSafeStart: latest,
    latestSafeEnd: latest === null ? null : computeNotice(latest, calendar, "zh").due,
    latestSafeStartIfExtended:
      prosecution?.because === "review-period" && prosecution.limitIfExtended !== null
        ? findLatestSafeStart(prosecution.limitIfExtended, calendar)
        : null,
    latestSameDayStart: latestSameDay,
    daysLeft: latest === null ? null : daysBetween(asOf, latest),
    fallback: AT_RISK.includes(verdict) || (verdict === "notice-unknown" && latest !== null && latest < asOf) ? [...rules.fallback] : [],
    notes: latest === latestSameDay ? [] : [fill(rules.sameDayNote, words)],
    warnings: [
      ...warningsOf(facts, prosecution, notice, asOf).map((kind) => fill(rules.warnings[kind], words)),
      ...calendarWarnings(notice?.on ?? latest, calendar),
    ],
    cite: notice?.cite ?? [...computeNotice(asOf, calendar, "zh").cite],
  };
}

type Notice = { readonly on: string; readonly ends: string; readonly planned: boolean; readonly cite: string[] };

function noticeOf({ noticeOn, noticePublished }: PublicInterestFacts, calendar: Calendar, asOf: string): Notice | null {
  if (noticeOn === null || noticeOn === undefined) return null;
  const { due, cite } = computeNotice(noticeOn, calendar, "zh");
  return { on: noticeOn, ends: due, planned: noticePublished === false || noticeOn > asOf, cite: [...cite] };
}

function judge(
  { noticePublished }: PublicInterestFacts,
  prosecution: Prosecution | null,
  notice: Notice | null,
  latest: string | null,
  asOf: string,
): Verdict {
  if (prosecution === null || latest === null) return "unknown";
  // A plan whose day has passed without a notice is no plan any more.
  const stands = notice !== null && !(noticePublished === false && notice.on < asOf);
  if (stands) return notice.ends < prosecution.on ? "in-time" : notice.ends === prosecution.on ? "same-day" : "too-late";
  if (noticePublished !== false) return "notice-unknown";
  return asOf <= latest ? "can-start" : "missed";
}

type Warning = keyof PublicInterestRules["notice"]["warnings"];

function warningsOf(
  { noticePublished }: PublicInterestFacts,
  prosecution: Prosecution | null,
  notice: Notice | null,
  asOf: string,
): Warning[] {
  const warnings: (readonly [Warning, boolean])[] = [
    ["after-limit", prosecution !== null && prosecution.limit !== null && prosecution.on > prosecution.limit],
    ["custody-assumed", prosecution?.custodyAssumed === true],
    ["extension-capped", prosecution !== null && prosecution.cappedAt !== null],
    ["plan-passed", notice !== null && noticePublished === false && notice.on < asOf],
    ["prosecution-passed", prosecution !== null && prosecution.on < asOf],
  ];
  return warnings.filter(([, applies]) => applies).map(([kind]) => kind);
}

/** What the calendar says of a year whose rest days are not announced. */
function calendarWarnings(start: string | null, calendar: Calendar): Words[] {
  if (start === null) return [];
  const en = computeNotice(start, calendar, "en").warnings;
  return computeNotice(start, calendar, "zh").warnings.map((zh, at) => ({ zh, en: en[at] ?? zh }));
}

function fill(words: Words, values: Readonly<Record<string, string | null | undefined>>): Words {
  const put = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { zh: put(words.zh), en: put(words.en) };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
